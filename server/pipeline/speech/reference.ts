import {
  ProviderFailed,
  canSpeak,
  decodeWav,
  isOffline,
  splitWords,
  timeWords,
  voiceFor,
} from '@shortfactory/core';
import type { Narrator, Word } from '@shortfactory/core';
import { forVoice, writtenMarks } from '@shortfactory/text';
import type { Performance, Reference } from '@shortfactory/text';
import type { StageContext } from '../stage.ts';
import { listsOf } from '../stages/narrate.ts';

/** A scene as a voice of this machine says it: what a person's recording is compared with. Nobody hears it. */
export interface SaidHere extends Reference {
  readonly words: readonly Word[];
}

/** The narrator of this machine that speaks a language: no service is asked for what nobody hears. */
export function referenceNarrator(
  { narrator, instead, reference }: Pick<StageContext, 'narrator' | 'instead' | 'reference'>,
  language: string,
): Narrator | undefined {
  const here = [narrator, ...(instead?.narrators ?? [])].filter(({ id }) => isOffline(id));
  // The last of a list is the plainest, and the quickest.
  return [...(reference ? [reference] : []), ...here.reverse()].find(({ voices }) =>
    canSpeak(voices, language),
  );
}

/** Speaks a narration, and says when each of its words is heard; undefined where the voice cannot say it. */
export async function sayHere(
  context: StageContext,
  by: Narrator,
  performance: Performance,
  narration: string,
): Promise<SaidHere | undefined> {
  const { language } = performance.script;
  const { text, phonemes, offsets } = forVoice(narration, language, listsOf(context, performance));
  const request = { text, language, voice: voiceFor(by.voices, language).id };
  try {
    const { wav, marks } = await by.narrate(
      { ...request, ...(phonemes.length === 0 ? {} : { phonemes }) },
      context.signal,
    );
    const sound = decodeWav(wav);
    const ms = (sound.samples.length * 1000) / sound.sampleRate;
    const words = splitWords(narration, language);
    const times = timeWords(words, writtenMarks({ text, offsets }, words, marks, ms), ms);
    return { ...sound, words, times };
  } catch (error) {
    if (error instanceof ProviderFailed) return undefined;
    throw error;
  }
}
