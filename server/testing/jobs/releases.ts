import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RELEASES = ['0.1.0'] as const;

export interface ReleasedRecord {
  readonly release: (typeof RELEASES)[number];
  readonly id: string;
  /** `g3`, the third state that this job's record had. */
  readonly generation: string;
  readonly bytes: Buffer;
}

/** The data folder that a release made; to be copied, not changed. */
export function releasedData(release: (typeof RELEASES)[number]): string {
  return fileURLToPath(new URL(`../releases/${release}/data`, import.meta.url));
}

/** Every state of every job's record that a release wrote. */
export function releasedRecords(): ReleasedRecord[] {
  return RELEASES.flatMap((release) => {
    const jobs = join(releasedData(release), 'jobs');
    return readdirSync(jobs).flatMap((id) =>
      readdirSync(join(jobs, id)).map((file) => ({
        release,
        id,
        generation: file.replace(/\.json$/, ''),
        bytes: readFileSync(join(jobs, id, file)),
      })),
    );
  });
}
