import type { CastVoice } from './cast.ts';
import type { EspeakRequest, EspeakSpeech } from './speaker-pool.ts';

/** espeak-ng's scale of pitch ends here. */
const HIGHEST = 99;
/** Of the semitones, so much is asked of espeak-ng, as far as its scale goes; the rest is played faster or slower. */
const ASKED = 0.5;
/** How much of espeak-ng's pitch raises a variant of it by a semitone, measured. */
const A_SEMITONE: Readonly<Record<string, number>> = { Annie: 11.5, Michael: 6.4 };
const OTHERS = 50 / 12;
/** Samples on each side that a resampled one is made of. */
const REACH = 8;

/** How a voice is made higher or lower. */
export interface PitchPlan {
  /** What espeak-ng is asked: slower where the sound is played faster afterwards. */
  readonly asked: Pick<EspeakRequest, 'rate' | 'pitch'>;
  /** How much faster what it says is played. */
  readonly tape: number;
}

/**
 * Of a voice that is to speak so many semitones above its own pitch. espeak-ng's melody follows its pitch only in part, and
 * a woman's hardly goes lower; playing does the rest exactly, and moves the timbre with it, so each does half.
 */
export function pitchPlan({ rate, pitch, espeak }: CastVoice, semitones: number): PitchPlan {
  if (semitones === 0) return { asked: { rate, pitch }, tape: 1 };
  const semitone = A_SEMITONE[espeak.split('+')[1] ?? ''] ?? OTHERS;
  const wanted = pitch + semitones * ASKED * semitone;
  const asked = Math.round(Math.min(HIGHEST, Math.max(0, wanted)));
  const tape = 2 ** ((semitones - (asked - pitch) / semitone) / 12);
  return { asked: { rate: Math.round(rate / tape), pitch: asked }, tape };
}

/** The sound played faster by `tape`, at the rate that it had. */
export function played({ samples, sampleRate, words }: EspeakSpeech, tape: number): EspeakSpeech {
  if (tape === 1) return { samples, sampleRate, words };
  const length = Math.floor(samples.length / tape);
  const next = new Int16Array(length);
  // What would be above half the rate is left out.
  const cutoff = Math.min(1, 1 / tape);
  for (let i = 0; i < length; i++) {
    const at = i * tape;
    let [sum, weights] = [0, 0];
    for (let k = Math.ceil(at - REACH); k <= at + REACH; k++) {
      const x = at - k;
      const sinc = x === 0 ? cutoff : Math.sin(Math.PI * x * cutoff) / (Math.PI * x);
      const weight = sinc * (0.5 + 0.5 * Math.cos((Math.PI * x) / REACH));
      sum += weight * (samples[k] ?? 0);
      weights += weight;
    }
    next[i] = Math.max(-32_768, Math.min(32_767, Math.round(sum / weights)));
  }
  return {
    samples: next,
    sampleRate,
    words: words.map(({ codePoint, ms }) => ({ codePoint, ms: ms / tape })),
  };
}
