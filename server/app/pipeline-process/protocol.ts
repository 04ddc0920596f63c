import type { Config } from '@shortfactory/config';
import type {
  Aspect,
  LogFields,
  PictureWanted,
  RecordingGiven,
  RecordingHeard,
  Script,
  ScriptReview,
  ScriptWanted,
  SecretName,
  ShortRequest,
  SoundParts,
  Speech,
  SpeechWanted,
  Stage,
  Stems,
  Story,
  StoryRequest,
  StudioAbout,
  TelemetryEvent,
  TraceHeaders,
  WrittenScript,
} from '@shortfactory/core';
import type { Inspected } from '@shortfactory/jobs';
import type { Progress, RunReport } from '@shortfactory/pipeline';
import type { Found, PartName } from '@shortfactory/providers';
import type { FfmpegAbout } from '@shortfactory/renderer';
import type { WireError } from './wire-errors.ts';

/** Calls from the API's process to the pipeline process. Arguments and results are plain data. */
export interface Calls {
  make(request: ShortRequest, spentUsd: number | undefined): RunReport;
  inspect(object: string, seconds: number | undefined): Inspected;
  about(): StudioAbout;
  tellStory(request: StoryRequest): Story;
  writeScript(wanted: ScriptWanted): WrittenScript;
  drawScene(wanted: PictureWanted): Uint8Array;
  speak(wanted: SpeechWanted): Speech;
  /** Throws InputInvalid when an upload is not music. */
  checkMusic(upload: string): void;
  /** Throws ScriptInvalid, as the two below. */
  checkUploads(script: Script): void;
  hearRecording(given: RecordingGiven): RecordingHeard;
  checkRecordings(script: Script, narration: string | undefined): void;
  /** Throws NotFound. */
  stems(parts: SoundParts): Stems;
  review(script: Script, aspects: readonly Aspect[]): ScriptReview;
  /** Throws RenderFailed naming what ffmpeg lacks. */
  checkFfmpeg(): FfmpegAbout;
  /** Throws ProviderFailed. */
  tryProvider(config: Config, part: PartName, entry: string): string;
  findEndpoints(): readonly Found[];
}
export type CallName = keyof Calls;

/** Events of a run. */
export type RunEvent =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'degraded'; readonly sentence: string }
  | { readonly kind: 'spent'; readonly usd: number }
  | { readonly kind: 'artifact'; readonly stage: Stage; readonly found: boolean }
  | {
      readonly kind: 'stage-end';
      readonly stage: Stage;
      readonly outcome: 'done' | 'failed';
      readonly seconds: number;
    };

/** Questions of the pipeline process to its parent: may call `id` take its next costly step; the value of a secret. */
export type Question =
  | { readonly kind: 'step'; readonly id: number }
  | { readonly kind: 'secret'; readonly name: SecretName }
  | { readonly kind: 'secrets-check' };

export type ToPipelineProcess =
  /**
   * The first message, and again whenever the configuration has changed. `isFirst` unless an earlier process of the
   * same server has begun before.
   */
  | { readonly type: 'begin'; readonly config: Config; readonly isFirst: boolean }
  | {
      readonly type: 'call';
      readonly id: number;
      readonly name: CallName;
      readonly args: readonly unknown[];
      readonly trace: TraceHeaders;
    }
  | { readonly type: 'abort'; readonly id: number }
  | { readonly type: 'answer'; readonly ask: number; readonly value?: unknown; readonly fault?: WireError }
  | { readonly type: 'ping' };

export type FromPipelineProcess =
  | { readonly type: 'ready' }
  | { readonly type: 'result'; readonly id: number; readonly value: unknown }
  | { readonly type: 'fault'; readonly id: number; readonly fault: WireError }
  | { readonly type: 'event'; readonly id: number; readonly event: RunEvent }
  | { readonly type: 'ask'; readonly ask: number; readonly question: Question }
  | {
      readonly type: 'log';
      readonly level: 'debug' | 'info' | 'warn' | 'error';
      readonly message: string;
      readonly fields: LogFields;
      readonly fault?: WireError;
    }
  | { readonly type: 'telemetry'; readonly event: TelemetryEvent }
  | { readonly type: 'pong' };
