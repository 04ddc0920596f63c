import { rm } from 'node:fs/promises';
import { Conflict, IdempotencyMismatch, NotFound, NotYours, QuotaReached } from '@shortfactory/core';
import type { Job } from '@shortfactory/core';
import { expect } from 'chai';
import { realJobs, smallRequest } from '@shortfactory/testing/jobs/real-jobs';
import type { RealJobs } from '@shortfactory/testing/jobs/real-jobs';

describe('jobs on a disk, with the whole pipeline', () => {
  let real: RealJobs;
  const seen: Job[] = [];
  let job: Job;

  const thrown = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );

  before(async () => {
    real = await realJobs({ quotaOf: (owner) => (owner === 'guest' ? { videos: 0 } : {}) });
    const submitted = await real.jobs.submit('ada', smallRequest(), 'key one');
    expect(submitted.created).to.equal(true);
    for await (const now of real.jobs.watch(submitted.job.id, AbortSignal.timeout(50_000))) seen.push(now);
    job = seen.at(-1) as Job;
  });
  after(async () => {
    await real.jobs.drain();
    await real.close();
    await rm(real.folder, { recursive: true });
  });

  it('ends done, with a video that stands under a name of the job alone', async () => {
    expect(job.status).to.equal('done');
    const [output] = job.outputs;
    expect(output?.object).to.match(new RegExp(`^videos/${job.id}/1-[0-9a-f]{64}\\.mp4$`));
    const { store } = real.assembled.parts;
    expect(await store.head(output?.object ?? '')).to.include({ bytes: output?.bytes });
  });

  it('is counted for its owner; who has used up their day is refused, and nothing is left of it', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const [day] = await real.usage.days(job.ownerHash, today, today);
    const [output] = job.outputs;
    expect(day).to.deep.include({ open: 0, done: 1, seconds: output?.seconds, bytes: output?.bytes, usd: 0 });
    const refused = await thrown(real.jobs.submit('guest', smallRequest()));
    expect(refused).to.be.instanceOf(QuotaReached);
    expect(await real.assembled.parts.store.list('active/', { limit: 10 })).to.deep.equal([]);
  });

  it('names nothing in the end that is not its own', async () => {
    const { short, scenes } = job;
    const named = [
      ...(short?.outputs ?? []).map(({ object }) => object),
      ...Object.values(short?.captions ?? {}),
      short?.poster,
      ...(short?.scenes ?? []).map(({ illustration }) => illustration),
      ...scenes.map(({ illustration }) => illustration),
    ];
    expect(named).to.have.length(9);
    for (const name of named) {
      expect(name).to.match(new RegExp(`^videos/${job.id}/1-`));
      expect(await real.assembled.parts.store.head(name ?? '')).to.not.equal(undefined);
    }
  });

  it('shows progress that only goes forward, about once a second', () => {
    const revs = seen.map(({ rev }) => rev);
    expect(revs).to.deep.equal([...new Set(revs)].sort((a, b) => a - b));
    const percents = seen.map(({ percent }) => percent);
    expect(percents).to.deep.equal([...percents].sort((a, b) => a - b));
    expect(seen.some(({ status, frames }) => status === 'running' && (frames?.total ?? 0) > 0)).to.equal(
      true,
    );
    expect(job.stages.every(({ state, percent }) => state === 'done' && percent === 100)).to.equal(true);
  });

  it('gives the same job for the same key and request, and refuses another request', async () => {
    const again = await real.jobs.submit('ada', smallRequest(), 'key one');
    expect([again.job.id, again.created]).to.deep.equal([job.id, false]);
    const other = await thrown(real.jobs.submit('ada', smallRequest({ title: 'Another title' }), 'key one'));
    expect(other).to.be.instanceOf(IdempotencyMismatch);
  });

  it('keeps owners apart: one key of two owners is two jobs, and only the owner changes a job', async () => {
    const { jobs } = real;
    const others = await jobs.submit('bob', smallRequest(), 'key one');
    expect(others.job.id).to.not.equal(job.id);
    expect((await jobs.cancel(others.job.id, 'bob')).status).to.equal('cancelled');
    expect([jobs.owns(job, 'ada'), jobs.owns(job, 'bob')]).to.deep.equal([true, false]);
    expect(await thrown(jobs.remove(job.id, 'bob'))).to.be.instanceOf(NotYours);
    expect(await thrown(jobs.cancel(job.id, 'bob'))).to.be.instanceOf(NotYours);
    expect(
      (await jobs.list('ada', { limit: 10 }, AbortSignal.timeout(10_000))).jobs.map(({ id }) => id),
    ).to.deep.equal([job.id]);
    expect(
      (await jobs.list('bob', { limit: 10 }, AbortSignal.timeout(10_000))).jobs.map(({ id }) => id),
    ).to.deep.equal([others.job.id]);
  });

  it('refuses what the state does not allow', async () => {
    expect(await thrown(real.jobs.cancel(job.id, 'ada'))).to.be.instanceOf(Conflict);
    expect(await thrown(real.jobs.retry(job.id, 'ada'))).to.be.instanceOf(Conflict);
    expect(await thrown(real.jobs.cancel('01ARZ3NDEKTSV4RRFFQ69G5FAV', 'ada'))).to.be.instanceOf(NotFound);
    expect(await real.jobs.get('../../etc/passwd')).to.equal(undefined);
  });

  it('leaves nothing under way behind', async () => {
    // The job that was cancelled as soon as it began has a moment to end its voices and pictures.
    for (let i = 0; i < 500 && real.jobs.load().running > 0; i++)
      await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await real.assembled.parts.store.list('active/', { limit: 10 })).to.deep.equal([]);
    expect(real.jobs.load()).to.deep.equal({ running: 0, waiting: 0 });
  });

  it('removes a finished job with everything that it published', async () => {
    await real.jobs.remove(job.id, 'ada');
    expect(await real.jobs.get(job.id)).to.equal(undefined);
    expect((await real.jobs.list('ada', { limit: 10 }, AbortSignal.timeout(10_000))).jobs).to.deep.equal([]);
    expect(await real.assembled.parts.store.list(`videos/${job.id}/`, { limit: 10 })).to.deep.equal([]);
  });

  it('makes a removed job anew when its key comes again, from what is kept', async () => {
    const again = await real.jobs.submit('ada', smallRequest(), 'key one');
    expect([again.job.id, again.created]).to.deep.equal([job.id, true]);
    let last: Job | undefined;
    for await (const now of real.jobs.watch(job.id, AbortSignal.timeout(50_000))) last = now;
    expect(last?.status).to.equal('done');
    expect(last?.outputs[0]?.object).to.match(new RegExp(`^videos/${job.id}/2-`));
  });
});
