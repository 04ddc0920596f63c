import { geminiVideoPrice } from '@shortfactory/providers/gemini-prices';

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
