import type { Script } from '../domain/script/script.ts';
import type { Character, ImageStyle, Story } from '../domain/script/story.ts';
import type { Aspect } from '../domain/captions/timeline.ts';
import type { Voice } from './narrator.ts';
import type { StoryRequest } from './story-writer.ts';

export interface ScriptWanted {
  readonly topic: string;
  /** Without it one is written first. */
  readonly story?: Story;
  readonly language?: string;
  readonly imageStyle?: ImageStyle;
  readonly seconds: number;
}

export interface PictureWanted {
  readonly visual: string;
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
  /** Another number asks for another picture of the same scene. */
  readonly take: number;
}

export interface SceneWarning {
  readonly code: 'too-long' | 'glyph';
  readonly title: string;
  readonly detail: string;
  readonly chars?: readonly string[];
  /** UTF-16 offset in the narration where a split reads well. */
  readonly splitAt?: number;
}

/** What a script would become. Seconds and money are estimates. */
export interface ScriptReview {
  readonly seconds: number;
  readonly makeSeconds: number;
  readonly costUsd: number;
  readonly scenes: readonly { readonly seconds: number; readonly warnings: readonly SceneWarning[] }[];
}

export interface Rates {
  /** Seconds of waiting for a second of video, about. */
  readonly makeSecondsPerSecond: number;
  readonly usdPerVideo: number;
  readonly usdPerSecond: number;
}

/** What a studio can do; the same for as long as the process lives. */
export interface StudioAbout {
  readonly voices: readonly Voice[];
  /** Which of the three are done here, without a service. */
  readonly offline: { readonly llm: boolean; readonly image: boolean; readonly voice: boolean };
  readonly rates: Rates;
}

/**
 * Synchronous work without a job: by the same stages and stored as the same artifacts, so that a video
 * made afterwards finds it ready. Everything is a promise, because the work is done in a process beside this one, where
 * drawing does not block requests. Throws ProviderFailed, StorageFailed or the signal's reason.
 */
export interface Studio {
  about(): Promise<StudioAbout>;
  tellStory(request: StoryRequest, signal: AbortSignal): Promise<Story>;
  writeScript(request: ScriptWanted, signal: AbortSignal): Promise<Script>;
  /** A picture of a scene, upright, as it would be in the video. */
  drawScene(request: PictureWanted, signal: AbortSignal): Promise<Uint8Array>;
  /**
   * Decodes the beginning of an upload that is to be music. Throws InputInvalid whose `problem` follows "the upload":
   * "is silent …", "begins like WAV but …".
   */
  checkMusic(upload: string, signal: AbortSignal): Promise<void>;
  /** Looks at a script without making anything. */
  review(script: Script, aspects: readonly Aspect[]): Promise<ScriptReview>;
}
