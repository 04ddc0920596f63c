import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { isLoopback, modelRef } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import { DomainError, SecretUnavailable, StorageFailed } from '@shortfactory/core';
import type { JobQueue, ObjectStore, SecretName, SecretSource } from '@shortfactory/core';
import { NO_RUNTIME, installedVoices, recorded, runtimeHere } from '@shortfactory/neural';
import { inWords } from '@shortfactory/renderer/ffmpeg-about';
import type { FfmpegAbout } from '@shortfactory/renderer';
import type { Scratch } from '../process/writable.ts';
import type { Check, CheckName } from './health.ts';

export interface CheckedDeps {
  /** As of now. */
  readonly config: () => Promise<Config>;
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
  const { queue, secrets } = deps;
  const checks: Record<CheckName, Check> = {
    storage: async () => {
      await deps.scratch?.check();
      const config = await deps.config();
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
    llm: async () => {
      const config = await deps.config();
      return checkProvider(config, 'USE_REAL_LLM', config.LLM_PROVIDERS, secrets);
    },
    image: async () => {
      const config = await deps.config();
      return checkProvider(config, 'USE_REAL_IMAGE', config.IMAGE_PROVIDERS, secrets);
    },
    voice: async () => {
      const config = await deps.config();
      // Google's voices are set up where a project is named.
      const voices = config.VOICE_PROVIDERS.filter((name) => name !== 'google' || config.GCP_PROJECT_ID);
      const checked = await checkProvider(config, 'USE_REAL_VOICE', voices, secrets);
      const natural = naturalVoices(config.VOICES_DIR);
      return natural === undefined ? checked : { ...checked, detail: `${checked.detail}; ${natural}` };
    },
    secrets: async () => {
      await secrets.check();
      return { state: 'ok', detail: (await deps.config()).SECRETS };
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

/** Which natural voices are installed, and what is wrong with one; undefined without any. */
function naturalVoices(dir: string): string | undefined {
  const folder = resolve(dir);
  const names = recorded(folder);
  if (names.length === 0) return undefined;
  const whole = installedVoices(folder).map(({ id }) => id);
  const damaged = names.filter((name) => !whole.includes(name));
  const runtime = runtimeHere();
  return [
    ...(whole.length > 0 ? [`natural voices: ${whole.join(', ')}`] : []),
    ...(damaged.length > 0 ? [`${damaged.join(', ')} cannot speak (npm run voices -- check)`] : []),
    ...(runtime ? [] : [`none of them speaks: ${NO_RUNTIME}`]),
    ...(runtime?.slower === undefined ? [] : [runtime.slower]),
  ].join('; ');
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
  config: Config,
  flag: 'USE_REAL_LLM' | 'USE_REAL_IMAGE' | 'USE_REAL_VOICE',
  providers: readonly string[],
  secrets: SecretSource,
): ReturnType<Check> {
  const services = providers.filter((provider) => provider !== 'neural' && provider !== 'offline');
  if (!config[flag] || services.length === 0)
    return { state: 'offline', detail: 'made here, without a service' };
  const missing: string[] = [];
  const ready: string[] = [];
  for (const provider of services) {
    const names = KEYS[`${flag} ${provider}`] ?? keysOf(provider, config);
    const values = await Promise.all(names.map((name) => secrets.get(name)));
    if (names.length === 0) ready.push(provider);
    else if (values.some((value) => value !== undefined)) ready.push(`${provider} with a key`);
    else missing.push(names.join(' or '));
  }
  if (ready.length === 0) {
    throw new SecretUnavailable(`${flag} is true, but ${missing.join(' and ')} is not set.`);
  }
  return { state: 'ok', detail: ready.join(', ') };
}

/** Keys of an endpoint: a server on this machine takes requests without one. */
function keysOf(provider: string, { ENDPOINTS }: Config): readonly SecretName[] {
  const { key, url } = modelRef(provider, ENDPOINTS)?.endpoint ?? {};
  return key === undefined || url === undefined || isLoopback(url) ? [] : [key];
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
