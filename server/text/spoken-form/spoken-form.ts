import { isSpeakable } from '@shortfactory/core';
import { flat } from './flat.ts';
import { readAll, type Reader, type Reading } from './reading.ts';
import { readMagnitudes } from './readers/magnitudes.ts';
import { readAddresses } from './readers/addresses.ts';
import { readDates } from './readers/dates.ts';
import { readMoney } from './readers/money.ts';
import { readFractions, readNumbers } from './readers/numbers.ts';
import { readMarked, readOrdinals } from './readers/ordinals.ts';
import { emojiIn, readLove, readPer, readSigns } from './readers/signs.ts';
import { readDurations, readUnits } from './readers/units.ts';
import { readAbbreviations, readWords } from './readers/words.ts';
import { aligned, type SpokenForm } from './alignment.ts';
import { speakerOf } from './speaker.ts';
import { readDecades, readYears } from './readers/years.ts';

export interface SpokenFormOptions {
  /** Stretches that are said as they stand (UTF-16 offsets): words with a pronunciation of their own. */
  readonly kept?: readonly { readonly start: number; readonly end: number }[] | undefined;
  /** Says an emoji in the text's language; without it emoji are silent. */
  readonly emojiName?: ((emoji: string) => string | undefined) | undefined;
}

/** In order of precedence: what one has found is not looked at by the next. */
const READERS: readonly Reader[] = [
  ...readLove,
  ...readAddresses,
  ...readDurations,
  ...readDecades,
  ...readMoney,
  ...readMagnitudes,
  ...readDates,
  ...readMarked,
  ...readUnits,
  ...readFractions,
  ...readYears,
  ...readOrdinals,
  ...readAbbreviations,
  ...readNumbers,
  ...readPer,
  ...readWords,
  ...readSigns,
];

/**
 * A text as a voice is to read it: money, units, dates, numerals, abbreviations, signs and markup in words of its
 * language (a BCP 47 tag; its region decides the order of dates), numbers as plain digits. Every part of it leads back
 * to what was written. Pure.
 */
export function spokenForm(written: string, language: string, options: SpokenFormOptions = {}): SpokenForm {
  const speaker = speakerOf(language);
  const text = flat(written);
  const kept = (options.kept ?? []).map((one) => ({ ...one, spoken: text.slice(one.start, one.end) }));
  const emoji: Reader = () => emojiReadings(text, options);
  const readings = readAll(text, speaker, [() => kept, ...READERS, emoji]);
  const form = aligned(written, text, readings);
  // Where nothing else is left to say, emoji are for the voice to name.
  return isSpeakable(form.text) ? form : aligned(written, text, []);
}

function emojiReadings(text: string, { emojiName }: SpokenFormOptions): Reading[] {
  return emojiIn(text).map(({ start, end, written }) => {
    const names = emojiName
      ? [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(written)].map(({ segment }) =>
          emojiName(segment),
        )
      : [];
    // A row of one emoji is said once.
    const said = new Set(names.filter((name) => name !== undefined));
    return { start, end, spoken: ` ${[...said].join(' ')} ` };
  });
}
