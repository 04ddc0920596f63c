import { KNOWN_ENDPOINTS, isLoopback, modelRef } from '@shortfactory/config';
import type { Config, Endpoint, ServiceKey } from '@shortfactory/config';
import { SERVICE_KEYS } from '@shortfactory/config';
import type { PartName } from '@shortfactory/providers';

/** A service that can be added to a list of providers. */
export interface Service {
  readonly name: string;
  readonly label: string;
  readonly parts: readonly PartName[];
  readonly address?: string;
  readonly key?: ServiceKey;
  /** Named together with a model; others have theirs in variables of their own. */
  readonly needsModel: boolean;
}

/** What a list of providers calls them, and what people do. */
const OWN: readonly Service[] = [
  {
    name: 'gemini',
    label: 'Gemini',
    parts: ['llm', 'image', 'voice'],
    key: 'GEMINI_API_KEY',
    needsModel: false,
  },
  {
    name: 'elevenlabs',
    label: 'ElevenLabs',
    parts: ['voice'],
    key: 'ELEVENLABS_API_KEY',
    needsModel: false,
  },
];

/** A server that no table knows. */
export const OTHER = 'other';

export const PARTS: readonly PartName[] = ['llm', 'image', 'voice'];
export const LIST_OF = { llm: 'LLM_PROVIDERS', image: 'IMAGE_PROVIDERS', voice: 'VOICE_PROVIDERS' } as const;
export const SWITCH_OF = { llm: 'USE_REAL_LLM', image: 'USE_REAL_IMAGE', voice: 'USE_REAL_VOICE' } as const;

/** Keys for servers of one's own; each server takes one of them. */
export const SPARE_KEYS = [
  'ENDPOINT_API_KEY',
  'OTHER_ENDPOINT_API_KEY',
] as const satisfies readonly ServiceKey[];

/** Everything that can be added, by name. */
export function services(config: Config): readonly Service[] {
  const own = [...(config.ENDPOINTS?.values() ?? [])];
  const known = [...KNOWN_ENDPOINTS.values()].filter(({ name }) => !config.ENDPOINTS?.has(name));
  return [
    ...OWN,
    ...[...known, ...own].map(ofEndpoint),
    { name: OTHER, label: 'Another server', parts: PARTS, key: SPARE_KEYS[0], needsModel: true },
  ];
}

function ofEndpoint({ name, label, url, key, voices, speaksOnly }: Endpoint): Service {
  const isOwn = !KNOWN_ENDPOINTS.has(name);
  return {
    ...{ name, label, address: url, needsModel: true },
    ...(isServiceKey(key) ? { key } : {}),
    parts: speaksOnly
      ? ['voice']
      : voices !== undefined || isOwn || isLoopback(url)
        ? PARTS
        : ['llm', 'image'],
  };
}

export function isServiceKey(name: string | undefined): name is ServiceKey {
  return (SERVICE_KEYS as readonly (string | undefined)[]).includes(name);
}

/** How an entry of a list of providers is called and what it needs. */
export interface Entry {
  readonly label: string;
  readonly model?: string;
  readonly address?: string;
  /** Any one of them is enough. */
  readonly keys: readonly ServiceKey[];
  readonly here: boolean;
}

const HERE: Readonly<Record<PartName, string>> = {
  llm: 'Written here',
  image: 'Drawn here',
  voice: 'Plain voice',
};

export function entryOf(entry: string, part: PartName, config: Config): Entry {
  const ref = modelRef(entry, config.ENDPOINTS);
  if (ref) {
    const { label, url, key } = ref.endpoint;
    const needed = isServiceKey(key) && !isLoopback(url) ? [key] : [];
    return { label, model: ref.model, address: url, keys: needed, here: false };
  }
  switch (entry) {
    case 'gemini':
      return {
        label: 'Gemini',
        model: {
          llm: config.GEMINI_TEXT_MODEL,
          image: config.GEMINI_IMAGE_MODEL,
          voice: config.GEMINI_VOICE_MODEL,
        }[part],
        keys: part === 'image' ? ['NANOBANANA_API_KEY', 'GEMINI_API_KEY'] : ['GEMINI_API_KEY'],
        here: false,
      };
    case 'elevenlabs':
      return {
        label: 'ElevenLabs',
        model: config.ELEVENLABS_MODEL,
        keys: ['ELEVENLABS_API_KEY'],
        here: false,
      };
    case 'google':
      return { label: 'Google Cloud', keys: [], here: false };
    case 'neural':
      return { label: 'Natural voices, on this machine', keys: [], here: true };
    case 'offline':
      return { label: HERE[part], keys: [], here: true };
    default:
      return { label: entry, keys: [], here: false };
  }
}
