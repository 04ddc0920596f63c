import { SECRET_NAMES } from '@shortfactory/core/secrets';
import { z } from 'zod';
import { KNOWN_ENDPOINTS } from './known-endpoints.ts';
import type { Endpoint } from './known-endpoints.ts';

/** A model of an endpoint, as the lists of providers name it: `ollama:qwen3:8b`, `http://127.0.0.1:1234/v1#qwen3`. */
export interface ModelRef {
  readonly endpoint: Endpoint;
  readonly model: string;
}

/** Pexels and Pixabay are no endpoints of models. */
const API_KEYS = SECRET_NAMES.filter(
  (name) => name.endsWith('_API_KEY') && !/^(PEXELS|PIXABAY)_/.test(name),
) as [string, ...string[]];
const NAME = /^[a-z][a-z0-9-]{0,39}$/;
const price = z.number().min(0).max(100_000);

/** Whether nothing that is sent there leaves this machine. */
export function isLoopback(url: string): boolean {
  const { hostname } = new URL(url);
  return /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname) || hostname.endsWith('.localhost');
}

export const ADDRESS =
  'https, or http of this machine, without a name, password, query or fragment, was expected';

/** Where a cloud gives credentials to whoever asks, and addresses that only such services have. */
const METADATA =
  /^(169\.254(\.\d+){2}|\[fe[89ab][0-9a-f]:.*\]|\[fd00:ec2::254\]|\[::ffff:a9fe:.*\]|metadata(\.google\.internal)?)$/;

/** Whether it may be an endpoint's address. A message never repeats it: it may hold a password. */
export function isEndpointUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, username, password, search, hash, hostname } = new URL(value);
  if (username || password || search || hash || METADATA.test(hostname.replace(/\.$/, ''))) return false;
  return protocol === 'https:' || (protocol === 'http:' && isLoopback(value));
}

const endpointRow = z.strictObject({
  label: z.string().min(1).max(80).optional(),
  url: z.string().refine(isEndpointUrl, { error: ADDRESS }).optional(),
  key: z
    .enum(API_KEYS, { error: `one of ${API_KEYS.join(', ')} was expected` })
    .nullable()
    .optional(),
  usd: z
    .strictObject({
      ...{ inputPerMillion: price, outputPerMillion: price },
      ...{ perPicture: price, perThousandCharacters: price },
    })
    .partial()
    .optional(),
  voices: z
    .union([
      z.array(z.string().min(1).max(80)).min(1).max(200),
      z.record(z.string().min(1).max(80), z.array(z.string().min(2).max(20)).min(1).max(50)),
    ])
    .optional(),
});

const EXPECTED = 'a JSON object such as {"studio": {"url": "https://models.example.org/v1"}} was expected';

/** Endpoints of one's own by name, and what differs at the known ones; `null` in place of a key sends none. */
export const endpointsJson = z.string().transform((text, context): ReadonlyMap<string, Endpoint> => {
  const wrong = (message: string): never => {
    context.addIssue({ code: 'custom', message });
    return z.NEVER;
  };
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return wrong(EXPECTED);
  }
  if (typeof json !== 'object' || json === null || Array.isArray(json)) return wrong(EXPECTED);
  const endpoints = new Map<string, Endpoint>();
  for (const [name, value] of Object.entries(json)) {
    if (!NAME.test(name) || OURS.has(name))
      return wrong(
        `“${name.slice(0, 60)}” cannot be a name; small letters, digits and hyphens were expected`,
      );
    const parsed = endpointRow.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return wrong(`/${[name, ...(issue?.path ?? [])].map(String).join('/')}: ${issue?.message ?? ''}`);
    }
    const known = KNOWN_ENDPOINTS.get(name);
    const { url = known?.url, key = known?.key, usd, voices = known?.voices } = parsed.data;
    const { label = known?.label ?? name } = parsed.data;
    if (url === undefined) return wrong(`/${name}/url: ${ADDRESS}`);
    endpoints.set(name, {
      ...{ name, label, url: url.replace(/\/+$/, ''), usd, voices },
      key: (key ?? undefined) as Endpoint['key'],
    });
  }
  return endpoints;
});

/** Names that providers of ours have. */
const OURS = new Set(['gemini', 'elevenlabs', 'google', 'offline', 'neural']);

/** What a list of providers may hold besides our own names. Undefined when it is neither of the two forms. */
function partsOf(value: string): { name?: string; url?: string; model: string } | undefined {
  if (/^https?:\/\//i.test(value)) {
    const at = value.indexOf('#');
    const [url, model] = [value.slice(0, at), value.slice(at + 1)];
    return at > 0 && isModelName(model) && isEndpointUrl(url) ? { url, model } : undefined;
  }
  const [, name, model] = /^([a-z][a-z0-9-]*):(.+)$/.exec(value) ?? [];
  return name !== undefined && model !== undefined && !OURS.has(name) && isModelName(model)
    ? { name, model }
    : undefined;
}

const isModelName = (model: string): boolean => /^[\w.:/@+-]{1,200}$/.test(model);

/** What an entry of a list of providers may be, in words. */
export const MODEL_EXPECTED =
  'an endpoint with its model such as ollama:qwen3:8b, or an address such as http://127.0.0.1:1234/v1#qwen3';

/** Names of ours, models of endpoints, addresses with a model. */
export function providerNames<const T extends readonly string[]>(ours: T) {
  return z.string().refine((value) => ours.includes(value) || partsOf(value) !== undefined, {
    error: `${ours.join(', ')}, ${MODEL_EXPECTED} was expected`,
  });
}

/**
 * The endpoint and model that an entry of a list names; undefined for a name of ours, and for an endpoint that neither
 * ENDPOINTS nor the table has.
 */
export function modelRef(
  entry: string,
  endpoints: ReadonlyMap<string, Endpoint> | undefined,
): ModelRef | undefined {
  const parts = partsOf(entry);
  if (!parts) return undefined;
  const { name, url, model } = parts;
  if (url !== undefined) {
    const { host } = new URL(url);
    return { endpoint: { name: host, label: host, url: url.replace(/\/+$/, '') }, model };
  }
  const endpoint = endpoints?.get(name ?? '') ?? KNOWN_ENDPOINTS.get(name ?? '');
  return endpoint && { endpoint, model };
}
