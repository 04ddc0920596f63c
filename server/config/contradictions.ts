import type { Config } from './config.ts';

const VOICE_KEYS = {
  gemini: 'GEMINI_API_KEY',
  elevenlabs: 'ELEVENLABS_API_KEY',
  google: 'GCP_PROJECT_ID',
} as const;

/** Checks that span variables: values that need or exclude one another. One sentence each. */
export function contradictions(config: Config): string[] {
  const problems: string[] = [];
  const needs = (when: string, names: readonly (keyof Config)[]): void => {
    for (const name of names)
      if (config[name] === undefined) problems.push(`${name}: is needed with ${when}`);
  };
  if (config.STORAGE === 'gcs') needs('STORAGE=gcs', ['GCS_BUCKET_NAME']);
  if (config.SECRETS === 'secret-manager') needs('SECRETS=secret-manager', ['GCP_PROJECT_ID']);
  if (config.ROLE !== 'worker') {
    if (config.QUEUE === 'http') needs('QUEUE=http', ['WORKER_URL']);
    if (config.QUEUE === 'cloud-tasks') {
      needs('QUEUE=cloud-tasks', [
        'GCP_PROJECT_ID',
        'GCP_REGION',
        'TASKS_QUEUE',
        'WORKER_URL',
        'TASKS_SERVICE_ACCOUNT',
      ]);
    }
  }
  if (config.ROLE === 'api' && config.QUEUE === 'inline') {
    problems.push(
      'QUEUE: inline runs jobs in this process, which ROLE=api does not; http or cloud-tasks was expected',
    );
  }
  if (config.QUEUE === 'http' && config.SECRETS === 'env') needs('QUEUE=http', ['WORKER_TOKEN']);
  const deployed = config.APP_ENV === 'staging' || config.APP_ENV === 'prod';
  if (deployed && config.STORAGE === 'fs') {
    problems.push(
      `STORAGE: fs loses everything with the instance; gcs was expected with APP_ENV=${config.APP_ENV}`,
    );
  }
  if (deployed && config.SECRETS === 'env') needs(`APP_ENV=${config.APP_ENV}`, ['SIGNING_KEY']);
  if (config.SECRETS === 'env') {
    if (config.USE_REAL_LLM && config.LLM_PROVIDERS.includes('gemini'))
      needs('USE_REAL_LLM=true', ['GEMINI_API_KEY']);
    if (config.USE_REAL_IMAGE && config.IMAGE_PROVIDERS.includes('gemini') && !config.NANOBANANA_API_KEY) {
      needs('USE_REAL_IMAGE=true', ['GEMINI_API_KEY']);
    }
    const { VOICE_PROVIDERS } = config;
    const keys = VOICE_PROVIDERS.flatMap((name) => (name === 'offline' ? [] : [VOICE_KEYS[name]]));
    if (config.USE_REAL_VOICE && keys.length > 0 && keys.every((name) => config[name] === undefined)) {
      problems.push(`${keys.join(' or ')}: is needed with USE_REAL_VOICE=true`);
    }
  }
  return [...problems, ...ports(config)];
}

function ports({ PORT, METRICS_PORT }: Config): string[] {
  return PORT === METRICS_PORT ? [`METRICS_PORT: ${METRICS_PORT} is PORT's too; another was expected`] : [];
}
