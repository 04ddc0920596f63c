import { fileURLToPath } from 'node:url';
import { SpeakerPool } from './speaker-pool.ts';
import type { PhonemesAnswer, PhonemesRequest, SpeakerPoolOptions } from './speaker-pool.ts';

/** espeak-ng for spelling texts in sounds; another voice says them. */
export function phonemePool(
  options: Omit<SpeakerPoolOptions, 'name' | 'childPath'>,
): SpeakerPool<PhonemesRequest, PhonemesAnswer> {
  const childPath = fileURLToPath(new URL('./espeak-child.mjs', import.meta.url));
  return new SpeakerPool({ name: 'espeak-ng', childPath, ...options });
}
