/** What is to be read in logs only (google.logging.v2.LogMetric). */
export const LOG_METRICS = {
  'out-of-memory': {
    name: 'shortfactory_out_of_memory',
    description: 'Instances that Cloud Run stopped for using more memory than their limit.',
    filter:
      'resource.type="cloud_run_revision" AND resource.labels.service_name=~"^shortfactory-" AND logName:"run.googleapis.com%2Fvarlog%2Fsystem" AND textPayload:"Memory limit"',
    metricDescriptor: { metricKind: 'DELTA', valueType: 'INT64', unit: '1' },
  },
} as const;
