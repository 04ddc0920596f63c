import { loadConfig } from '@shortfactory/config';
import { geminiVideoPrice } from '@shortfactory/providers/gemini-prices';
import { videoPrice } from '@shortfactory/providers/video-price';

/** Models and picture size that the server takes when nothing else is configured (server/config/config.ts). */
const USUAL = [
  geminiVideoPrice('text', 'gemini-3.8-flash'),
  geminiVideoPrice('image', 'gemini-nano-banana-2.1', '2K'),
  geminiVideoPrice('voice', 'gemini-3.8-flash-tts'),
] as const;

/** What services that write, draw and speak cost for a video of this length, in US dollars, about. */
export function providersUsd(videoSeconds: number): number {
  return USUAL.reduce(
    (sum, { usdPerVideo, usdPerSecond }) => sum + usdPerVideo + usdPerSecond * videoSeconds,
    0,
  );
}

const PARTS = [
  ['llm', 'LLM_PROVIDERS', 'USE_REAL_LLM'],
  ['image', 'IMAGE_PROVIDERS', 'USE_REAL_IMAGE'],
  ['voice', 'VOICE_PROVIDERS', 'USE_REAL_VOICE'],
] as const;

/** What an environment's services bill for a video, and which. */
export interface ProvidersBill {
  /** The first of each list, in their order; without what is made on the machine. */
  readonly names: readonly string[];
  readonly usdPerVideo: number;
}

/** Of the variables that a Service of the server has: whom it asks first, at what the server itself estimates. */
export function configuredProviders(
  variables: Readonly<Record<string, string>>,
  videoSeconds: number,
): ProvidersBill {
  const asked = /^(?:USE_REAL_|LLM_|IMAGE_|VOICE_|GEMINI_|ELEVENLABS_|ENDPOINTS$)/;
  const prices = Object.entries(variables).filter(([name]) => asked.test(name));
  // Only what prices depend on, as if every key were there: which are, only the deployment knows.
  const config = loadConfig({
    ...Object.fromEntries(prices),
    ...{ SECRETS: 'secret-manager', GCP_PROJECT_ID: 'prices' },
  });
  const first = PARTS.flatMap(([part, list, isReal]) => {
    const [entry] = config[isReal] ? config[list] : [];
    return entry === undefined || entry === 'offline' || entry === 'neural' ? [] : [{ part, entry }];
  });
  return {
    names: [...new Set(first.map(({ entry }) => entry))],
    usdPerVideo: first.reduce((sum, { part, entry }) => {
      const { usdPerVideo, usdPerSecond } = videoPrice(part, entry, config);
      return sum + usdPerVideo + usdPerSecond * videoSeconds;
    }, 0),
  };
}
