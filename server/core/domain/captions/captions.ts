import { CaptionsInvalid } from '../errors.ts';
import { splitWords } from '../script/language.ts';

/** A word on screen and when it is spoken; times in ms from the start of whatever holds it (a scene, then the video). */
export interface CaptionWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
  /** False when the word is written against the one before it, as in Chinese. */
  readonly spaced: boolean;
}

/** Words that stand on screen together. */
export interface CaptionCue {
  readonly startMs: number;
  readonly endMs: number;
  readonly words: readonly CaptionWord[];
}

export type CaptionTrack = readonly CaptionCue[];

/** How much of a caption is read at a glance, in units of an average Latin letter; a CJK character counts as 1.8. */
const CUE_UNITS = { target: 26, max: 38 };
/** A cue never has more words than three lines can hold. */
const CUE_WORDS = 7;
/** A silence this long ends a cue: what comes after it is a new thought. */
const PAUSE_MS = 350;
/** A cue stays this long after its last word when nothing follows at once. */
const LINGER_MS = 400;

const SENTENCE_END = /[.!?…。！？؟।]["'”’»)\]]*$/u;
const CLAUSE_END = /[,;:–—、，；：،؛]["'”’»)\]]*$/u;
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Extended_Pictographic}]/u;

/** A cue as one line of text. */
export function cueText(cue: CaptionCue): string {
  return cue.words.map((word, i) => (i > 0 && word.spaced ? ' ' : '') + word.text).join('');
}

function units(text: string): number {
  let sum = 0;
  for (const char of text) sum += WIDE.test(char) ? 1.8 : 1;
  return sum;
}

/**
 * Groups timed words into cues: at sentence ends and pauses always, at a clause's end when the cue is long enough,
 * and before a cue grows beyond what three lines hold. Every word stands in exactly one cue, in order.
 */
export function cuesFrom(words: readonly CaptionWord[], audioMs: number): CaptionCue[] {
  const groups: CaptionWord[][] = [];
  let group: CaptionWord[] = [];
  let size = 0;
  const close = (): void => {
    if (group.length > 0) groups.push(group);
    [group, size] = [[], 0];
  };
  words.forEach((word, index) => {
    const width = units(word.text) + 1;
    if (group.length === CUE_WORDS || (group.length > 0 && size + width > CUE_UNITS.max)) close();
    group.push(word);
    size += width;
    const next = words[index + 1];
    if (!next) return;
    const remaining = words
      .slice(index + 1, index + 3)
      .reduce((sum, after) => sum + units(after.text) + 1, 0);
    const full = size >= CUE_UNITS.target && remaining > CUE_UNITS.max - size;
    const clause = CLAUSE_END.test(word.text) && size >= CUE_UNITS.target / 2;
    if (SENTENCE_END.test(word.text) || next.startMs - word.endMs >= PAUSE_MS || full || clause) close();
  });
  close();
  return groups.map((members, index) => {
    const first = members[0] as CaptionWord;
    const last = members.at(-1) as CaptionWord;
    const next = groups[index + 1]?.[0];
    const limit = next ? next.startMs : audioMs + LINGER_MS;
    return { startMs: first.startMs, endMs: Math.min(last.endMs + LINGER_MS, limit), words: members };
  });
}

/**
 * Throws CaptionsInvalid naming the scene and the word unless every word of the narration stands in the cues once, in
 * order, with times that never go back and end inside the audio.
 */
export function verifyCaptions(
  scene: number,
  narration: string,
  language: string,
  cues: readonly CaptionCue[],
  audioMs: number,
): void {
  const where = `Scene ${scene}`;
  const expected = splitWords(narration, language).map((word) => word.text);
  const shown = cues.flatMap((cue) => cue.words);
  for (let i = 0; i < Math.max(expected.length, shown.length); i++) {
    const [want, word] = [expected[i], shown[i]];
    if (want === undefined)
      throw new CaptionsInvalid(`${where}: the captions have “${word?.text}” after the last word.`);
    if (word === undefined)
      throw new CaptionsInvalid(`${where}: the word “${want}” is missing from the captions.`);
    if (word.text !== want) {
      throw new CaptionsInvalid(
        `${where}: the captions have “${word.text}” where the narration says “${want}”.`,
      );
    }
    const previousEnd = shown[i - 1]?.endMs ?? 0;
    if (word.startMs < previousEnd || word.endMs < word.startMs) {
      throw new CaptionsInvalid(`${where}: the word “${want}” is timed before the word that precedes it.`);
    }
    if (word.endMs > audioMs + 1) {
      throw new CaptionsInvalid(
        `${where}: the word “${want}” ends at ${word.endMs} ms, after the narration (${audioMs} ms).`,
      );
    }
  }
  for (const cue of cues) {
    const first = cue.words[0];
    const last = cue.words.at(-1);
    if (!first || !last || cue.startMs > first.startMs || cue.endMs < last.endMs) {
      throw new CaptionsInvalid(
        `${where}: a caption is not on screen while “${first?.text ?? ''}” is spoken.`,
      );
    }
  }
}

/** The same cues, later. */
export function shiftCues(cues: readonly CaptionCue[], ms: number): CaptionCue[] {
  return cues.map((cue) => ({
    startMs: cue.startMs + ms,
    endMs: cue.endMs + ms,
    words: cue.words.map((word) => ({ ...word, startMs: word.startMs + ms, endMs: word.endMs + ms })),
  }));
}
