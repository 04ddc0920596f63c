import type { SoundParts, Stems } from '../domain/editing/edit-parts.ts';
import type { Script } from '../domain/script/script.ts';
import type { Character, ImageStyle, Story } from '../domain/script/story.ts';
import type { TopicBrief } from '../domain/script/topic-brief.ts';
import type { Aspect } from '../domain/captions/timeline.ts';
import type { MusicTrack } from './musician.ts';
import type { Voice } from './narrator.ts';
import type { RemarkedScript, StoryRequest } from './story-writer.ts';

export interface ScriptWanted extends TopicBrief {
  readonly topic: string;
  /** Without it one is written first. */
  readonly story?: Story;
  readonly language?: string;
  readonly imageStyle?: ImageStyle;
  readonly seconds: number;
}

/** A script to edit, whether it states nothing, and what a person should know of it. */
export type WrittenScript = RemarkedScript & Pick<Story, 'kind'>;

export interface PictureWanted {
  readonly visual: string;
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
  /** Another number asks for another picture of the same scene. */
  readonly take: number;
}

/** Words to hear before a video is made. */
export interface SpeechWanted {
  /** With the marks that a narration may have. */
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  readonly voice?: string;
  readonly speed?: number;
  readonly pitch?: number;
  readonly pronunciations?: Readonly<Record<string, string>>;
}

/** A word of the text, and when it is heard. */
export interface SpokenWord {
  readonly text: string;
  readonly startMs: number;
  readonly endMs: number;
}

export interface Speech {
  /** RIFF WAV, PCM 16 bit mono. */
  readonly wav: Uint8Array;
  readonly ms: number;
  readonly words: readonly SpokenWord[];
  /** Who speaks. */
  readonly voice: string;
  /** Why it is not the voice that was asked for. */
  readonly degraded: readonly string[];
  readonly costUsd: number;
}

/** A text, and a person's recording of it. */
export interface RecordingGiven {
  readonly text: string;
  /** BCP 47. */
  readonly language: string;
  /** Object name of the upload. */
  readonly recording: string;
}

/** What of a text is heard in a recording. */
export interface RecordingHeard {
  /** Of what is heard, without the silence around it. */
  readonly ms: number;
  readonly words: readonly SpokenWord[];
  /** Words that were not found. */
  readonly missing: readonly string[];
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
  /** For each picture that is drawn besides one a scene. */
  readonly usdPerPicture: number;
}

/** What a studio can do; the same for as long as the process lives. */
export interface StudioAbout {
  readonly voices: readonly Voice[];
  readonly tracks: readonly MusicTrack[];
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
  writeScript(request: ScriptWanted, signal: AbortSignal): Promise<WrittenScript>;
  /** A picture of a scene, upright, as it would be in the video. */
  drawScene(request: PictureWanted, signal: AbortSignal): Promise<Uint8Array>;
  /** What is heard is what a video of the same words has. Throws InputInvalid for a voice that cannot say it. */
  speak(request: SpeechWanted, signal: AbortSignal): Promise<Speech>;
  /**
   * Decodes the beginning of an upload that is to be music. Throws InputInvalid whose `problem` follows "the upload":
   * "is silent …", "begins like WAV but …".
   */
  checkMusic(upload: string, signal: AbortSignal): Promise<void>;
  /**
   * Reads every picture and looks at every clip that a script brings along, as a video of it will. Throws ScriptInvalid
   * with the place in the script, whose `problem` follows "the upload" where that ends in `upload`.
   */
  checkUploads(script: Script, signal: AbortSignal): Promise<void>;
  /**
   * Finds the words of a text in an upload that is to be its recording. Throws ScriptInvalid whose `problem` follows "the
   * upload": "is silent …", "is not a recording of this text: …".
   */
  hearRecording(request: RecordingGiven, signal: AbortSignal): Promise<RecordingHeard>;
  /**
   * Reads every recording of a script, and the one of all of it, as a video of it will. Throws ScriptInvalid as
   * `hearRecording`, with the place in the script or "/narration".
   */
  checkRecordings(script: Script, narration: string | undefined, signal: AbortSignal): Promise<void>;
  /**
   * The sound of a finished video, taken apart, for an editing program. Throws NotFound when what it was mixed from has
   * been cleared away.
   */
  stems(parts: SoundParts, signal: AbortSignal): Promise<Stems>;
  /** Looks at a script without making anything. */
  review(script: Script, aspects: readonly Aspect[]): Promise<ScriptReview>;
}
