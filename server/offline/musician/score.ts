import { seededRandom } from '../illustrator/random.ts';
import { chordTone, voicing } from './theory.ts';
import { BARS, STEPS_PER_BAR } from './tracks.ts';
import type { Drum, Part, Track, Tuned } from './tracks.ts';

export interface Note {
  readonly instrument: Tuned | Drum;
  readonly atSeconds: number;
  readonly seconds: number;
  /** Of tuned instruments. */
  readonly midi?: number;
  readonly level: number;
  readonly pan: number;
}

const DRUMS: readonly string[] = ['clap', 'hat', 'kick', 'rim', 'shaker', 'snare'] satisfies Drum[];
/** What a hand is early or late at the most, and how much a stroke differs from the next. */
const [LOOSE_SECONDS, LOOSE_LEVEL] = [0.005, 0.12];
const SOFT = 0.45;

export function secondsOf({ beatsPerMinute }: Track): number {
  return (BARS * 4 * 60) / beatsPerMinute;
}

/** Everything that is played in a track, in the order of its parts. */
export function scoreOf(track: Track): Note[] {
  return track.parts.flatMap((part, index) => notesOf(track, part, index));
}

function notesOf(track: Track, part: Part, index: number): Note[] {
  const random = seededRandom(track.beatsPerMinute * 1000 + index).next;
  const stepSeconds = 15 / track.beatsPerMinute;
  const notes: Note[] = [];
  const chords = chordsOf(track, part);
  for (let step = 0; step < BARS * STEPS_PER_BAR; step++) {
    const bar = Math.floor(step / STEPS_PER_BAR);
    if (part.quarters?.[Math.floor(bar / (BARS / 4))] === '0') continue;
    const sign = part.bars[step % part.bars.length] as string;
    if (sign === '.' || sign === '-') continue;
    const late = step % 2 === 1 ? (track.swing ?? 0) * stepSeconds : 0;
    const at = step * stepSeconds + late + (random() - 0.5) * 2 * LOOSE_SECONDS;
    const level = part.level * (1 - LOOSE_LEVEL * random());
    const common = { instrument: part.instrument, atSeconds: at, pan: part.pan ?? 0 };
    if (DRUMS.includes(part.instrument)) {
      notes.push({ ...common, seconds: stepSeconds, level: sign === 'o' ? level * SOFT : level });
      continue;
    }
    const seconds = heldFor(part.bars, step) * stepSeconds;
    const tones = sign === '*' ? (chords[bar] ?? []) : [toneOf(track, part, bar, Number(sign))];
    for (const [i, midi] of tones.entries()) {
      const pan = tones.length === 1 ? common.pan : common.pan + 0.5 * (i / (tones.length - 1) - 0.5);
      notes.push({ ...common, pan, seconds, midi, level: level / Math.sqrt(tones.length) });
    }
  }
  return notes;
}

/** Sixteenths from a sign to the next one that is no hold, within its pattern. */
function heldFor(bars: string, step: number): number {
  let length = 1;
  const at = step % bars.length;
  while (at + length < bars.length && bars[at + length] === '-') length++;
  return length;
}

/** The voices of each bar's chord, one hand moving from bar to bar. */
function chordsOf({ key, chords }: Track, { octave = 0 }: Part): number[][] {
  const bars: number[][] = [];
  for (let bar = 0; bar < BARS; bar++) {
    const chord = chords[bar % chords.length] ?? 0;
    const before = bars.at(-1)?.map((midi) => midi - 12 * octave) ?? [];
    bars.push(voicing(key, chord, 4, before).map((midi) => midi + 12 * octave));
  }
  return bars;
}

function toneOf({ key, chords }: Track, { octave = 0 }: Part, bar: number, index: number): number {
  const chord = chords[bar % chords.length] ?? 0;
  // A bass stays near its register whatever the chord's step.
  const fold = octave < 0 && chord > 4 ? -12 : 0;
  return chordTone(key, chord, index) + 12 * octave + fold;
}
