import type { FootageCredit, Visuals } from '../footage/visuals.ts';
import type { Look } from '../look/look.ts';
import type { TrackChoice } from './music-shelf.ts';
import type { Origin } from './origin.ts';
import type { EmojiReading, Script } from './script.ts';
import type { ImageStyle } from './story.ts';
import type { TopicBrief } from './topic-brief.ts';
import type { Aspect } from '../captions/timeline.ts';

/** The stages of the pipeline in the order in which they begin; illustrate and narrate run side by side. */
export const STAGES = ['story', 'script', 'illustrate', 'narrate', 'caption', 'compose', 'publish'] as const;
export type Stage = (typeof STAGES)[number];

/** A script to render, and what of the text that it was read from a person should know. */
export interface BroughtScript {
  readonly script: Script;
  /** Sentences; the first of the short's `degraded`. */
  readonly remarks?: readonly string[];
}

/** A topic to write about, and how. */
export type TopicSource = { readonly topic: string } & TopicBrief;

/** A user's request: a topic to write about, or a script to render as it is. */
export interface ShortRequest {
  readonly source: TopicSource | BroughtScript;
  /** BCP 47; only with a topic (a script says its own). */
  readonly language?: string;
  readonly imageStyle?: ImageStyle;
  /** A voice's id; without it the first that speaks the language. */
  readonly voice?: string;
  /** How fast it is spoken; without it the script's own speed. */
  readonly speed?: number;
  /** How much higher or lower than its own a voice speaks, in semitones; one whose pitch cannot be set speaks at its own. */
  readonly pitch?: number;
  /** Whether emoji are said by their names; without it as the script says. */
  readonly emoji?: EmojiReading;
  /** Length to aim at. A script's words decide: there it is what it was written for, or about how long it is. */
  readonly seconds: number;
  /** The first one is the video that the poster is taken from. */
  readonly aspects: readonly Aspect[];
  /** Object name of uploaded music. */
  readonly music?: string;
  /** Music of the shelf in its place. */
  readonly track?: TrackChoice;
  /** What scenes show that bring nothing of their own; drawings without it. */
  readonly visuals?: Visuals;
  /** Object name of an uploaded recording of the whole script, which is heard in place of a voice; only with a script. */
  readonly narration?: string;
  /** Captions, transitions and music's level are as it says; what else it says is in the other options. */
  readonly look?: Look;
}

/** How a short is to be made, whether of a topic or of a script. */
export type RequestOptions = Omit<ShortRequest, 'source'>;

export const SHORT_LIMITS = { minSeconds: 10, maxSeconds: 180, topicChars: 300 } as const;
export const DEFAULT_SECONDS = 30;
export const DEFAULT_STYLE: ImageStyle = 'flat';

export interface ShortScene {
  readonly index: number;
  /** Object name of the picture. */
  readonly illustration: string;
  readonly narrationSeconds: number;
}

export interface ShortOutput {
  readonly aspect: Aspect;
  /** Object name of the MP4. */
  readonly object: string;
  readonly bytes: number;
  readonly seconds: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** A finished short: everything that is needed to show and post it, as names of objects in the store. */
export interface Short {
  readonly title: string;
  /** Goes with the posted video. */
  readonly description: string;
  readonly language: string;
  readonly voice: string;
  readonly script: Script;
  readonly scenes: readonly ShortScene[];
  readonly outputs: readonly ShortOutput[];
  readonly captions: { readonly srt: string; readonly vtt: string; readonly ass: string };
  readonly poster: string;
  readonly loudnessLufs: number;
  /** Sentences for the person: what is less than it could be, such as a character that no font has. */
  readonly degraded: readonly string[];
  /** Stages that were done offline, without a service. */
  readonly offline: readonly Stage[];
  /** Whose photos and clips it shows, by scene; absent where it shows none. */
  readonly credits?: readonly FootageCredit[];
  /** How it was made, where a trained model had part in it; absent in what release 0.1.0 made. */
  readonly origin?: Origin;
}
