import type { Word } from '@shortfactory/core';
import { DIMENSIONS, HOP_MS, featuresOf } from './features.ts';
import type { Features } from './features.ts';
import { distance, searchWords, statesOf } from './word-search.ts';
import type { Frames, Span } from './word-search.ts';

/** Sound, mono. */
export interface Sound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/** The text as a voice of our own says it, with the time of each word. */
export interface Reference extends Sound {
  /** One a word, in order: when it begins and ends. */
  readonly times: readonly { readonly startMs: number; readonly endMs: number }[];
}

/** A word of the text in the recording. */
export interface HeardWord extends Word {
  /** Where it is not heard, both are where it would be. */
  readonly startMs: number;
  readonly endMs: number;
  readonly heard: boolean;
  /** Not heard, and there is no sound in its place either: it was not said. */
  readonly leftOut: boolean;
  /** How much better it fits than anything else would, a frame; the lower the better. */
  readonly score: number;
}

/** Vocal tracts compared with that of our voice. */
const WARPS = [0.78, 0.88, 1, 1.13, 1.28];
/** The first look takes so many frames at a time, or more where the sound is long. */
const POOL = 4;
/** Of recording times reference, in the first look. */
const MOST_CELLS = 30_000_000;
/** How far the second look may leave the first, in ms of each sound. */
const BAND_MS = { recording: 300, reference: 400 };
/** Of the distances to all frames of the reference, that which a wrong one is taken to have. */
const OTHER_SHARE = 0.12;
/** Of what something else costs, what silence does. */
const SILENCE = 0.35;
/** Frames of the reference that a frame of the recording is compared with to know what something else costs. */
const OTHER_FRAMES = 300;
/**
 * How much better than its decoys a text fits, a frame: chance makes more of a difference in a short sound. Where words
 * were not heard it must fit better, and less well where all were.
 */
const LIKENESS = { bySecond: 0.4, byHeard: 0.4, usuallyHeard: 0.9 };
/** Of the time of words that were not heard, how much sound in their place says that they were said after all. */
const LEFT_OUT_ROOM = 0.35;
/** Words that are shorter are slurred over: nobody can say whether they were left out. */
const SHORT_FRAMES = 12;
/** A word fits so much better than anything else, a frame, or is not heard. */
const HEARD_SCORE = 0.35;

/** What a recording has of a text. */
export interface Aligned {
  readonly words: readonly HeardWord[];
  /** Whether it is the text at all that is said, with or without some of its words. */
  readonly isText: boolean;
  /** How much better the text fits than the same sounds in another order, a frame; about 0 for other texts. */
  readonly likeness: number;
}

/**
 * Finds the words of a text in a person's recording of it. Pace, pauses and other sounds may be the person's own. Same
 * sounds, same answer.
 */
export function alignRecording(words: readonly Word[], recording: Sound, reference: Reference): Aligned {
  const ours = featuresOf(recording.samples, recording.sampleRate);
  const heardFrames = ours.heard.reduce((sum, each) => sum + each, 0);
  if (words.length === 0 || heardFrames === 0)
    return { words: words.map(unheard), isText: false, likeness: 0 };
  let best: { readonly theirs: Paced; readonly path: Coarse } | undefined;
  for (const warp of WARPS) {
    const features = featuresOf(reference.samples, reference.sampleRate, warp);
    const theirs = paced(features, reference.times, heardFrames);
    const path = firstLook(ours, theirs);
    if (!best || path.cost < best.path.cost) best = { theirs, path };
  }
  const { theirs, path } = best as NonNullable<typeof best>;
  const others = decoysOf(theirs).map((decoy) => firstLook(ours, decoy).cost);
  const found = secondLook(words, ours, theirs, path);
  const heard = found.filter((word) => word.heard).length / words.length;
  const likeness =
    (Math.min(...others) - path.cost) / (heardFrames / path.pool) +
    LIKENESS.byHeard * (heard - LIKENESS.usuallyHeard);
  const least = LIKENESS.bySecond / Math.sqrt((heardFrames * HOP_MS) / 1000);
  return { words: found, isText: likeness >= least, likeness };
}

function unheard(word: Word): HeardWord {
  return { ...word, startMs: 0, endMs: 0, heard: false, leftOut: true, score: Infinity };
}

/** The reference at the recording's pace, without its pauses. */
interface Paced extends Frames {
  readonly words: readonly Span[];
}

function paced(features: Features, times: Reference['times'], heardFrames: number): Paced {
  const spans = times.map(({ startMs, endMs }) => {
    const from = Math.min(Math.round(startMs / HOP_MS), features.frames - 1);
    let to = Math.max(from + 1, Math.min(features.frames, Math.round(endMs / HOP_MS)));
    while (to > from + 1 && features.heard[to - 1] === 0) to--;
    return { from, to };
  });
  const said = spans.reduce((sum, { from, to }) => sum + to - from, 0);
  const pace = Math.max(0.5, Math.min(2, heardFrames / said));
  const picked: number[] = [];
  const words = spans.map(({ from, to }) => {
    const first = picked.length;
    const length = Math.max(1, Math.round((to - from) * pace));
    for (let i = 0; i < length; i++) picked.push(Math.min(to - 1, from + Math.floor((i + 0.5) / pace)));
    return { from: first, to: picked.length };
  });
  const values = new Float32Array(picked.length * DIMENSIONS);
  picked.forEach((frame, i) =>
    values.set(features.values.subarray(frame * DIMENSIONS, (frame + 1) * DIMENSIONS), i * DIMENSIONS),
  );
  return { values, frames: picked.length, words };
}

/** The same sounds as other texts: any voice fits them as well as it fits a text that it does not say. */
function decoysOf(theirs: Paced): Paced[] {
  const { frames, words } = theirs;
  const values = new Float32Array(theirs.values.length);
  for (let i = 0; i < frames; i++)
    for (let c = 0; c < DIMENSIONS; c++) {
      const value = theirs.values[i * DIMENSIONS + c] as number;
      // What rises falls when time runs back.
      values[(frames - 1 - i) * DIMENSIONS + c] = c < DIMENSIONS / 2 ? value : -value;
    }
  const mirrored = words.map(({ from, to }) => ({ from: frames - to, to: frames - from }));
  const backwards = [
    { values, frames, words: mirrored },
    { values, frames, words: mirrored.toReversed() },
  ];
  return words.length < 3 ? backwards : [...backwards, { ...theirs, words: words.toReversed() }];
}

interface Coarse {
  readonly pool: number;
  readonly states: Int32Array;
  readonly words: readonly Span[];
  readonly cost: number;
}

function firstLook(ours: Features, theirs: Paced): Coarse {
  let pool = POOL;
  while ((ours.frames / pool) * (theirs.frames / pool) > MOST_CELLS) pool++;
  const recording = pooled(ours, pool);
  const picked: Span[] = [];
  const pieces: Float32Array[] = [];
  let frames = 0;
  for (const { from, to } of theirs.words) {
    const piece = pooled(
      { values: theirs.values.subarray(from * DIMENSIONS, to * DIMENSIONS), frames: to - from },
      pool,
    );
    pieces.push(piece.values);
    picked.push({ from: frames, to: frames + piece.frames });
    frames += piece.frames;
  }
  const values = new Float32Array(frames * DIMENSIONS);
  pieces.reduce((at, piece) => (values.set(piece, at), at + piece.length), 0);
  const heard = Uint8Array.from({ length: recording.frames }, (_, t) => {
    const part = ours.heard.subarray(t * pool, (t + 1) * pool);
    return part.reduce((sum, each) => sum + each, 0) * 2 >= part.length ? 1 : 0;
  });
  const reference = { values, frames };
  const { states, cost } = searchWords({
    ...{ recording, reference, words: picked, hopMs: HOP_MS * pool },
    other: otherCosts(recording, heard, reference),
  });
  return { pool, states, words: picked, cost };
}

/** Means of so many frames each. */
function pooled({ values, frames }: Frames, pool: number): Frames {
  const count = Math.ceil(frames / pool);
  const means = new Float32Array(count * DIMENSIONS);
  for (let frame = 0; frame < frames; frame++) {
    const at = Math.floor(frame / pool);
    const share = 1 / Math.min(pool, frames - at * pool);
    for (let c = 0; c < DIMENSIONS; c++)
      means[at * DIMENSIONS + c] =
        (means[at * DIMENSIONS + c] as number) + share * (values[frame * DIMENSIONS + c] as number);
  }
  return { values: means, frames: count };
}

/** A frame that is none of the words costs what the better ones of wrong frames would; silence costs less. */
function otherCosts(recording: Frames, heard: Uint8Array, reference: Frames): Float64Array {
  const step = Math.max(1, Math.floor(reference.frames / OTHER_FRAMES));
  const count = Math.ceil(reference.frames / step);
  const distances = new Float64Array(count);
  return Float64Array.from({ length: recording.frames }, (_, t) => {
    for (let i = 0; i < count; i++) distances[i] = distance(recording.values, t, reference.values, i * step);
    distances.sort();
    const cost = distances[Math.floor(OTHER_SHARE * (count - 1))] as number;
    return heard[t] === 1 ? cost : cost * SILENCE;
  });
}

function secondLook(words: readonly Word[], ours: Features, theirs: Paced, path: Coarse): HeardWord[] {
  const other = otherCosts(ours, ours.heard, theirs);
  const { spans } = searchWords({
    ...{ recording: ours, reference: theirs, words: theirs.words, other, hopMs: HOP_MS },
    band: bandAround(path, theirs, ours.frames),
  });
  const scores = spans.map((span, k) => (span ? scoreOf(span, k, ours, theirs, other) : Infinity));
  const heard = scores.map((score) => score <= HEARD_SCORE);
  const leftOut = leftOutOf(heard, spans, ours, theirs);
  let ms = 0;
  return words.map((word, k) => {
    const span = spans[k];
    const startMs = span ? span.from * HOP_MS : ms;
    if (span) ms = span.to * HOP_MS;
    const score = scores[k] as number;
    return { ...word, startMs, endMs: ms, heard: heard[k] === true, leftOut: leftOut[k] === true, score };
  });
}

/**
 * Which of the words that were not heard leave no room: the sound from the word before to the word after is as long as
 * these two alone. A word that is said in another way takes its time.
 */
function leftOutOf(
  heard: readonly boolean[],
  spans: readonly (Span | undefined)[],
  ours: Features,
  theirs: Paced,
): boolean[] {
  const lengthOf = (k: number): number => {
    const { from, to } = theirs.words[k] ?? { from: 0, to: 0 };
    return to - from;
  };
  const out = heard.map(() => false);
  for (let k = 0; k < heard.length; k++) {
    if (heard[k]) continue;
    let after = k;
    while (after < heard.length && !heard[after]) after++;
    const from = k === 0 ? 0 : (spans[k - 1]?.from ?? 0);
    const to = after === heard.length ? ours.frames : (spans[after]?.to ?? ours.frames);
    const sound = ours.heard.subarray(from, to).reduce((sum, each) => sum + each, 0);
    let expected = 0;
    for (let i = k; i < after; i++) expected += lengthOf(i);
    const beside = (k === 0 ? 0 : lengthOf(k - 1)) + lengthOf(after);
    const isOut = sound < beside + expected * LEFT_OUT_ROOM;
    for (; k < after; k++) out[k] = isOut && lengthOf(k) >= SHORT_FRAMES;
  }
  return out;
}

/** Near the path of the first look: a little before and after in both sounds. */
function bandAround(path: Coarse, theirs: Paced, frames: number): (frame: number) => Span {
  const coarse = statesOf(path.words);
  const fine = statesOf(theirs.words);
  const [around, beside] = [BAND_MS.recording / HOP_MS, BAND_MS.reference / HOP_MS];
  // A state of the first look → the state of the second at the same place of the text.
  const place = new Int32Array(coarse.total).fill(fine.total - 1);
  path.words.forEach(({ from, to }, k) => {
    const [first, there] = [coarse.firsts[k] as number, fine.firsts[k] as number];
    place[first - 1] = there - 1;
    const span = theirs.words[k] as Span;
    for (let i = 0; i < to - from; i++)
      place[first + i] = there + Math.min(span.to - span.from - 1, i * path.pool);
  });
  const at = (frame: number): number => {
    const t = Math.max(0, Math.min(path.states.length - 1, Math.floor(frame / path.pool)));
    return place[path.states[t] as number] as number;
  };
  return (frame) => ({
    from: frame < around ? 0 : Math.max(0, at(frame - around) - beside),
    to: frame >= frames - around ? fine.total : Math.min(fine.total, at(frame + around) + beside + 1),
  });
}

function scoreOf(span: Span, k: number, ours: Features, theirs: Paced, other: Float64Array): number {
  // Along the straight line through the word, and what lies near it: the path itself always finds something.
  const word = theirs.words[k] as Span;
  let sum = 0;
  for (let t = span.from; t < span.to; t++) {
    const middle = word.from + ((t - span.from + 0.5) / (span.to - span.from)) * (word.to - word.from);
    let nearest = Infinity;
    for (let j = Math.floor(middle) - 3; j <= middle + 3; j++)
      if (j >= word.from && j < word.to)
        nearest = Math.min(nearest, distance(ours.values, t, theirs.values, j));
    sum += nearest - (other[t] as number);
  }
  return sum / (span.to - span.from);
}
