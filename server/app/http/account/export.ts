import { isTerminal } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import pLimit from 'p-limit';
import { batchAnswer } from '../batches/batch-answer.ts';
import type { AppDeps } from '../deps.ts';
import { MOST_ARCHIVE_BYTES, archiveTag, storedFile, textFile } from '../files/archived-files.ts';
import { fileName } from '../files/file-name.ts';
import { SizedZip } from '../files/sized-zip.ts';
import type { Checksums, SizedFile } from '../files/sized-zip.ts';
import { ownerEntry } from '@shortfactory/jobs';
import { jobAnswer } from '../videos/job-answer.ts';

type ExportDeps = Pick<
  AppDeps,
  'jobs' | 'batches' | 'webhooks' | 'links' | 'keys' | 'usage' | 'ownerHash' | 'delivery'
>;

/** A part of what an owner has: some of their videos, and in the first one all else. */
export interface ExportPart {
  readonly videos: number;
  readonly zip: SizedZip;
  readonly etag: string;
  /** Cursor of the next part. */
  readonly next?: string;
}

/** Videos in one archive at the most: so many records are read for it. */
const MOST_VIDEOS = 100;
const BATCHES = 100;
const AT_A_TIME = 8;
/** Of every archive of an export, so that the same content is the same archive. */
const TIME_MS = Date.UTC(2026, 0, 1);
const LONG_AGO = '2026-01-01';

/**
 * What an owner has, from a cursor of their list of videos on, as an archive of at most 2 GB: files and records of videos,
 * and with the first one batches, webhooks, keys (without what is secret) and usage.
 */
export async function exportPart(
  deps: ExportDeps,
  owner: string,
  cursor: string | undefined,
  checksums: Checksums,
  signal: AbortSignal,
): Promise<ExportPart> {
  const page = await deps.jobs.list(
    owner,
    { limit: MOST_VIDEOS, ...(cursor === undefined ? {} : { cursor }) },
    signal,
  );
  const atATime = pLimit(AT_A_TIME);
  const filed = await Promise.all(page.jobs.map((job) => atATime(() => filesOf(job, deps))));
  const files: SizedFile[] = cursor === undefined ? [await aboutOwner(deps, owner)] : [];
  let [videos, bytes, next] = [0, 0, page.next];
  for (const [index, of] of filed.entries()) {
    const more = of.reduce((sum, file) => sum + file.bytes, 0);
    const before = page.jobs[index - 1];
    if (before && bytes + more > MOST_ARCHIVE_BYTES) {
      next = entryOf(before);
      break;
    }
    bytes += more;
    videos += 1;
    files.push(...of);
  }
  const zip = new SizedZip(files, TIME_MS, checksums);
  return { videos, zip, etag: archiveTag(files, TIME_MS), ...(next === undefined ? {} : { next }) };
}

/** As the list of an owner's videos names it. */
function entryOf({ id, createdMs }: Job): string {
  return ownerEntry(createdMs, id);
}

/** A folder a video: its record, and its files where it is finished. */
async function filesOf(job: Job, { delivery, links }: ExportDeps): Promise<SizedFile[]> {
  const day = new Date(job.createdMs).toISOString().slice(0, 10);
  const folder = `videos/${fileName(job.title, `${day} ${job.id.slice(-6)}`, '')}`.replace(/\.$/, '/');
  const shared = (await links.list(job.id)).map(({ createdMs, endsMs, revokedMs }) => ({
    ...{ createdMs, endsMs },
    ...(revokedMs === undefined ? {} : { revokedMs }),
  }));
  const record = textFile(
    `${folder}video.json`,
    json({ ...jobAnswer(job, true), ...(shared.length > 0 ? { links: shared } : {}) }),
  );
  const { short, outputs } = job;
  if (!isTerminal(job.status) || !short) return [record];
  const found = await Promise.all([
    ...outputs.map(({ aspect, object, bytes }) =>
      storedFile(`${folder}video ${aspect.replace(':', 'x')}.mp4`, object, delivery, bytes),
    ),
    storedFile(`${folder}captions.srt`, short.captions.srt, delivery),
    storedFile(`${folder}poster.jpg`, short.poster, delivery),
  ]);
  return [record, ...found.flatMap((file) => file ?? [])];
}

async function aboutOwner(
  { batches, webhooks, keys, usage, ownerHash }: ExportDeps,
  owner: string,
): Promise<SizedFile> {
  const today = new Date().toISOString().slice(0, 10);
  const [listed, hooks, made, days] = await Promise.all([
    batches.list(owner, { limit: BATCHES }),
    webhooks.list(owner),
    keys.list(owner),
    usage.days(ownerHash(owner), LONG_AGO, today),
  ]);
  return textFile(
    'account.json',
    json({
      batches: listed.batches.map(batchAnswer),
      webhooks: hooks.map(({ id, url, events, createdMs }) => ({ id, url, events, createdMs })),
      keys: made.map(({ hash: _hash, ...key }) => key),
      usage: days,
    }),
  );
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}
