import { RenderFailed, isSpeakable, splitWords, spokenStretches, timeWords } from '@shortfactory/core';
import type { Narrator, Word } from '@shortfactory/core';
import { alignRecording, alignWords, spokenSeconds } from '@shortfactory/text';
import type { HeardWord, Performance, Reference, Sound } from '@shortfactory/text';
import type { StageContext } from '../stage.ts';
import { sayHere } from './reference.ts';
import type { SaidHere } from './reference.ts';

/** A scene's words in a recording. */
export interface FoundScene {
  /** Those that were heard. */
  readonly words: readonly (Word & { readonly startMs: number; readonly endMs: number })[];
  /** Words that were left out. */
  readonly missing: readonly string[];
  /** Of the words that are spoken, those that were not heard as they should be. */
  readonly unheard: readonly string[];
  /** Whether enough was heard to be this scene. */
  readonly isSaid: boolean;
}

/** Of a scene's words. */
const LEAST_HEARD = 0.5;
/** A word that our voice says in less time is a sign or an emoji, which is silent. */
const SILENT_MS = 30;
/** How much longer or shorter than our voice a person may take for all of it, besides some seconds. */
const PACE = { least: 0.3, most: 2.6, slackSeconds: 3 };
const TEN_SECONDS = 10;

/**
 * Finds the scenes' words in a recording. Throws RenderFailed in words that follow "the upload" when it is not a recording
 * of them.
 */
export async function findScenes(
  context: StageContext,
  performance: Performance,
  texts: readonly string[],
  sound: Sound,
  by: Narrator | undefined,
): Promise<readonly FoundScene[]> {
  const said: SaidHere[] = [];
  for (const text of texts) {
    const scene = by && (await sayHere(context, by, performance, text));
    if (scene) said.push(scene);
  }
  if (said.length < texts.length) return byPauses(texts, performance.script.language, sound);
  refuseLength(
    sound,
    said.reduce((sum, { samples, sampleRate }) => sum + samples.length / sampleRate, 0),
  );
  const reference = inOneRow(said);
  const { words, isText } = alignRecording(
    said.flatMap((scene) => scene.words),
    sound,
    reference,
  );
  let at = 0;
  const found = said.map(({ words: own, times }): FoundScene => {
    const heard = words.slice(at, (at += own.length));
    const spoken = heard.filter((word, i) => isSpoken(word, times[i]));
    const unheard = spoken.filter((word) => !word.heard);
    const isSaid = unheard.length <= spoken.length * (1 - LEAST_HEARD);
    return {
      words: heard.filter((word) => word.heard),
      missing: unheard.filter(({ leftOut }) => !isSaid || leftOut).map(({ text }) => bare(text)),
      unheard: unheard.map(({ text }) => bare(text)),
      isSaid,
    };
  });
  if (!isText || found.every((scene) => !scene.isSaid)) throw otherText(found, texts);
  return found;
}

function isSpoken({ text }: HeardWord, time: Reference['times'][number] | undefined): boolean {
  return isSpeakable(text) && time !== undefined && time.endMs - time.startMs >= SILENT_MS;
}

/** A word as one names it: without what is written around it. */
function bare(text: string): string {
  return text.replace(/^[\p{P}\s]+|[\p{P}\s]+$/gu, '') || text;
}

function otherText(found: readonly FoundScene[], texts: readonly string[]): RenderFailed {
  const scene = Math.max(
    0,
    found.findIndex(({ unheard }) => unheard.length > 0),
  );
  const first = found[scene]?.unheard[0] ?? bare(texts[0] ?? '');
  const where = texts.length === 1 ? '' : ` of scene ${scene + 1}`;
  return new RenderFailed(
    `is not a recording of this text: the first word that was not found in it is “${first}”${where}`,
  );
}

function refuseLength({ samples, sampleRate }: Sound, ourSeconds: number): void {
  const [first, last] = [
    spokenStretches(samples, sampleRate)[0],
    spokenStretches(samples, sampleRate).at(-1),
  ];
  const seconds = ((last?.toMs ?? 0) - (first?.fromMs ?? 0)) / 1000;
  const { least, most, slackSeconds } = PACE;
  if (seconds >= ourSeconds * least - slackSeconds && seconds <= ourSeconds * most + slackSeconds) return;
  const shown = (value: number): number =>
    value < TEN_SECONDS ? Math.round(value * 10) / 10 : Math.round(value);
  throw new RenderFailed(
    `is ${shown(seconds)} s of sound, which cannot be this text: it takes about ${shown(ourSeconds)} s to say`,
  );
}

/** All scenes as one sound. */
function inOneRow(said: readonly SaidHere[]): Reference {
  const sampleRate = said[0]?.sampleRate ?? 0;
  const samples = new Int16Array(said.reduce((sum, scene) => sum + scene.samples.length, 0));
  let at = 0;
  const times = said.flatMap((scene) => {
    const fromMs = (at * 1000) / sampleRate;
    samples.set(scene.samples, at);
    at += scene.samples.length;
    return scene.times.map(({ startMs, endMs }) => ({ startMs: fromMs + startMs, endMs: fromMs + endMs }));
  });
  return { samples, sampleRate, times };
}

/** In a language that no voice of this machine speaks: by pauses and syllables alone, without knowing what is said. */
function byPauses(texts: readonly string[], language: string, sound: Sound): FoundScene[] {
  refuseLength(
    sound,
    texts.reduce((sum, text) => sum + spokenSeconds(text, language), 0),
  );
  const whole = texts.join('\n');
  const words = splitWords(whole, language);
  const ms = (sound.samples.length * 1000) / sound.sampleRate;
  const timed = timeWords(words, alignWords(words, language, sound.samples, sound.sampleRate), ms);
  let from = 0;
  return texts.map((text) => {
    const to = from + text.length;
    const own = timed.filter(({ start }) => start >= from && start < to);
    const shifted = own.map((word) => ({ ...word, start: word.start - from, end: word.end - from }));
    from = to + 1;
    return { words: shifted, missing: [], unheard: [], isSaid: true };
  });
}
