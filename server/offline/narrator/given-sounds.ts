import { primaryLanguage } from '@shortfactory/core';
import type { NarrationRequest } from '@shortfactory/core';
import { espeakPhonemes } from './ipa.ts';
import type { Replacement } from './spoken-text.ts';

/** Words whose sounds are given, as far as espeak-ng has them; the others are said as they are written. */
export function soundsOf({ phonemes = [], language }: NarrationRequest): Replacement[] {
  return phonemes.flatMap(({ start, end, ipa }) => {
    const spoken = espeakPhonemes(ipa, primaryLanguage(language));
    return spoken === undefined ? [] : [{ start, end, spoken }];
  });
}
