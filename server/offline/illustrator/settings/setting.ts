import type { Mood } from '../analysis/mood.ts';
import type { Painter } from '../painters/painter.ts';
import type { Random } from '../random.ts';

export type TimeOfDay = 'day' | 'dusk' | 'night';

/** What a setting is drawn with. All randomness comes from `random`, so a scene is the same on every run. */
export interface Stage {
  readonly painter: Painter;
  readonly random: Random;
  /** Picks the palette of what has no place: the same in every scene of a story with characters. */
  readonly palettes: Random;
  readonly time: TimeOfDay;
  readonly mood: Mood | undefined;
  /** A day colour as it looks at this time and in this mood. */
  c(dayColour: string): string;
  /** True when the motif itself is the sun, the moon or a planet: the sky then leaves room for it. */
  readonly skyTaken: boolean;
  /** Side of the page that the hero leaves free: -1 left, 1 right. */
  readonly freeSide: -1 | 1;
  /** True if the visual has one of these words: "rail", "window". Settings add fitting details. */
  mentions(...words: readonly string[]): boolean;
}

/** What carries a motif: it stands on ground or table, swims, flies, drifts in space, or is shown on a stage. */
export type Medium = 'ground' | 'table' | 'water' | 'air' | 'space' | 'stage';

/** A place. `back` is drawn before the motifs, `front` after them: it overlaps them and gives depth. */
export interface Setting {
  readonly medium: Medium;
  /** Where feet stand, page units. */
  readonly groundY: number;
  /** The colour that stands for the place: air, limited palettes and shadows are made from it. */
  readonly key: string;
  /** Colour of the ground under a motif, for its shadow. */
  readonly ground: string;
  /** Some places have their own time (space is always dark). */
  readonly time?: TimeOfDay;
  back(stage: Stage): void;
  front?(stage: Stage): void;
}
