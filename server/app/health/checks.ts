import { randomUUID } from 'node:crypto';
import type { Config } from '@shortfactory/config';
import { DomainError, SecretUnavailable, StorageFailed } from '@shortfactory/core';
import type { JobQueue, ObjectStore, SecretName, SecretSource } from '@shortfactory/core';
import { inWords } from '@shortfactory/renderer';
import type { FfmpegAbout } from '@shortfactory/renderer';
import type { Scratch } from '../process/writable.ts';
import type { Check, CheckName } from './health.ts';

export interface CheckedDeps {
  readonly config: Config;
  readonly store: ObjectStore;
  readonly queue: JobQueue;
  readonly secrets: SecretSource;
  /** Throws RenderFailed naming what ffmpeg lacks. Undefined where this process never renders. */
  readonly ffmpeg: (() => Promise<FfmpegAbout>) | undefined;
  /** Undefined where this process makes no videos. */
  readonly scratch?: Scratch | undefined;
}

/** The checks of /health. Each returns a readable text; an unexpected error is reported only by its class. */
export function checksOf(deps: CheckedDeps): Record<CheckName, Check> {
  const { config, queue, secrets } = deps;
  // Google's voices are set up where a project is named.
  const voices = config.VOICE_PROVIDERS.filter((name) => name !== 'google' || config.GCP_PROJECT_ID);
  const checks: Record<CheckName, Check> = {
    storage: async () => {
      await deps.scratch?.check();
      const checked = await checkStorage(deps.store, config.STORAGE === 'fs' ? 'a folder' : 'a bucket');
      const instead = deps.scratch?.instead;
      return instead === undefined ? checked : { ...checked, detail: `${checked.detail}; ${instead}` };
    },
    queue: async (signal) => {
      await queue.check(signal);
      return { state: 'ok', detail: queue.kind };
    },
    ffmpeg: async () => {
      if (!deps.ffmpeg) return { state: 'ok', detail: 'the worker renders; this process does not' };
      return { state: 'ok', detail: `${inWords(await deps.ffmpeg())}, with every part that is used` };
    },
    llm: () => checkProvider(config.USE_REAL_LLM, 'USE_REAL_LLM', config.LLM_PROVIDERS, secrets),
    image: () => checkProvider(config.USE_REAL_IMAGE, 'USE_REAL_IMAGE', config.IMAGE_PROVIDERS, secrets),
    voice: () => checkProvider(config.USE_REAL_VOICE, 'USE_REAL_VOICE', voices, secrets),
    secrets: async () => {
      await secrets.check();
      return { state: 'ok', detail: config.SECRETS };
    },
  };
  return Object.fromEntries(
    Object.entries(checks).map(([name, check]) => [name, explained(check)]),
  ) as Record<CheckName, Check>;
}

/** Writes, reads and removes an object of its own. */
async function checkStorage(store: ObjectStore, where: string): ReturnType<Check> {
  const name = `health/${randomUUID()}`;
  const bytes = Buffer.from(name);
  try {
    await store.create(name, { bytes });
    const read = await store.read(name);
    if (!read || !bytes.equals(read)) throw new StorageFailed('What was just written reads back otherwise.');
  } finally {
    await store.remove(name);
  }
  return { state: 'ok', detail: `${where} that can be written, read and removed from` };
}

/** Any one of these keys is enough to call a provider; none is needed where the platform’s own identity is used. */
const KEYS: Readonly<Record<string, readonly SecretName[]>> = {
  'USE_REAL_LLM gemini': ['GEMINI_API_KEY'],
  'USE_REAL_IMAGE gemini': ['NANOBANANA_API_KEY', 'GEMINI_API_KEY'],
  'USE_REAL_VOICE gemini': ['GEMINI_API_KEY'],
  'USE_REAL_VOICE elevenlabs': ['ELEVENLABS_API_KEY'],
  'USE_REAL_VOICE google': [],
};

async function checkProvider(
  real: boolean,
  flag: string,
  providers: readonly string[],
  secrets: SecretSource,
): ReturnType<Check> {
  const services = providers.filter((provider) => provider !== 'offline');
  if (!real || services.length === 0) return { state: 'offline', detail: 'made here, without a service' };
  const missing: string[] = [];
  const ready: string[] = [];
  for (const provider of services) {
    const names = KEYS[`${flag} ${provider}`] ?? [];
    const values = await Promise.all(names.map((name) => secrets.get(name)));
    if (names.length === 0 || values.some((value) => value !== undefined)) ready.push(provider);
    else missing.push(names.join(' or '));
  }
  if (ready.length === 0) {
    throw new SecretUnavailable(`${flag} is true, but ${missing.join(' and ')} is not set.`);
  }
  return { state: 'ok', detail: `${ready.join(', ')} with a key` };
}

function explained(check: Check): Check {
  return async (signal) => {
    try {
      return await check(signal);
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw new Error(`It failed unexpectedly (${error instanceof Error ? error.name : 'unknown'}).`, {
        cause: error,
      });
    }
  };
}
