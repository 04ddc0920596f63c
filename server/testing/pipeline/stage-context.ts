import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SpendAccount } from '@shortfactory/core';
import type { ObjectStore } from '@shortfactory/core';
import { RunNotes } from '@shortfactory/pipeline';
import type { PipelineDeps, StageContext } from '@shortfactory/pipeline';
import { Artifacts } from '@shortfactory/pipeline/artifacts';
import { FsObjectStore } from '@shortfactory/storage';

const folders: string[] = [];
process.once('exit', () => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A store on disk that is removed when the tests end. */
export function newStore(): ObjectStore {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-test-'));
  folders.push(folder);
  return new FsObjectStore(folder);
}

type Needed = Partial<Pick<PipelineDeps, 'storyWriter' | 'illustrator' | 'narrator' | 'instead'>>;

/** What a stage of a new run is given; stages that need a part that is not given here fail. */
export function newContext(store: ObjectStore, parts: Needed, account = new SpendAccount()): StageContext {
  return {
    ...parts,
    store,
    artifacts: new Artifacts(store),
    notes: new RunNotes(),
    account,
    concurrency: 2,
    signal: new AbortController().signal,
    report: () => undefined,
    beforeStep: async () => undefined,
  } as unknown as StageContext;
}
