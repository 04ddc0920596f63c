import { DescriptorSink } from './descriptor-sink.ts';

const sinks = new Map<1 | 2, DescriptorSink>();

/** Standard output, for lines; the same one each time. */
export function stdoutSink(): DescriptorSink {
  return sinkOf(1);
}

/**
 * Routes output of `process.stdout` and `process.stderr`, such as that of a dependency, the same way as the log:
 * through `scrub`, and without blocking on the reader.
 */
export function routeStandardStreams(scrub: (text: string) => string): void {
  route(process.stdout, sinkOf(1), scrub);
  route(process.stderr, sinkOf(2), scrub);
}

function sinkOf(descriptor: 1 | 2): DescriptorSink {
  const sink = sinks.get(descriptor) ?? new DescriptorSink(descriptor);
  sinks.set(descriptor, sink);
  return sink;
}

function route(stream: NodeJS.WriteStream, sink: DescriptorSink, scrub: (text: string) => string): void {
  const write = (chunk: string | Uint8Array, ...rest: unknown[]): boolean => {
    sink.write(scrub(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString('utf8')));
    const done = rest.at(-1);
    if (typeof done === 'function') process.nextTick(done);
    return true;
  };
  stream.write = write as typeof stream.write;
}
