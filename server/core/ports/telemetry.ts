import type { JobStatus } from '../domain/job/job.ts';
import type { Stage } from '../domain/script/short.ts';

export type ProviderKind = 'llm' | 'image' | 'voice';
/** How a call to a provider ended; `retryable` and `failed` are ProviderFailed with and without hope. */
export const PROVIDER_OUTCOMES = ['ok', 'retryable', 'failed', 'cancelled'] as const;
export type ProviderOutcome = (typeof PROVIDER_OUTCOMES)[number];
export const PUBLICATION_OUTCOMES = ['sent', 'refused', 'unsure'] as const;
type PublicationOutcome = (typeof PUBLICATION_OUTCOMES)[number];
/** Refused for good, no quota left, no access any more, or not there for now. */
export const PUBLICATION_FAILURES = ['refused', 'quota', 'access', 'away'] as const;
type PublicationFailure = (typeof PUBLICATION_FAILURES)[number];
export type JobOutcome = Extract<JobStatus, 'done' | 'failed' | 'cancelled'>;

/** What happened, for counting. Nothing in it may be untrusted input: every field becomes a label or a number. */
export type TelemetryEvent =
  /** A run of a queued job began; `waitedSeconds` since it was last queued. */
  | { readonly type: 'job-started'; readonly waitedSeconds: number }
  /** A job reached its end; `seconds` since its work first began, queueing not included. */
  | {
      readonly type: 'job-ended';
      readonly outcome: JobOutcome;
      readonly seconds: number;
      /** Of all outputs together; 0 unless done. */
      readonly videoSeconds: number;
    }
  /** A run of a job failed and will be tried again. */
  | { readonly type: 'job-retried' }
  /** This process found that its lease on a job was another's or had run out. */
  | { readonly type: 'lease-lost' }
  | {
      readonly type: 'stage-ended';
      readonly stage: Stage;
      readonly outcome: 'done' | 'failed';
      readonly seconds: number;
    }
  /** A part of a stage was looked for in the store: found, or made anew. */
  | { readonly type: 'artifact'; readonly stage: Stage; readonly found: boolean }
  /** A part, or an upload, was found truncated or changed. */
  | { readonly type: 'artifact-damaged'; readonly stage: Stage | 'upload' }
  /** Skipped pictures could not be inserted into a video's clips. */
  | { readonly type: 'stream-refused' }
  /** A webhook was called: taken, or not. */
  | { readonly type: 'webhook-tried'; readonly outcome: 'ok' | 'failed' }
  /** A delivery ended: taken, given up after a day, or dropped with its webhook. */
  | { readonly type: 'webhook-ended'; readonly outcome: 'delivered' | 'failed' | 'dropped' }
  /** A publication ended by itself, for good or until its owner does something. */
  | { readonly type: 'publication-ended'; readonly outcome: PublicationOutcome }
  /** A call for a publication failed; it may be tried again. */
  | { readonly type: 'publication-failed'; readonly why: PublicationFailure }
  | {
      readonly type: 'provider-called';
      readonly kind: ProviderKind;
      /** 'gemini', 'elevenlabs', 'google' or 'offline': never a model or an address. */
      readonly provider: string;
      readonly outcome: ProviderOutcome;
      readonly seconds: number;
      /** What the call is estimated to cost. */
      readonly costUsd: number;
    };

/** Told whenever something countable happens. Never throws, never waits. */
export interface Telemetry {
  record(event: TelemetryEvent): void;
}
