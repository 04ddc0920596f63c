/** Steps of a scale in semitones above its root. */
const SCALES = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  dorian: [0, 2, 3, 5, 7, 9, 10],
  lydian: [0, 2, 4, 6, 7, 9, 11],
  mixolydian: [0, 2, 4, 5, 7, 9, 10],
} as const;
export type Scale = keyof typeof SCALES;

export interface Key {
  /** MIDI number of the tonic; 60 is the middle C. */
  readonly root: number;
  readonly scale: Scale;
}

/** Hertz of a MIDI number, A4 = 440. */
export function hertz(midi: number): number {
  return 440 * 2 ** ((midi - 69) / 12);
}

/** The scale's tone so many steps above the tonic, as a MIDI number. */
export function toneOf({ root, scale }: Key, step: number): number {
  const steps = SCALES[scale];
  const octave = Math.floor(step / 7);
  return root + 12 * octave + (steps[step - 7 * octave] ?? 0);
}

/**
 * The chord on a step of the scale (0 is the tonic's), stacked in thirds: the tone of index 0 is its root, 1 its third, 2
 * its fifth, 3 its seventh, and so on upwards.
 */
export function chordTone(key: Key, chord: number, index: number): number {
  return toneOf(key, chord + 2 * index);
}

/** Three or four voices of a chord, each octave chosen so that the hand moves as little as can be from where it was. */
export function voicing(key: Key, chord: number, voices: number, before: readonly number[]): number[] {
  const centre = before.length === 0 ? key.root + 12 : before.reduce((a, b) => a + b, 0) / before.length;
  const tones = Array.from({ length: voices }, (_, index) => {
    const tone = chordTone(key, chord, index);
    return tone + 12 * Math.round((centre - tone) / 12);
  });
  return tones.sort((a, b) => a - b);
}
