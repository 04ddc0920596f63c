export { guardCrashes } from './crash-guard.ts';
export { DROPPED, createLogger, stdoutSink } from './logger.ts';
export type { Logger } from './logger.ts';
export { METRICS, PROCESS_METRICS, seriesNames } from './metric-definitions.ts';
export type { MetricDefinition } from './metric-definitions.ts';
export { serveMetrics } from './metrics-server.ts';
export { Metrics } from './metrics.ts';
export { prettySink } from './pretty.ts';
export { Redactor } from './redaction.ts';
