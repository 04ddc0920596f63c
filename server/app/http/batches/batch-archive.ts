import type { BatchRecord } from '@shortfactory/batches';
import type { Delivery, Job, JobOutput } from '@shortfactory/core';
import { fileName } from '../files/file-name.ts';
import { MOST_ARCHIVE_BYTES, archiveTag, storedFile, textFile } from '../files/archived-files.ts';
import { SizedZip } from '../files/sized-zip.ts';
import type { Checksums, SizedFile } from '../files/sized-zip.ts';
import { manifestCsv, rowAnswer } from './batch-answer.ts';
import type { ShownRow } from './batch-answer.ts';

const LOOKS_AT_A_TIME = 16;

/** Some of a batch's videos as one archive. */
export interface ArchivePart {
  readonly videos: number;
  readonly zip: SizedZip;
  /** Of this content alone. */
  readonly etag: string;
}

/**
 * The videos of a batch that are ready, as archives of at most 2 GB in the order of their rows; the first one has the list
 * of all rows, too. A file that is gone is left out. The same videos are the same archives, byte by byte.
 */
export async function archivesOf(
  { createdMs }: BatchRecord,
  rows: readonly ShownRow[],
  jobs: ReadonlyMap<string, Job>,
  { delivery, checksums }: { readonly delivery: Delivery; readonly checksums: Checksums },
): Promise<readonly ArchivePart[]> {
  const looked: SizedFile[][] = [];
  for (let at = 0; at < rows.length; at += LOOKS_AT_A_TIME) {
    const some = rows.slice(at, at + LOOKS_AT_A_TIME);
    looked.push(...(await Promise.all(some.map((row) => filesOf(row, jobs, delivery)))));
  }
  const list = textFile('rows.csv', manifestCsv(rows.map((row) => rowAnswer(row, jobs))));
  const parts: { videos: number; bytes: number; files: SizedFile[] }[] = [];
  for (const files of looked.filter(({ length }) => length > 0)) {
    const bytes = files.reduce((sum, file) => sum + file.bytes, 0);
    const last = parts.at(-1);
    if (last && last.bytes + bytes <= MOST_ARCHIVE_BYTES) {
      last.videos += 1;
      last.bytes += bytes;
      last.files.push(...files);
    } else parts.push({ videos: 1, bytes, files: [...(last ? [] : [list]), ...files] });
  }
  return parts.map(({ videos, files }) => {
    return { videos, zip: new SizedZip(files, createdMs, checksums), etag: archiveTag(files, createdMs) };
  });
}

/** The files of a row whose video is ready: one for each aspect. */
async function filesOf(
  { plan: { line }, row }: ShownRow,
  jobs: ReadonlyMap<string, Job>,
  delivery: Delivery,
): Promise<SizedFile[]> {
  const job = row.job === undefined ? undefined : jobs.get(row.job);
  if (job?.status !== 'done' || row.state === 'repeated') return [];
  const files = await Promise.all(job.outputs.map((output) => fileOf(line, job.title, output, delivery)));
  return files.flatMap((file) => file ?? []);
}

async function fileOf(
  line: number,
  title: string,
  { object, bytes, aspect }: JobOutput,
  delivery: Delivery,
): Promise<SizedFile | undefined> {
  const row = String(line).padStart(4, '0');
  return storedFile(`${row} ${fileName(title, aspect.replace(':', 'x'), 'mp4')}`, object, delivery, bytes);
}
