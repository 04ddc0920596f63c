import type { SceneFootage } from '../footage/visuals.ts';
import type { ImageStyle } from './story.ts';

/** What is seen. */
export interface Shown {
  /** What the picture shows, in plain words. */
  readonly visual: string;
  /** By what photos and clips of it are searched, best first, in the script's language; by `visual` after them. */
  readonly searchWords?: readonly string[];
  /** Object name of an uploaded picture or clip that takes the illustration's place. */
  readonly upload?: string;
  /** How the upload is shown. */
  readonly clip?: ClipUse;
  /** A photo or clip of others in its place. */
  readonly footage?: SceneFootage;
}

/** Another visual of a scene, in place of the one before it. */
export interface Cut extends Shown {
  /** The word or phrase of the narration with which it comes in: the first such one after the cut before it. */
  readonly at: string;
}

/** What is said, and what is seen meanwhile: one picture, and one more for each cut. */
export interface Scene extends Shown {
  /**
   * What is spoken and captioned, as it was written: with the marks that are neither (`[pause 1s]`, `*so*`, and `ANNA:`
   * where a line is a speaker's). `performanceOf` tells them apart.
   */
  readonly narration: string;
  /** In the order of their words. */
  readonly cuts?: readonly Cut[];
  /** The sentence of a source that it rests on. */
  readonly restsOn?: string;
  /** Object name of an uploaded recording of the narration, which is heard in place of a voice. */
  readonly recording?: string;
}

/** Which part of an uploaded clip a scene shows, and how it fills the frame; `fit` and `focus` are a picture's, too. */
export interface ClipUse {
  /** Where it begins; 0 without it. */
  readonly fromSeconds?: number;
  /** Where it ends at the latest; the clip's end without it. */
  readonly toSeconds?: number;
  /** `fill` cuts off what does not fit the frame, `fit` shows all of it before its own blur. `fill` without it. */
  readonly fit?: ClipFit;
  /** What stays in the frame: 0, 0 is the upper left corner and 1, 1 the lower right one. */
  readonly focus?: { readonly x: number; readonly y: number };
  /** Whether its own sound is heard under the voice; `off` without it. */
  readonly sound?: (typeof CLIP_SOUNDS)[number];
  /** How fast it is played; 1 without it. */
  readonly speed?: number;
}

export const CLIP_FITS = ['fill', 'fit'] as const;
export type ClipFit = (typeof CLIP_FITS)[number];
export const CLIP_SOUNDS = ['off', 'under'] as const;
/** How fast a clip may be played. */
export const CLIP_SPEED = { least: 0.5, most: 2 } as const;

/** What is spoken and shown, scene by scene: the same JSON for the CLI's --script, the API and the editor. */
export interface Script {
  readonly title: string;
  /** BCP 47 tag; decides the voice, word segmentation and caption direction. */
  readonly language: string;
  readonly imageStyle?: ImageStyle;
  /** Goes with the posted video, hashtags included; without it the first narration does. */
  readonly description?: string;
  /** A voice's id for a speaker of the script, by the name that stands before the colon. */
  readonly voices?: Readonly<Record<string, string>>;
  /** How words are pronounced: by other words ("win"), or in IPA between slashes ("/wɪn/"). */
  readonly pronunciations?: Pronunciations;
  /** How fast it is spoken; 1 is the voice's own pace. */
  readonly speed?: number;
  /** Whether emoji are said by their names; without it they are silent. Captions show them either way. */
  readonly emoji?: EmojiReading;
  readonly scenes: readonly Scene[];
}

export const EMOJI_READINGS = ['silent', 'spoken'] as const;
export type EmojiReading = (typeof EMOJI_READINGS)[number];

export type Pronunciations = Readonly<Record<string, string>>;

/** Limits on the size of untrusted scripts. A short of 180 s at a fast 3.5 words a second stays under them. */
export const SCRIPT_LIMITS = {
  scenes: 40,
  narrationChars: 1200,
  visualChars: 600,
  /** Of a scene: with its own visual it shows four. */
  cuts: 3,
  cutAtChars: 120,
  restsOnChars: 1200,
  searches: 3,
  searchChars: 80,
  titleChars: 160,
  descriptionChars: 2200,
  totalWords: 700,
  /** That a script may say it was written for. */
  seconds: 600,
  speakers: 12,
  speakerChars: 24,
  pronunciations: 200,
  pronunciationChars: 80,
} as const;

/** How much faster or slower than its own pace a voice may be asked to speak. */
export const SPEED = { least: 0.8, most: 1.3 } as const;

/** How much higher or lower than its own a voice may be asked to speak, in semitones. */
export const PITCH = { least: -4, most: 4 } as const;
