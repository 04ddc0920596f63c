import { pronounced } from '@shortfactory/text';
import type { Performance } from '@shortfactory/text';
import type { Pronunciations } from '@shortfactory/core';
import { leading } from './cast.ts';
import type { Cast } from './cast.ts';

/** A sentence where words have their sounds in IPA and a voice of the cast takes none: it says them as they are written. */
export function unheardIpa(cast: Cast, performance: Performance, lists: readonly Pronunciations[]): string[] {
  const deaf = leading(cast, performance).flatMap(
    (member) =>
      member.narrator.voices.find(({ id, ignoresIpa }) => id === member.voice && ignoresIpa === true) ?? [],
  );
  const words = performance.script.scenes.flatMap(({ narration }) => {
    const { text, phonemes } = pronounced(narration, lists);
    return phonemes.map(({ start, end }) => `“${text.slice(start, end)}”`);
  });
  if (deaf.length === 0 || words.length === 0) return [];
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  const [those, voices] = [words, deaf.map(({ label }) => label)].map((each) => list.format(new Set(each)));
  return [
    `The IPA of ${those} was not used: it cannot be given to ${voices}. Write how it sounds in letters, such as "win" for "Nguyen".`,
  ];
}
