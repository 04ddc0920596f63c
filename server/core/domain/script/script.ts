import type { ImageStyle } from './story.ts';

/** One picture and what is said over it. */
export interface Scene {
  /** What is spoken and captioned, word for word. */
  readonly narration: string;
  /** What the picture shows, in plain words. */
  readonly visual: string;
  /** Object name of an uploaded picture that takes the illustration's place. */
  readonly upload?: string;
}

/** What is spoken and shown, scene by scene: the same JSON for the CLI's --script, the API and the editor. */
export interface Script {
  readonly title: string;
  /** BCP 47 tag; decides the voice, word segmentation and caption direction. */
  readonly language: string;
  readonly imageStyle?: ImageStyle;
  readonly scenes: readonly Scene[];
}

/** Limits on the size of untrusted scripts. A short of 180 s at a fast 3.5 words a second stays under them. */
export const SCRIPT_LIMITS = {
  scenes: 40,
  narrationChars: 1200,
  visualChars: 600,
  titleChars: 160,
  totalWords: 700,
  /** That a script may say it was written for. */
  seconds: 600,
} as const;
