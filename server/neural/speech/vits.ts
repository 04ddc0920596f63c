// Piper's symbols: espeak-ng's phonemes letter by letter, with a pause of no length behind each.
import { z } from 'zod';
import { withinLength } from './sentences.ts';
import type { Sentence, Sound } from './sentences.ts';
import { SymbolRows } from './symbols.ts';
import type { SymbolRow } from './symbols.ts';

/** Longer sentences take much memory and are spoken no better. */
const MOST_SYMBOLS = 1000;

/** The settings that come with a voice of Piper. */
export const vitsSettings = z.object({
  audio: z.object({ sample_rate: z.int().min(8000).max(48_000) }),
  inference: z.object({
    noise_scale: z.number(),
    length_scale: z.number().positive(),
    noise_w: z.number(),
  }),
  phoneme_id_map: z.record(z.string(), z.array(z.int())),
});

export type VitsSettings = z.infer<typeof vitsSettings>;

/** Sentences as rows of numbers. A longer sentence is several rows. */
export function vitsRows(sentences: readonly Sentence[], { phoneme_id_map: map }: VitsSettings): SymbolRow[] {
  const blank = map['_'] ?? [];
  const idsOf = ({ phonemes }: Sound): number[] =>
    [...phonemes.join('').normalize('NFD')].flatMap((letter) => {
      const ids = map[letter];
      return ids ? [...ids, ...blank] : [];
    });
  const rowOf = (sentence: Sentence): SymbolRow => {
    const row = new SymbolRows();
    row.add([...(map['^'] ?? []), ...blank]);
    sentence.forEach((sound, index) => {
      if (index > 0 && sound.codePoint !== undefined) row.add([...(map[' '] ?? []), ...blank]);
      row.add(idsOf(sound), sound.codePoint);
    });
    row.add(map['$'] ?? []);
    return row;
  };
  return sentences
    .flatMap((sentence) => withinLength(sentence, MOST_SYMBOLS, (sound) => idsOf(sound).length + 2))
    .map(rowOf);
}
