import { createHash } from 'node:crypto';
import type { Job, JobEnd } from '@shortfactory/core';
import { pseudonymOf } from '../pseudonym.ts';
import { msOfEntry, timedEntry } from '../timed-entry.ts';

export const ENDED_STATES = ['done', 'failed', 'cancelled'] as const;
export type EndedState = (typeof ENDED_STATES)[number];

/** A job's end, as its entry's name alone says it. */
export interface EndedJob {
  /** The name without its prefix: the cursor behind it. */
  readonly entry: string;
  readonly id: string;
  readonly state: EndedState;
  readonly endedMs: number;
  /** Whose it was when it ended. */
  readonly owner: string;
  /** Failures of one kind have one. */
  readonly reason?: string;
  /** Seconds from the request to the first run; absent where none began. */
  readonly waitedSeconds?: number;
  readonly costUsd: number;
  /** In how many ways it was made with something else than was asked for. */
  readonly standIns: number;
}

const NAME =
  /^\d{13}-([0-7][0-9A-HJKMNP-TV-Z]{25})\.([dfc])\.([0-9a-f]{10}|-)\.([0-9a-f]{10})\.(\d{1,9}|-)\.(\d{1,12})\.(\d{1,4})\.[0-9a-f]{8}$/;
const REASON = /^[0-9a-f]{10}$/;
const PARTS_OF_DOLLAR = 10_000;
const LONGEST_WAIT = 999_999_999;
const MOST_PARTS = 999_999_999_999;

export function isReason(text: string): boolean {
  return REASON.test(text);
}

/** Of what a failure's title and stage say, whatever its details are. */
export function reasonOf({ stage, title }: { readonly stage: string; readonly title: string }): string {
  return createHash('sha256').update(`${stage}|${title}`).digest('hex').slice(0, 10);
}

/** The name of a round's end: the same however often it is told. */
export function endEntry({ job, round }: JobEnd): string {
  const { id, status, error, ownerHash, createdMs, startedMs, finishedMs, costUsd, degraded } = job;
  const waited = startedMs === undefined ? '-' : whole((startedMs - createdMs) / 1000, LONGEST_WAIT);
  const nonce = createHash('sha256').update(round).digest('hex').slice(0, 8);
  const parts = [
    id,
    status.slice(0, 1),
    error ? reasonOf(error) : '-',
    ownerHash.slice(0, 10),
    waited,
    whole(costUsd * PARTS_OF_DOLLAR, MOST_PARTS),
    Math.min(9999, degraded.length),
    nonce,
  ];
  return timedEntry(finishedMs ?? job.updatedMs, parts.join('.'));
}

function whole(value: number, most: number): number {
  return Number.isFinite(value) ? Math.round(Math.min(most, Math.max(0, value))) : 0;
}

/** Undefined for a name that is none. */
export function readEndEntry(entry: string): EndedJob | undefined {
  const [, id = '', state, reason = '', owner = '', waited = '', cost, standIns] = NAME.exec(entry) ?? [];
  if (id === '') return undefined;
  return {
    entry,
    id,
    state: ENDED_STATES.find((each) => each.startsWith(state ?? '')) ?? 'cancelled',
    endedMs: msOfEntry(entry),
    owner: pseudonymOf(owner),
    ...(reason === '-' ? {} : { reason }),
    ...(waited === '-' ? {} : { waitedSeconds: Number(waited) }),
    costUsd: Number(cost) / PARTS_OF_DOLLAR,
    standIns: Number(standIns),
  };
}

/** What a failure's entry holds: its error in words. */
export function errorBytes({ error }: Job): Uint8Array {
  return error ? Buffer.from(JSON.stringify({ format: 1, ...error })) : new Uint8Array();
}
