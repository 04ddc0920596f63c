/**
 * Metrics of Google Cloud that our queries name, as PromQL writes them, with their labels.
 * @see https://cloud.google.com/monitoring/api/metrics_gcp
 */
export const PLATFORM_METRICS: Readonly<Record<string, readonly string[]>> = {
  'run_googleapis_com:request_count': [
    'monitored_resource',
    'service_name',
    'revision_name',
    'response_code',
    'response_code_class',
  ],
  'run_googleapis_com:container_instance_count': [
    'monitored_resource',
    'service_name',
    'revision_name',
    'state',
  ],
  'run_googleapis_com:container_billable_instance_time': [
    'monitored_resource',
    'service_name',
    'revision_name',
  ],
  'cloudtasks_googleapis_com:queue_depth': ['monitored_resource', 'queue_id', 'target_type'],
  // Ours, by log-metrics.ts.
  'logging_googleapis_com:user_shortfactory_out_of_memory': [
    'monitored_resource',
    'service_name',
    'revision_name',
  ],
};

/** What the collector, or Prometheus' own configuration, adds to every series of the server. */
export const TARGET_LABELS = ['service_name', 'revision_name', 'instanceId', 'instance', 'job'] as const;
