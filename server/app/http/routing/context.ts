import type { ParameterizedContext } from 'koa';

/** Where a request stands in somebody's distributed trace. */
export interface Trace {
  /** 32 hex digits. */
  readonly traceId: string;
  /** 16 hex digits. */
  readonly spanId?: string;
  readonly sampled: boolean;
}

/** What the outermost middleware knows of a request; everything inside may rely on it. */
export interface RequestState {
  requestId: string;
  trace?: Trace;
  /** The address that limits count, an IPv6 one cut to its /64. */
  client: string;
  /** Who limits count this request for: `client`, or the visitor of a front end whose addresses are not known. */
  counted?: string;
  /** The web interface said so: `client` is its visitor's address, and not its own. */
  vouched: boolean;
  /** The route's path pattern; 'unmatched' until one is found. Never the path itself. */
  route: string;
  /** Class of the error that a 5xx stands for, or of a stream that broke. */
  fault?: unknown;
}

export type HttpContext = ParameterizedContext<RequestState>;
