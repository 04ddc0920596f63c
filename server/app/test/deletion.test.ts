import { PersonKeys, PersonSessions, VideoLinks } from '@shortfactory/access';
import { Batches } from '@shortfactory/batches';
import type { Job } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { Signer } from '@shortfactory/jobs';
import { Deletions } from '@shortfactory/own-data';
import { FsVersionedObjects } from '@shortfactory/storage';
import { realJobs, tinyRequest } from '@shortfactory/testing/jobs/real-jobs';
import { silentLog } from '@shortfactory/testing/silent-log';
import { Webhooks } from '@shortfactory/webhooks';
import { expect } from 'chai';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { deletionSteps } from '../composition/deletion-steps.ts';

const SIGNING_KEY = 'a key for tests, and for nothing else';
const DAY_MS = 25 * 3_600_000;

describe('everything of an owner who made what another made as well', () => {
  it('goes, and the other’s video and what both were made from stay', async () => {
    const real = await realJobs();
    const { jobs, usage } = real;
    const { store } = real.assembled.parts;
    const objects = new FsVersionedObjects(join(real.folder, 'data'));
    const signer = new Signer(SIGNING_KEY);
    const ownerHash = (owner: string): string => signer.ownerHash(owner);
    const shared = { store, objects, clock: systemClock, log: silentLog, signingKey: SIGNING_KEY, ownerHash };
    const webhooks = new Webhooks({
      ...{ ...shared, telemetry: { record: () => undefined } },
      allowed: { networks: [], loopback: false, http: false },
      send: async () => ({ status: 200 }),
    });
    const batches = new Batches({ ...shared, jobs, signer, ends: webhooks, rowsAtATime: 1 });
    const deletions = new Deletions({
      ...shared,
      clock: { ...systemClock, nowMs: () => systemClock.nowMs() + DAY_MS },
      steps: deletionSteps({
        ...{ store, objects, jobs, batches, webhooks },
        ...{
          keys: new PersonKeys(shared),
          sessions: new PersonSessions(shared),
          links: new VideoLinks(shared),
        },
      }),
    });
    const made = async (owner: string): Promise<Job> => {
      const { job } = await jobs.submit(owner, tinyRequest('A balloon'));
      let last = job;
      for await (const now of jobs.watch(job.id, AbortSignal.timeout(50_000))) last = now;
      expect(last.status).to.equal('done');
      return last;
    };
    try {
      const [ada, ben] = [await made('visitor:ada'), await made('visitor:ben')];
      const standing = async (prefix: string): Promise<readonly string[]> =>
        store.list(prefix, { limit: 1000 });
      const artifacts = await standing('artifacts/');
      // Asked for a day ago, by the clock of who looks now.
      const asking = new Deletions({ ...shared, steps: [] });
      await asking.ask('visitor:ada');
      await deletions.sweep(AbortSignal.timeout(50_000));
      expect(await deletions.of('visitor:ada')).to.equal(undefined);
      expect(await standing(`videos/${ada.id}/`)).to.deep.equal([]);
      expect(await jobs.get(ada.id)).to.equal(undefined);
      const today = new Date().toISOString().slice(0, 10);
      expect(await usage.days(ada.ownerHash, today, today)).to.deep.equal([]);
      // What is left of the record has no word of it.
      const left = await objects.get(`jobs/${ada.id}`);
      expect(Buffer.from(left?.bytes ?? []).toString()).not.to.match(/balloon|Hello/i);
      expect(await standing('artifacts/')).to.deep.equal(artifacts);
      for (const { object, bytes } of ben.outputs) expect(await store.head(object)).to.include({ bytes });
      expect(await jobs.get(ben.id)).to.include({ status: 'done' });
    } finally {
      await jobs.drain();
      await real.close();
      await rm(real.folder, { recursive: true });
    }
  });
});
