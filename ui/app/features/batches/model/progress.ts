import type { BatchJson } from '@shortfactory/contract';

/** Something of it changes by itself. */
export function isUnderWay({ status, counts, finishedAt }: BatchJson): boolean {
  return finishedAt === undefined && (status === 'running' || counts.making > 0);
}

/** Rows that become a video: one that stands twice is made once. */
export function videosOf({ rows, counts }: BatchJson): number {
  return rows - counts.repeated;
}

/** Seconds since it was sent, until its end where it has one. */
export function elapsedSeconds({ createdAt, finishedAt }: BatchJson, nowMs: number): number {
  const endMs = finishedAt === undefined ? nowMs : Date.parse(finishedAt);
  return Math.max(0, (endMs - Date.parse(createdAt)) / 1000);
}

/** About how long the rest takes, by what is done; undefined before anything is, and while it is held. */
export function leftSeconds(batch: BatchJson, nowMs: number): number | undefined {
  const { done, failed, waiting, making } = batch.counts;
  const ended = done + failed;
  if (ended === 0 || waiting + making === 0 || batch.status !== 'running') return undefined;
  return (elapsedSeconds(batch, nowMs) / ended) * (waiting + making / 2);
}
