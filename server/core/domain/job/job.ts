import type { Script } from '../script/script.ts';
import type { Short, ShortRequest, Stage } from '../script/short.ts';

export const JOB_STATUSES = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
export type JobStatus = (typeof JOB_STATUSES)[number];

export function isTerminal(status: JobStatus): boolean {
  return status === 'done' || status === 'failed' || status === 'cancelled';
}

export interface StageProgress {
  readonly stage: Stage;
  readonly state: 'waiting' | 'running' | 'done' | 'failed';
  /** 0 … 100 of this stage. */
  readonly percent: number;
  /** Seconds from its start to its end, or so far. */
  readonly seconds?: number;
}

export interface SceneProgress {
  readonly index: number;
  /** Object name of its picture, once there is one. */
  readonly illustration?: string;
  readonly narrationSeconds?: number;
  readonly captioned: boolean;
}

/** Why a job stopped, in words for a person. */
export interface JobError {
  readonly stage: Stage;
  /** Counted from 1. */
  readonly scene?: number;
  /** A few words: "The voice service stopped answering". */
  readonly title: string;
  /** One sentence: what happened and what to do. */
  readonly detail: string;
  readonly retryable: boolean;
}

/** A published output: the object is there and matches, or the job is not done. */
export interface JobOutput {
  readonly aspect: Short['outputs'][number]['aspect'];
  readonly object: string;
  readonly bytes: number;
  readonly generation: string;
  readonly crc32c: string;
  readonly seconds: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** One request on its way to its video, as anyone with its id may see it. Times in ms since 1970. */
export interface Job {
  readonly id: string;
  /** Keyed hash of the owner; never shown. `Jobs.owns` compares with it. */
  readonly ownerHash: string;
  /** Grows with every change, in steps of any size. */
  readonly rev: number;
  readonly status: JobStatus;
  readonly request: ShortRequest;
  readonly title: string;
  readonly stage?: Stage;
  /** 0 … 100 of the whole. */
  readonly percent: number;
  readonly stages: readonly StageProgress[];
  readonly scenes: readonly SceneProgress[];
  readonly frames?: { readonly done: number; readonly total: number };
  readonly createdMs: number;
  readonly updatedMs: number;
  readonly startedMs?: number;
  readonly finishedMs?: number;
  readonly etaSeconds?: number;
  /** Runs begun since it last got anywhere; a run that was handed back does not count. */
  readonly attempts: number;
  /** As soon as it is written; at once when it was brought along. */
  readonly script?: Script;
  /** Present when done. Every object that it names is the job's own and stays as long as the job. */
  readonly short?: Short;
  readonly outputs: readonly JobOutput[];
  readonly degraded: readonly string[];
  readonly costUsd: number;
  readonly error?: JobError;
}
