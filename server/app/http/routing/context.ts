import type { ParameterizedContext } from 'koa';

/** A request's position in a distributed trace. */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId?: string;
  readonly sampled: boolean;
}

/** Request state, set by the outermost middleware. */
export interface RequestState {
  requestId: string;
  trace?: Trace;
  /** The address that limits count, an IPv6 one cut to its /64. */
  client: string;
  /** What limits count this request by: `client`, or the visitor of a front end whose addresses are not known. */
  counted?: string;
  /** `client` is a visitor's address that the web interface sent, and not its own. */
  vouched: boolean;
  /** Name of the API key that came with the request. */
  key?: string;
  /** First characters of the key of a person that came with the request. */
  personKey?: string;
  /** Who operates, where a route is for whoever runs the deployment. */
  operator?: { readonly as: 'admin' | 'key' | 'machine'; readonly who: string };
  /** The route's path pattern; 'unmatched' until one is found. Never the path itself. */
  route: string;
  /** The error behind a 5xx, or of a stream that broke. */
  fault?: unknown;
}

export type HttpContext = ParameterizedContext<RequestState>;
