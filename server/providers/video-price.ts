import { modelRef } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import { elevenLabsUsd } from './elevenlabs/narrator.ts';
import { geminiVideoPrice } from './gemini/prices.ts';
import type { VideoPrice } from './gemini/prices.ts';
import { NATURAL_USD_PER_CHARACTER } from './google/narrator.ts';
import { endpointVideoPrice } from './openai/prices.ts';
import type { PartName } from './part-name.ts';

/** Of a service's voice, about. */
const CHARACTERS_A_SECOND = 14;

const FREE: VideoPrice = { usdPerVideo: 0, usdPerSecond: 0 };

/** What a provider of a list costs, about, in dollars: what is made on the machine costs nothing. */
export function videoPrice(part: PartName, entry: string, config: Config): VideoPrice {
  const ref = modelRef(entry, config.ENDPOINTS);
  if (ref) return endpointVideoPrice(part, ref.endpoint);
  const perSecond = (usdPerSecond: number): VideoPrice => ({ usdPerVideo: 0, usdPerSecond });
  if (entry === 'elevenlabs') return perSecond(elevenLabsUsd(config.ELEVENLABS_MODEL, CHARACTERS_A_SECOND));
  if (entry === 'google') return perSecond(NATURAL_USD_PER_CHARACTER * CHARACTERS_A_SECOND);
  if (entry !== 'gemini') return FREE;
  return {
    llm: geminiVideoPrice('text', config.GEMINI_TEXT_MODEL),
    image: geminiVideoPrice('image', config.GEMINI_IMAGE_MODEL, config.GEMINI_IMAGE_SIZE),
    voice: geminiVideoPrice('voice', config.GEMINI_VOICE_MODEL),
  }[part];
}
