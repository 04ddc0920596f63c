import { spokenStretches, timeWords } from '@shortfactory/core';
import type { SpeechMark, Word } from '@shortfactory/core';

/** What one voice said, and the silence that is to be heard before it. */
export interface Utterance {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  /** Offsets in the text of the scene. */
  readonly marks: readonly SpeechMark[];
  /** The scene's words that are said in it. */
  readonly words: readonly Word[];
  readonly pauseMs: number;
}

export interface JoinedSpeech {
  readonly samples: Int16Array;
  readonly sampleRate: number;
  readonly marks: readonly SpeechMark[];
}

/**
 * Utterances one after the other with their pauses, which is where narrators are not asked: a pause is as long from the
 * last sound to the next as it was to be, whatever silence the voices leave. Each word gets a time inside its own
 * utterance, so that none is lit in a pause.
 */
export function joinSpeech(utterances: readonly Utterance[], pauseAfterMs: number): JoinedSpeech {
  const sampleRate = Math.max(...utterances.map((each) => each.sampleRate));
  const pieces: Int16Array[] = [];
  const marks: SpeechMark[] = [];
  let length = 0;
  let quietMs = 0;
  const silence = (ms: number): void => {
    const samples = new Int16Array(Math.max(0, Math.round((ms * sampleRate) / 1000)));
    pieces.push(samples);
    length += samples.length;
  };
  for (const utterance of utterances) {
    const samples = resampled(utterance, sampleRate);
    const stretches = spokenStretches(samples, sampleRate);
    const wholeMs = (samples.length * 1000) / sampleRate;
    silence(utterance.pauseMs - quietMs - (stretches[0]?.fromMs ?? 0));
    const startMs = (length * 1000) / sampleRate;
    const timed = timeWords(utterance.words, utterance.marks, wholeMs);
    marks.push(
      ...timed.map((word) => ({ offset: word.start, ms: Math.round(startMs + word.startMs) })),
      ...utterance.marks.map(({ offset, ms }) => ({ offset, ms: Math.round(startMs + ms) })),
    );
    pieces.push(samples);
    length += samples.length;
    quietMs = wholeMs - (stretches.at(-1)?.toMs ?? wholeMs);
  }
  silence(pauseAfterMs);
  const joined = new Int16Array(length);
  let at = 0;
  for (const piece of pieces) {
    joined.set(piece, at);
    at += piece.length;
  }
  return { samples: joined, sampleRate, marks: marks.sort((a, b) => a.ms - b.ms) };
}

/** Voices of one service may have different rates: the lower ones are raised, by a straight line between samples. */
function resampled({ samples, sampleRate }: Utterance, wanted: number): Int16Array {
  if (sampleRate === wanted) return samples;
  const step = sampleRate / wanted;
  return Int16Array.from({ length: Math.floor(samples.length / step) }, (_, i) => {
    const at = Math.floor(i * step);
    const [a, b] = [samples[at] ?? 0, samples[at + 1] ?? samples[at] ?? 0];
    return Math.round(a + (b - a) * (i * step - at));
  });
}
