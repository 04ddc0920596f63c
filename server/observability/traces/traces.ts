import { NO_TRACES } from '@shortfactory/core';
import type { Log, Traces } from '@shortfactory/core';

export interface TracesOptions {
  /** Base address of a collector that takes OTLP over HTTP, such as http://127.0.0.1:4318; without one nothing is traced. */
  readonly endpoint: string | undefined;
  /** Of the traces that begin here, the share that is kept, from 0 to 1. Others are kept as their caller decided. */
  readonly ratio: number;
  /** `shortfactory-server`, `shortfactory-worker` or `shortfactory-ui`. */
  readonly service: string;
  readonly version: string;
  readonly environment: string;
  readonly log: Pick<Log, 'warn'>;
}

export interface OpenTraces {
  readonly traces: Traces;
  /** Sends what is left, within two seconds. */
  close(): Promise<void>;
}

/** Traces to a collector. OpenTelemetry's code is loaded only when there is one. */
export async function openTraces(options: TracesOptions): Promise<OpenTraces> {
  const { endpoint } = options;
  if (endpoint === undefined) return { traces: NO_TRACES, close: async () => undefined };
  const { startOpenTelemetry } = await import('./open-telemetry.ts');
  return startOpenTelemetry({ ...options, endpoint });
}
