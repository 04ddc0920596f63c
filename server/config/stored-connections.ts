import { ConfigInvalid } from '@shortfactory/core/errors';
import { SECRET_NAMES } from '@shortfactory/core/secrets';
import { z } from 'zod';

/** Keys of services: what a person may enter besides setting it in the environment. */
export const SERVICE_KEYS = SECRET_NAMES.filter((name) => name.endsWith('_API_KEY')) as ServiceKey[];
export type ServiceKey = Extract<(typeof SECRET_NAMES)[number], `${string}_API_KEY`>;

const OTHERS = [
  'LLM_PROVIDERS',
  'IMAGE_PROVIDERS',
  'VOICE_PROVIDERS',
  'USE_REAL_LLM',
  'USE_REAL_IMAGE',
  'USE_REAL_VOICE',
  'ENDPOINTS',
] as const;
export type StorableName = ServiceKey | (typeof OTHERS)[number];
const STORABLE = new Set<string>([...SERVICE_KEYS, ...OTHERS]);

/** What was entered at this machine: variables of the environment, below those that are set there. */
export interface StoredConnections {
  readonly variables: Readonly<Partial<Record<StorableName, string>>>;
  /** When a key was entered, ISO 8601. */
  readonly setAt: Readonly<Partial<Record<ServiceKey, string>>>;
}

export const NOTHING_STORED: StoredConnections = { variables: {}, setAt: {} };

const VERSION = 1;
const names = z.record(z.string(), z.string().max(100_000));
const stored = z.strictObject({ version: z.literal(VERSION), variables: names, setAt: names });

/** The text of the file; throws ConfigInvalid, whose sentence follows the file's name and repeats nothing of it. */
export function storedFrom(text: string): StoredConnections {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new ConfigInvalid('is damaged: it is not JSON');
  }
  const version = typeof json === 'object' && json !== null && 'version' in json ? json.version : undefined;
  if (typeof version === 'number' && version > VERSION)
    throw new ConfigInvalid('was written by a later version of ShortFactory');
  const parsed = stored.safeParse(json);
  if (!parsed.success || Object.keys(parsed.data.variables).some((name) => !STORABLE.has(name)))
    throw new ConfigInvalid('is damaged: it is not what ShortFactory writes');
  return parsed.data as StoredConnections;
}

export function textOfStored({ variables, setAt }: StoredConnections): string {
  return `${JSON.stringify({ version: VERSION, variables, setAt }, undefined, 2)}\n`;
}

type Env = Readonly<Record<string, string | undefined>>;

/** The environment with what was entered below it. Endpoints of both count, and the environment's win by name. */
export function withStored(env: Env, { variables }: StoredConnections): Env {
  const set = Object.fromEntries(
    Object.entries(env).filter(([, value]) => value !== undefined && value !== ''),
  );
  const [own, below] = [objectOf(set['ENDPOINTS']), objectOf(variables.ENDPOINTS)];
  return {
    ...variables,
    ...set,
    ...(own && below ? { ENDPOINTS: JSON.stringify({ ...below, ...own }) } : {}),
  };
}

/** The object in a JSON text; undefined when there is none. */
export function objectOf(text: string | undefined): Record<string, unknown> | undefined {
  try {
    const json: unknown = JSON.parse(text ?? '');
    return typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}
