import { spokenStretches } from '@shortfactory/core';
import type { Sound } from '@shortfactory/text';

/** How loud the loud half of a recording's voice is made: as our own voices are, so that both may follow each other. */
const VOICE_DBFS = -19;
const MOST_GAIN_DB = 36;
/** Above this peaks are rounded off. */
const ROUND_FROM = 0.8;
const FULL = 32_767;
const HOP_MS = 10;

/** Silence left before the first word and after the last: the timeline adds the breath between scenes. */
const LEAD_MS = 60;
const TAIL_MS = 140;
/** Words may be heard so much beyond where they were found. */
const REACH_MS = { before: 160, after: 360 };
/** At both ends, so that a cut does not click. */
const FADE_MS = 8;

/** The recording with its voice at the loudness of our own. */
export function levelled({ samples, sampleRate }: Sound): Sound {
  const hop = Math.round((sampleRate * HOP_MS) / 1000);
  const powers: number[] = [];
  for (const { fromMs, toMs } of spokenStretches(samples, sampleRate)) {
    const to = Math.min(samples.length, Math.round((toMs * sampleRate) / 1000));
    for (let at = Math.round((fromMs * sampleRate) / 1000); at + hop <= to; at += hop) {
      let sum = 0;
      for (let i = at; i < at + hop; i++) sum += (samples[i] as number) ** 2;
      powers.push(sum / hop);
    }
  }
  const loud = powers.sort((a, b) => b - a).slice(0, Math.ceil(powers.length / 2));
  const power = loud.reduce((sum, each) => sum + each, 0) / Math.max(1, loud.length);
  const wanted = FULL * 10 ** (VOICE_DBFS / 20);
  const gain = Math.min(10 ** (MOST_GAIN_DB / 20), wanted / Math.max(1, Math.sqrt(power)));
  return { samples: samples.map((sample) => rounded((sample * gain) / FULL) * FULL), sampleRate };
}

/** Follows the line up to where it would clip, and bends there. */
function rounded(value: number): number {
  const over = Math.abs(value) - ROUND_FROM;
  if (over <= 0) return value;
  const room = 1 - ROUND_FROM;
  return Math.sign(value) * (ROUND_FROM + room * Math.tanh(over / room));
}

/**
 * What is heard of a scene: from its first word to its last, and a little silence. Nothing of its neighbours.
 * @param beforeMs where the word before it ends; `afterMs` where the word after it begins.
 */
export function sceneSound(
  { samples, sampleRate }: Sound,
  words: readonly { readonly startMs: number; readonly endMs: number }[],
  {
    beforeMs = -Infinity,
    afterMs = Infinity,
  }: { readonly beforeMs?: number | undefined; readonly afterMs?: number | undefined },
): { readonly samples: Int16Array; readonly fromMs: number } {
  const wholeMs = (samples.length * 1000) / sampleRate;
  const [firstMs, lastMs] = [words[0]?.startMs ?? 0, words.at(-1)?.endMs ?? wholeMs];
  const heard = spokenStretches(samples, sampleRate);
  const begins = heard.find(({ toMs }) => toMs > firstMs)?.fromMs ?? firstMs;
  const ends = heard.findLast(({ fromMs }) => fromMs < lastMs)?.toMs ?? lastMs;
  const start = begins < firstMs ? Math.max(begins, firstMs - REACH_MS.before) : Math.min(begins, lastMs);
  const end = ends > lastMs ? Math.min(ends, lastMs + REACH_MS.after) : Math.max(ends, firstMs);
  const fromMs = Math.max(0, start - LEAD_MS, Math.min(firstMs, (beforeMs + firstMs) / 2));
  const toMs = Math.min(wholeMs, end + TAIL_MS, Math.max(lastMs, (lastMs + afterMs) / 2));
  const sample = (ms: number): number => Math.round((ms * sampleRate) / 1000);
  const piece = samples.slice(sample(fromMs), sample(toMs));
  const fade = Math.min(sample(FADE_MS), piece.length >> 1);
  for (let i = 0; i < fade; i++) {
    piece[i] = ((piece[i] as number) * i) / fade;
    piece[piece.length - 1 - i] = ((piece[piece.length - 1 - i] as number) * i) / fade;
  }
  return { samples: piece, fromMs };
}
