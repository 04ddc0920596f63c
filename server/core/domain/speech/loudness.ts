/** A stretch of sound, in ms from the audio's start. */
export interface Stretch {
  readonly fromMs: number;
  readonly toMs: number;
}

const HOP_MS = 10;
/** How far under its loud parts speech still counts as speech. */
const QUIET_DB = 32;
/** Shorter silences are the closed lips before a "p" or "t". */
export const MIN_PAUSE_MS = 90;

/** Root mean square of every 10 ms. */
export function envelope(samples: Int16Array, sampleRate: number): Float64Array {
  const hop = Math.max(1, Math.round((sampleRate * HOP_MS) / 1000));
  const levels = new Float64Array(Math.floor(samples.length / hop));
  for (let slot = 0; slot < levels.length; slot++) {
    let sum = 0;
    for (let i = slot * hop; i < (slot + 1) * hop; i++) sum += (samples[i] ?? 0) ** 2;
    levels[slot] = Math.sqrt(sum / hop);
  }
  return levels;
}

/**
 * Where something is heard, between pauses. Loud is judged by the loudest tenth of the sound, so that one click does
 * not make everything else silence. Empty for silence.
 */
export function spokenStretches(samples: Int16Array, sampleRate: number): Stretch[] {
  const levels = envelope(samples, sampleRate);
  const loud = [...levels].sort((a, b) => b - a)[Math.floor(levels.length / 10)] ?? 0;
  const threshold = Math.max(loud * 10 ** (-QUIET_DB / 20), 8);
  const stretches: Stretch[] = [];
  let from = -1;
  for (let slot = 0; slot <= levels.length; slot++) {
    const heard = slot < levels.length && (levels[slot] ?? 0) >= threshold;
    if (heard && from < 0) from = slot;
    if (heard || from < 0) continue;
    const stretch = { fromMs: from * HOP_MS, toMs: slot * HOP_MS };
    const before = stretches.at(-1);
    if (before && stretch.fromMs - before.toMs < MIN_PAUSE_MS)
      stretches[stretches.length - 1] = { ...before, toMs: stretch.toMs };
    else stretches.push(stretch);
    from = -1;
  }
  return stretches;
}
