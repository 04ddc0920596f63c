import type { Phonemes, Pronunciations } from '@shortfactory/core';
import { pronounced } from '../pronounce.ts';
import type { SpokenForm } from './alignment.ts';
import { spokenForm } from './spoken-form.ts';

/** What a narrator is given, and how it leads back to what is written. */
export interface ForVoice extends SpokenForm {
  /** In `text`. */
  readonly phonemes: readonly Phonemes[];
}

/**
 * A text as a voice gets it: its words pronounced as the lists say, all else in spoken form. What a list has said is
 * left alone. With `emojiName` emoji are said.
 */
export function forVoice(
  written: string,
  language: string,
  lists: readonly Pronunciations[],
  emojiName?: (emoji: string) => string | undefined,
): ForVoice {
  const own = pronounced(written, lists);
  const form = spokenForm(own.text, language, { kept: own.stretches, emojiName });
  const phonemes = own.phonemes.flatMap(({ start, end, ipa }) => {
    const inside = (offset: number): boolean => offset >= start && offset < end;
    const [from, to] = [form.offsets.findIndex(inside), form.offsets.findLastIndex(inside)];
    return from < 0 ? [] : [{ start: from, end: to + 1, ipa }];
  });
  return { text: form.text, offsets: form.offsets.map((offset) => own.writtenAt(offset)), phonemes };
}
