import type { Config } from './config.ts';
import { isLoopback, modelRef } from './endpoints.ts';

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
  if (config.AUTH === 'iap' && config.APP_ENV === 'local') {
    problems.push('AUTH: visitors or oidc was expected with APP_ENV=local, where no proxy is in front');
  }
  if (config.AUTH !== 'visitors' && config.SECRETS === 'env' && config.ROLE !== 'worker')
    needs(`AUTH=${config.AUTH}`, ['VISITOR_KEY']);
  const keyNames = (config.API_KEYS ?? '').split(',').map((pair) => pair.split(':')[0]?.trim());
  const unknown = config.SECRETS === 'env' && config.OPERATORS.find((name) => !keyNames.includes(name));
  if (typeof unknown === 'string') problems.push(`OPERATORS: ${unknown} is no name of API_KEYS`);
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
    const services = VOICE_PROVIDERS.filter((name) => name !== 'neural' && name !== 'offline');
    const keys = services.flatMap((name) =>
      name in VOICE_KEYS ? [VOICE_KEYS[name as keyof typeof VOICE_KEYS]] : [],
    );
    const onlyOurs = keys.length > 0 && keys.length === services.length;
    if (config.USE_REAL_VOICE && onlyOurs && keys.every((name) => config[name] === undefined)) {
      problems.push(`${keys.join(' or ')}: is needed with USE_REAL_VOICE=true`);
    }
  }
  const { FOOTAGE } = config;
  if (config.SECRETS === 'env' && config.C2PA_CERTIFICATE !== undefined)
    needs('C2PA_CERTIFICATE', ['C2PA_PRIVATE_KEY']);
  if (config.SECRETS === 'env' && config.YOUTUBE_CLIENT_ID !== undefined)
    needs('YOUTUBE_CLIENT_ID', ['YOUTUBE_CLIENT_SECRET']);
  if (config.SECRETS === 'env') {
    if (FOOTAGE.includes('pexels')) needs('FOOTAGE=pexels', ['PEXELS_API_KEY']);
    if (FOOTAGE.includes('pixabay')) needs('FOOTAGE=pixabay', ['PIXABAY_API_KEY']);
  }
  for (const source of FOOTAGE)
    if (source === 'openverse' || source === 'wikimedia') needs(`FOOTAGE=${source}`, ['FOOTAGE_CONTACT']);
  return [...problems, ...endpoints(config), ...ports(config)];
}

const LISTS = [
  ['LLM_PROVIDERS', 'USE_REAL_LLM'],
  ['IMAGE_PROVIDERS', 'USE_REAL_IMAGE'],
  ['VOICE_PROVIDERS', 'USE_REAL_VOICE'],
] as const;

/** Every endpoint that a list names is there, and has the key that it needs. */
function endpoints(config: Config): string[] {
  const problems: string[] = [];
  for (const [list, flag] of LISTS) {
    for (const entry of config[list]) {
      const ref = modelRef(entry, config.ENDPOINTS);
      const named = /^[a-z]/.test(entry) && entry.includes(':') && !/^https?:/.test(entry);
      if (!ref && named) {
        const name = entry.slice(0, entry.indexOf(':'));
        problems.push(`${list}: ${name} is no endpoint that is known; ENDPOINTS says where one's own are`);
      }
      const { key, url } = ref?.endpoint ?? {};
      if (config.SECRETS !== 'env' || !config[flag] || !key || !url || isLoopback(url)) continue;
      if (config[key] === undefined) problems.push(`${key}: is needed with ${list}=${entry}`);
    }
  }
  return problems;
}

function ports({ PORT, METRICS_PORT }: Config): string[] {
  return PORT === METRICS_PORT ? [`METRICS_PORT: ${METRICS_PORT} is PORT's too; another was expected`] : [];
}
