import {
  DiagLogLevel,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  context,
  diag,
  propagation,
  trace,
} from '@opentelemetry/api';
import type { Span as OtelSpan } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { NodeSDK, resources, tracing } from '@opentelemetry/sdk-node';
import type { Span, SpanFacts, TraceHeaders, Traces } from '@shortfactory/core';
import type { OpenTraces, TracesOptions } from './traces.ts';

const CLOSE_MS = 2000;
const SEND_MS = 1000;
/** A collector that is away is said once in this time. */
const WARN_AGAIN_MS = 600_000;

/** Spans of this process, sent to the collector in batches. One may be open in a process at a time. */
export function startOpenTelemetry(options: TracesOptions & { readonly endpoint: string }): OpenTraces {
  warnThrough(options.log);
  const exporter = new OTLPTraceExporter({ url: `${options.endpoint.replace(/\/$/, '')}/v1/traces` });
  const sdk = new NodeSDK({
    autoDetectResources: false,
    resource: resources.resourceFromAttributes({
      'service.name': options.service,
      'service.version': options.version,
      'deployment.environment.name': options.environment,
    }),
    sampler: new tracing.ParentBasedSampler({ root: new tracing.TraceIdRatioBasedSampler(options.ratio) }),
    spanProcessors: [new tracing.BatchSpanProcessor(exporter, { scheduledDelayMillis: SEND_MS })],
    // Nothing else that the environment could switch on.
    metricReaders: [],
    logRecordProcessors: [],
    instrumentations: [],
  });
  sdk.start();
  return {
    traces: new OpenTelemetryTraces(),
    close: async () => {
      let late: NodeJS.Timeout | undefined;
      const enough = new Promise<void>((resolve) => (late = setTimeout(resolve, CLOSE_MS)));
      await Promise.race([sdk.shutdown().catch(() => undefined), enough]);
      clearTimeout(late);
    },
  };
}

/** What a span stands for, by how its name begins. */
const KINDS: readonly (readonly [string, SpanKind])[] = [
  ['HTTP ', SpanKind.SERVER],
  ['queue ', SpanKind.PRODUCER],
  ['job ', SpanKind.CONSUMER],
  ['provider ', SpanKind.CLIENT],
];

class OpenTelemetryTraces implements Traces {
  readonly #tracer = trace.getTracer('shortfactory');

  span<T>(name: string, facts: SpanFacts, work: (span: Span) => Promise<T>): Promise<T> {
    const kind = KINDS.find(([start]) => name.startsWith(start))?.[1] ?? SpanKind.INTERNAL;
    return this.#tracer.startActiveSpan(name, { attributes: facts, kind }, async (span) => {
      try {
        return await work({ add: (more) => void span.setAttributes(more) });
      } catch (error) {
        fail(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
  }

  headers(): TraceHeaders {
    const headers: Record<string, string> = {};
    propagation.inject(context.active(), headers);
    return headers;
  }

  continued<T>(headers: TraceHeaders, work: () => T): T {
    return context.with(propagation.extract(ROOT_CONTEXT, headers), work);
  }
}

function fail(span: OtelSpan, error: unknown): void {
  span.setAttribute('error.type', error instanceof Error ? error.name : 'Error');
  span.setStatus({ code: SpanStatusCode.ERROR });
}

/** The exporter's complaints, seldom: tracing must not fill the log. */
function warnThrough(log: TracesOptions['log']): void {
  let warnedMs = -Infinity;
  const warn = (): void => {
    if (performance.now() - warnedMs < WARN_AGAIN_MS) return;
    warnedMs = performance.now();
    log.warn(
      'Spans could not be sent to the collector that OTEL_EXPORTER_OTLP_ENDPOINT names; they are dropped.',
    );
  };
  const ignored = (): void => undefined;
  diag.setLogger(
    { error: warn, warn: ignored, info: ignored, debug: ignored, verbose: ignored },
    { logLevel: DiagLogLevel.ERROR, suppressOverrideMessage: true },
  );
}
