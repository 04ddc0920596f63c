/** Facts of a span: names and numbers of ours, never a text of a person, a key or an address. */
export type SpanFacts = Readonly<Record<string, string | number | boolean>>;

/** A position in a trace as headers, to be continued by another process: W3C's `traceparent` and `tracestate`. */
export type TraceHeaders = Readonly<Record<string, string>>;

/**
 * Where time goes, as spans of a distributed trace. A span that begins during the work of another belongs to it.
 * @see https://opentelemetry.io/docs/concepts/signals/traces/
 */
export interface Traces {
  /**
   * Does the work in a span of this name, which ends with it. A rejection is passed on and marks the span as failed, by
   * the error's name alone: its message may repeat what a person wrote.
   */
  span<T>(name: string, facts: SpanFacts, work: (span: Span) => Promise<T>): Promise<T>;
  /** The current span's position; empty without one. */
  headers(): TraceHeaders;
  /** Does the work as a part of the trace that the headers name, and of no other. */
  continued<T>(headers: TraceHeaders, work: () => T): T;
}

export interface Span {
  /** Facts that are known only later. */
  add(facts: SpanFacts): void;
}

/** No traces: the work is done and nothing else. */
export const NO_TRACES: Traces = {
  span: (_name, _facts, work) => work({ add: () => undefined }),
  headers: () => ({}),
  continued: (_headers, work) => work(),
};
