import type { TrackId } from '@shortfactory/core';
import type { Key } from './theory.ts';

/** How what is played sounds; each is a function in instruments.ts or drums.ts. */
export type Tuned = 'bass' | 'bell' | 'keys' | 'pad' | 'pluck' | 'strings' | 'sub';
export type Drum = 'clap' | 'hat' | 'kick' | 'rim' | 'shaker' | 'snare';

/**
 * What one instrument plays. `bars` has a character for each sixteenth of a bar, and is repeated; `.` is a rest. Tuned
 * instruments: a digit is a tone of the chord (0 its root, 1 its third …), `-` holds it; `*` is the whole chord. Drums: `x` a
 * stroke, `o` a soft one.
 */
export interface Part {
  readonly instrument: Tuned | Drum;
  readonly bars: string;
  /** Octaves above the key's. */
  readonly octave?: number;
  readonly level: number;
  /** -1 is left, 1 right. */
  readonly pan?: number;
  /** In which quarters of the track it plays; without it in all. */
  readonly quarters?: string;
}

export interface Track {
  readonly id: TrackId;
  /** What people see. */
  readonly label: string;
  /** What it feels like: words that a story's mood is compared with. */
  readonly moods: readonly string[];
  readonly beatsPerMinute: number;
  readonly key: Key;
  /** Steps of the scale, one a bar; repeated to four times four bars. */
  readonly chords: readonly number[];
  /** How far off-beat sixteenths come late, as a share of a sixteenth. */
  readonly swing?: number;
  /** How much of the room is heard, 0 to 1. */
  readonly room: number;
  readonly parts: readonly Part[];
}

export const BARS = 16;
export const STEPS_PER_BAR = 16;

export const TRACKS: readonly Track[] = [
  {
    id: 'morning',
    label: 'Morning, bright and light',
    moods: ['bright', 'happy', 'fresh'],
    beatsPerMinute: 104,
    key: { root: 60, scale: 'major' },
    chords: [0, 4, 5, 3],
    room: 0.25,
    parts: [
      { instrument: 'pluck', bars: '0.2.1.2.3.2.1.2.', octave: 0, level: 0.5, pan: -0.25 },
      { instrument: 'keys', bars: '*---..*---..*---', level: 0.3, pan: 0.2 },
      { instrument: 'bass', bars: '0-----0-....0-2-', octave: -2, level: 0.6, quarters: '0111' },
      { instrument: 'kick', bars: 'x.......x.o.....', level: 0.5, quarters: '0111' },
      { instrument: 'clap', bars: '....x.......x...', level: 0.22, quarters: '0011' },
      { instrument: 'shaker', bars: 'o.x.o.x.o.x.o.x.', level: 0.14, pan: 0.35, quarters: '0111' },
      { instrument: 'bell', bars: '........4...3.2.', octave: 1, level: 0.12, pan: 0.4, quarters: '0101' },
    ],
  },
  {
    id: 'lamplight',
    label: 'Lamplight, calm',
    moods: ['calm', 'gentle', 'sleep'],
    beatsPerMinute: 68,
    key: { root: 57, scale: 'major' },
    chords: [0, 3, 5, 4],
    room: 0.5,
    parts: [
      { instrument: 'pad', bars: '*---------------', level: 0.34 },
      { instrument: 'keys', bars: '0...2...3...2...', octave: 1, level: 0.36, pan: -0.2 },
      { instrument: 'sub', bars: '0---------------', octave: -2, level: 0.4 },
      { instrument: 'bell', bars: '....4.......2...', octave: 1, level: 0.1, pan: 0.35, quarters: '0101' },
    ],
  },
  {
    id: 'rainy-window',
    label: 'Rainy window, slow beat',
    moods: ['relaxed', 'everyday', 'study'],
    beatsPerMinute: 78,
    key: { root: 58, scale: 'dorian' },
    chords: [0, 3, 6, 5],
    swing: 0.3,
    room: 0.3,
    parts: [
      { instrument: 'keys', bars: '*-----...*----..', level: 0.4 },
      { instrument: 'bass', bars: '0----.0-..2-0-..', octave: -2, level: 0.55 },
      { instrument: 'kick', bars: 'x......x..x.....', level: 0.6 },
      { instrument: 'snare', bars: '....x.......x...', level: 0.3 },
      { instrument: 'hat', bars: 'x.o.x.o.x.o.x.oo', level: 0.12, pan: 0.2 },
      { instrument: 'pluck', bars: '......4.3...2...', octave: 1, level: 0.2, pan: -0.35, quarters: '0101' },
    ],
  },
  {
    id: 'question',
    label: 'Question, curious',
    moods: ['curious', 'science', 'wonder'],
    beatsPerMinute: 96,
    key: { root: 62, scale: 'lydian' },
    chords: [0, 1, 0, 4],
    room: 0.35,
    parts: [
      { instrument: 'pluck', bars: '0..2..1..3..2.1.', level: 0.45, pan: -0.3 },
      { instrument: 'bell', bars: '....3.......4...', octave: 1, level: 0.16, pan: 0.3 },
      { instrument: 'pad', bars: '*---------------', level: 0.2 },
      { instrument: 'bass', bars: '0.....0.....2...', octave: -2, level: 0.5, quarters: '0111' },
      { instrument: 'rim', bars: '...x..x....x..x.', level: 0.16, pan: 0.15, quarters: '0111' },
      { instrument: 'shaker', bars: 'o.o.x.o.o.o.x.o.', level: 0.1, quarters: '0011' },
    ],
  },
  {
    id: 'hopscotch',
    label: 'Hopscotch, playful',
    moods: ['playful', 'funny', 'children'],
    beatsPerMinute: 116,
    key: { root: 65, scale: 'major' },
    chords: [0, 5, 3, 4],
    swing: 0.2,
    room: 0.15,
    parts: [
      { instrument: 'pluck', bars: '0.*.2.*.0.*.2.*.', level: 0.45 },
      { instrument: 'bell', bars: '4.3.2.....2.3...', octave: 1, level: 0.14, pan: 0.3, quarters: '0110' },
      { instrument: 'bass', bars: '0...2...0...2...', octave: -2, level: 0.5 },
      { instrument: 'clap', bars: '....x.......x.x.', level: 0.2, quarters: '0111' },
      { instrument: 'rim', bars: 'x.x...x.x.x...x.', level: 0.14, pan: -0.3 },
      { instrument: 'kick', bars: 'x.......x.......', level: 0.45, quarters: '0111' },
    ],
  },
  {
    id: 'running-start',
    label: 'Running start, driving',
    moods: ['energetic', 'sport', 'fast'],
    beatsPerMinute: 126,
    key: { root: 57, scale: 'minor' },
    chords: [0, 5, 2, 6],
    room: 0.2,
    parts: [
      { instrument: 'bass', bars: '0.0.0.0.0.0.0.2.', octave: -1, level: 0.5 },
      { instrument: 'kick', bars: 'x...x...x...x...', level: 0.65 },
      { instrument: 'hat', bars: '..x...x...x...x.', level: 0.2, pan: 0.15 },
      { instrument: 'clap', bars: '....x.......x...', level: 0.28, quarters: '0111' },
      { instrument: 'pad', bars: '*---------------', level: 0.22 },
      { instrument: 'pluck', bars: '0.3.2.3.0.3.2.4.', octave: 1, level: 0.28, pan: -0.3, quarters: '0011' },
    ],
  },
  {
    id: 'countdown',
    label: 'Countdown, tense',
    moods: ['tense', 'news', 'urgent'],
    beatsPerMinute: 112,
    key: { root: 50, scale: 'minor' },
    chords: [0, 0, 5, 4],
    room: 0.3,
    parts: [
      { instrument: 'strings', bars: '0.0.0.0.0.0.0.0.', octave: 0, level: 0.3, pan: -0.2 },
      {
        instrument: 'strings',
        bars: '2---------------',
        octave: 1,
        level: 0.18,
        pan: 0.25,
        quarters: '0111',
      },
      { instrument: 'sub', bars: '0-------0-------', octave: -1, level: 0.5 },
      { instrument: 'rim', bars: 'x...x...x...x...', level: 0.14 },
      { instrument: 'kick', bars: 'x.........x.....', level: 0.6, quarters: '0111' },
      { instrument: 'hat', bars: 'oooooooooooooooo', level: 0.07, pan: 0.3, quarters: '0011' },
    ],
  },
  {
    id: 'cellar-door',
    label: 'Cellar door, dark',
    moods: ['dark', 'scary', 'mystery'],
    beatsPerMinute: 62,
    key: { root: 48, scale: 'minor' },
    chords: [0, 0, 5, 1],
    room: 0.7,
    parts: [
      { instrument: 'pad', bars: '*---------------', octave: -1, level: 0.34 },
      { instrument: 'sub', bars: '0---------------', octave: -1, level: 0.5 },
      { instrument: 'bell', bars: '......2.........', octave: 2, level: 0.12, pan: 0.4 },
      {
        instrument: 'strings',
        bars: '1---------------',
        octave: 1,
        level: 0.16,
        pan: -0.3,
        quarters: '0101',
      },
      { instrument: 'kick', bars: 'x..o............', level: 0.4, quarters: '0111' },
    ],
  },
  {
    id: 'letter',
    label: 'Letter, sad',
    moods: ['sad', 'farewell', 'memory'],
    beatsPerMinute: 66,
    key: { root: 62, scale: 'minor' },
    chords: [0, 5, 2, 4],
    room: 0.5,
    parts: [
      { instrument: 'keys', bars: '0...1...2...1...', level: 0.42 },
      { instrument: 'strings', bars: '2---------------', level: 0.2, pan: 0.2, quarters: '0111' },
      { instrument: 'sub', bars: '0---------------', octave: -2, level: 0.35 },
      { instrument: 'keys', bars: '........3---2---', octave: 1, level: 0.22, pan: -0.2, quarters: '0101' },
    ],
  },
  {
    id: 'first-light',
    label: 'First light, hopeful',
    moods: ['hopeful', 'inspiring', 'nature'],
    beatsPerMinute: 84,
    key: { root: 55, scale: 'major' },
    chords: [5, 3, 0, 4],
    room: 0.4,
    parts: [
      { instrument: 'keys', bars: '0.2.3.2.0.2.3.2.', octave: 0, level: 0.34, pan: -0.15 },
      { instrument: 'strings', bars: '*---------------', level: 0.2, quarters: '0111' },
      { instrument: 'bass', bars: '0-------0---2---', octave: -2, level: 0.5, quarters: '0111' },
      { instrument: 'kick', bars: 'x.......x.......', level: 0.4, quarters: '0011' },
      { instrument: 'shaker', bars: 'o.o.x.o.o.o.x.o.', level: 0.12, pan: 0.3, quarters: '0011' },
      { instrument: 'bell', bars: '4.......3.......', octave: 1, level: 0.1, pan: 0.35, quarters: '0011' },
    ],
  },
  {
    id: 'summit',
    label: 'Summit, grand',
    moods: ['epic', 'history', 'proud'],
    beatsPerMinute: 92,
    key: { root: 52, scale: 'minor' },
    chords: [0, 5, 2, 6],
    room: 0.5,
    parts: [
      { instrument: 'strings', bars: '*---------------', octave: 1, level: 0.26 },
      {
        instrument: 'strings',
        bars: '0.0.0.0.0.0.2.2.',
        octave: 0,
        level: 0.26,
        pan: -0.25,
        quarters: '0111',
      },
      { instrument: 'sub', bars: '0-------0-------', octave: -1, level: 0.5 },
      { instrument: 'kick', bars: 'x...x.x.x...x.xx', level: 0.6, quarters: '0111' },
      { instrument: 'snare', bars: '....x.......x.oo', level: 0.2, quarters: '0011' },
      { instrument: 'bell', bars: '3.......2.......', octave: 2, level: 0.1, pan: 0.3, quarters: '0011' },
    ],
  },
  {
    id: 'workbench',
    label: 'Workbench, steady',
    moods: ['steady', 'how-to', 'business'],
    beatsPerMinute: 100,
    key: { root: 59, scale: 'mixolydian' },
    chords: [0, 6, 3, 0],
    room: 0.2,
    parts: [
      { instrument: 'keys', bars: '*-..*-..*-..*-*-', level: 0.34 },
      { instrument: 'pluck', bars: '0...2.3...2.1...', level: 0.34, pan: -0.25, quarters: '0111' },
      { instrument: 'bass', bars: '0---..0-2---..1-', octave: -2, level: 0.55 },
      { instrument: 'kick', bars: 'x.....x.x.......', level: 0.5 },
      { instrument: 'rim', bars: '....x.......x...', level: 0.2, pan: 0.1 },
      { instrument: 'shaker', bars: 'x.o.x.o.x.o.x.o.', level: 0.1, pan: 0.3, quarters: '0111' },
    ],
  },
];
