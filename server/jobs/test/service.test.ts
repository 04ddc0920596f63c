import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { expect } from 'chai';
import { createJobs } from '../create-jobs.ts';
import type { MakeShort } from '../deps.ts';
import type { Jobs } from '../service.ts';
import type { Timing } from '../timing.ts';
import { silentLog } from '@shortfactory/testing/silent-log';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import {
  InputInvalid,
  LimitReached,
  NotYours,
  ProviderFailed,
  QueueUnavailable,
  StorageFailed,
} from '@shortfactory/core';
import type { Job, JobQueue, ObjectStore, VersionedObjects } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { failedIn } from '@shortfactory/pipeline/failure-place';
import { InlineQueue } from '@shortfactory/queue';
import { FsDelivery, FsEvictableObjects, FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { tinyRequest } from '@shortfactory/testing/jobs/real-jobs';

describe('jobs, with a pipeline that does as a test says', () => {
  let folder: string;
  let make: MakeShort;
  let jobs: Jobs;
  const opened: Jobs[] = [];

  interface Opening {
    readonly queue?: JobQueue;
    readonly maxJobsPerOwner?: number;
    readonly maxRunning?: number;
    readonly objects?: VersionedObjects;
    readonly store?: ObjectStore;
    readonly accepts?: boolean;
    readonly timing?: Partial<Timing>;
  }
  function open(options: Opening = {}): Jobs {
    const queue =
      options.queue ?? new InlineQueue({ clock: systemClock, concurrency: 4, run: (id) => made.run(id) });
    const made: Jobs = createJobs({
      pipeline: {
        store: options.store ?? new FsObjectStore(folder),
        make: (request, runOptions) => make(request, runOptions),
        inspect: async () => ({ sha256: 'f'.repeat(64) }),
      },
      objects: options.objects ?? new FsVersionedObjects(folder),
      delivery: new FsDelivery(folder),
      evictable: new FsEvictableObjects(folder),
      queue,
      accepts: options.accepts ?? true,
      clock: systemClock,
      log: silentLog,
      telemetry: { record: () => undefined },
      signingKey: 'a key for tests, and for nothing else',
      maxJobsPerOwner: options.maxJobsPerOwner ?? 100,
      maxRunning: options.maxRunning ?? 4,
      timing: {
        lookMs: 30,
        retryMs: [5, 10],
        stopWorkMs: 100,
        releaseMs: 1000,
        enqueueGraceMs: 0,
        sweepMs: 50,
        garbageMs: 100,
        ...options.timing,
      },
    });
    opened.push(made);
    return made;
  }
  const thrown = (promise: Promise<unknown>): Promise<unknown> =>
    promise.then(
      () => undefined,
      (error: unknown) => error,
    );
  const ended = async (id: string): Promise<Job> => {
    let last: Job | undefined;
    for await (const job of jobs.watch(id, AbortSignal.timeout(10_000))) last = job;
    return last as Job;
  };
  const fails =
    (error: () => Error): MakeShort =>
    () =>
      Promise.reject(failedIn(error(), { stage: 'narrate', scene: 2 }));
  const waits: MakeShort = (_request, { signal }) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason as Error)));
  /** Takes everything and delivers nothing. */
  const deaf: JobQueue = {
    kind: 'deaf',
    durable: true,
    enqueue: async () => undefined,
    waiting: () => 0,
    check: async () => undefined,
    close: async () => undefined,
  };

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'service-'));
    jobs = open();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((each) => each.drain()));
    await rm(folder, { recursive: true });
  });

  describe('a job that is handed over', () => {
    const NEVER = new AbortController().signal;
    const idsOf = async (owner: string): Promise<string[]> =>
      (await jobs.list(owner, { limit: 10 }, NEVER)).jobs.map(({ id }) => id);

    it('goes on being made and ends as its new owner’s, who alone may change it', async () => {
      make = waits;
      jobs = open({ timing: { progressMs: 20, renewMs: 20 } });
      const { job } = await jobs.submit('a visitor', tinyRequest('Moves'), 'key');
      while ((await jobs.get(job.id))?.status !== 'running') await setTimeout(5);
      expect(await jobs.handOver([job.id], 'a visitor', 'ada', NEVER)).to.deep.equal([job.id]);
      await setTimeout(100);
      expect([await idsOf('a visitor'), await idsOf('ada')]).to.deep.equal([[], [job.id]]);
      expect(jobs.owns((await jobs.get(job.id)) as Job, 'ada')).to.equal(true);
      expect(await thrown(jobs.cancel(job.id, 'a visitor'))).to.be.instanceOf(NotYours);
      await jobs.cancel(job.id, 'ada');
      expect(await ended(job.id)).to.include({ status: 'cancelled' });
      await jobs.remove(job.id, 'ada');
      expect(await jobs.handOver([job.id], 'a visitor', 'ada', NEVER)).to.deep.equal([]);
    });

    it('is in one list wherever the process is killed, and doing it again ends it', async () => {
      make = fails(() => new ProviderFailed('It is over.', { retryable: false }));
      const { job } = await jobs.submit('a visitor', tinyRequest('Is interrupted'));
      await ended(job.id);
      const right = { store: new FsObjectStore(folder), objects: new FsVersionedObjects(folder) };
      const gone = new Error('killed');
      for (let steps = 0; steps < 4; steps++) {
        let left = steps;
        const step = (): void => {
          if (left-- === 0) throw gone;
        };
        const dying = dyingAfter(right, step);
        const killed = open({ objects: dying.objects, store: dying.store });
        const was = await thrown(killed.handOver([job.id], 'a visitor', 'ada', NEVER));
        const lists = [...(await idsOf('a visitor')), ...(await idsOf('ada'))];
        expect(lists, `after ${steps} writes, which ended with ${String(was)}`).to.deep.equal([job.id]);
      }
      expect(await jobs.handOver([job.id], 'a visitor', 'ada', NEVER)).to.deep.equal([job.id]);
      expect(await idsOf('ada')).to.deep.equal([job.id]);
      const entries = await right.store.list('owners/', { limit: 10 });
      expect(entries).to.have.length(1);
    });
  });

  describe('a stage that fails', () => {
    it('is tried again where that is safe, and no more than twice', async () => {
      let tries = 0;
      make = (request, options) => {
        tries += 1;
        return fails(() => new ProviderFailed('It took too long.', { retryable: true }))(request, options);
      };
      const { job } = await jobs.submit('ada', tinyRequest('Fails'));
      const last = await ended(job.id);
      expect([last.status, tries]).to.deep.equal(['failed', 3]);
      expect(last.error).to.deep.equal({
        stage: 'narrate',
        scene: 2,
        title: 'The voice service stopped answering',
        detail: 'It took too long. Try again resumes from where it stopped.',
        retryable: true,
      });
      expect(last.stages.find(({ stage }) => stage === 'narrate')?.state).to.equal('failed');
    });

    it('is not held against the job while the store is away', async () => {
      // Away for longer than all tries take, and for less than the lease lasts.
      const AWAY_MS = 500;
      const objects = new FsVersionedObjects(folder);
      const swap = objects.swap.bind(objects);
      let awayUntilMs = 0;
      const isAway = (): boolean => systemClock.monotonicMs() < awayUntilMs;
      objects.swap = async (...args) => {
        if (isAway()) throw new StorageFailed('The bucket did not answer.');
        return swap(...args);
      };
      let began = 0;
      let tries = 0;
      make = async (request, options) => {
        tries += 1;
        if (began === 0) awayUntilMs = (began = systemClock.monotonicMs()) + AWAY_MS;
        await systemClock.sleep(40);
        const error = isAway()
          ? new StorageFailed('The bucket did not answer.')
          : new InputInvalid('music', 'x');
        return fails(() => error)(request, options);
      };
      // A lease is old after a third of it.
      jobs = open({ objects, timing: { leaseMs: 150, renewMs: 20, fenceMs: 5000, takeoverMs: 10_000 } });
      const { job } = await jobs.submit('ada', tinyRequest('Away'));
      const last = await ended(job.id);
      expect(last.status).to.equal('failed');
      expect(last.error?.detail).to.not.include('bucket');
      expect(tries).to.be.greaterThan(3);
    });

    it('is tried again as often as a store fails, as long as something new is made in between', async () => {
      let tries = 0;
      make = (request, options) => {
        tries += 1;
        if (tries <= 7) options.onArtifact?.('narrate', false);
        return fails(() => new StorageFailed('The bucket did not answer.'))(request, options);
      };
      const { job } = await jobs.submit('ada', tinyRequest('Far'));
      const last = await ended(job.id);
      // The seventh is the first in its place, and two more may follow there.
      expect([last.status, tries]).to.deep.equal(['failed', 9]);
      expect(last.error?.title).to.equal('The files could not be kept');
    });

    it('is not tried again where that would change nothing', async () => {
      let tries = 0;
      make = (request, options) => {
        tries += 1;
        return fails(() => new InputInvalid('music', 'cannot be read'))(request, options);
      };
      const { job } = await jobs.submit('ada', tinyRequest('Fails'));
      expect([(await ended(job.id)).error?.retryable, tries]).to.deep.equal([false, 1]);
    });

    it('leaves a job that its owner can try again', async () => {
      make = fails(() => new InputInvalid('music', 'cannot be read'));
      const { job } = await jobs.submit('ada', tinyRequest('Again'));
      await ended(job.id);
      make = waits;
      const again = await jobs.retry(job.id, 'ada');
      expect([again.status, again.error, again.attempts]).to.deep.equal(['queued', undefined, 0]);
      expect((await jobs.cancel(job.id, 'ada')).status).to.equal('cancelled');
    });
  });

  it('end a run at once when the job is cancelled here', async () => {
    let stoppedMs = 0;
    make = (_request, { signal }) =>
      new Promise((_, reject) =>
        signal.addEventListener('abort', () => {
          stoppedMs = performance.now();
          reject(signal.reason as Error);
        }),
      );
    const { job } = await jobs.submit('ada', tinyRequest('Long'));
    while (jobs.load().running === 0) await systemClock.sleep(5);
    await jobs.cancel(job.id, 'ada');
    const toldMs = performance.now();
    while (jobs.load().running > 0) await systemClock.sleep(5);
    expect(Math.abs(stoppedMs - toldMs)).to.be.below(500);
    expect((await jobs.cancel(job.id, 'ada')).status).to.equal('cancelled');
  });

  it('let an owner have so many under way, and no more', async () => {
    jobs = open({ maxJobsPerOwner: 2, queue: deaf });
    const [first] = [
      await jobs.submit('ada', tinyRequest('One')),
      await jobs.submit('ada', tinyRequest('Two')),
    ];
    const error = await thrown(jobs.submit('ada', tinyRequest('Three')));
    expect(error).to.be.instanceOf(LimitReached).with.property('retryAfterSeconds', 30);
    await jobs.submit('bob', tinyRequest('His own'));
    await jobs.cancel(first.job.id, 'ada');
    await jobs.submit('ada', tinyRequest('Three'));
  });

  describe('asked for many at once', () => {
    const accepted = async (submits: readonly Promise<unknown>[]): Promise<number> => {
      const errors = (await Promise.all(submits.map(thrown))).filter((error) => error !== undefined);
      for (const error of errors)
        expect(error)
          .to.be.instanceOf(LimitReached)
          .with.property(
            'message',
            'You have 20 videos being made; wait until one is finished, or stop one.',
          );
      return submits.length - errors.length;
    };
    const listed = async (owner: string): Promise<number> =>
      (await jobs.list(owner, { limit: 100 }, AbortSignal.timeout(10_000))).jobs.length;

    it('accept exactly as many as an owner may have, and refuse the rest', async () => {
      jobs = open({ maxJobsPerOwner: 20, queue: deaf });
      const submits = Array.from({ length: 25 }, (_, i) => jobs.submit('ada', tinyRequest(`At once ${i}`)));
      expect(await accepted(submits)).to.equal(20);
      expect(await listed('ada')).to.equal(20);
      expect(
        await readdir(join(folder, 'active', (await readdir(join(folder, 'active')))[0] ?? '')),
      ).to.have.length(20);
    });

    it('accept them in two processes on one store, and no more than one of the other', async () => {
      jobs = open({ maxJobsPerOwner: 20, queue: deaf });
      const elsewhere = open({ maxJobsPerOwner: 20, queue: deaf });
      const submits = Array.from({ length: 30 }, (_, i) =>
        (i % 2 === 0 ? jobs : elsewhere).submit('ada', tinyRequest(`At once ${i}`)),
      );
      expect(await accepted(submits)).to.be.within(20, 21);
    });

    it('count one that is sent twice with one key once', async () => {
      jobs = open({ maxJobsPerOwner: 20, queue: deaf });
      const submits = Array.from({ length: 40 }, (_, i) =>
        jobs.submit('ada', tinyRequest(`At once ${i >> 1}`), `key ${i >> 1}`),
      );
      expect(await accepted(submits)).to.equal(40);
      expect(await listed('ada')).to.equal(20);
    });

    it('count one that is tried again, too', async () => {
      make = fails(() => new InputInvalid('music', 'cannot be read'));
      jobs = open({ maxJobsPerOwner: 20 });
      const failed: string[] = [];
      for (let i = 0; i < 3; i++) {
        const { job } = await jobs.submit('ada', tinyRequest(`Fails ${i}`));
        await ended(job.id);
        failed.push(job.id);
      }
      const full = open({ maxJobsPerOwner: 20, queue: deaf });
      for (let i = 0; i < 18; i++) await full.submit('ada', tinyRequest(`Waits ${i}`));
      expect(await accepted(failed.map((id) => full.retry(id, 'ada')))).to.equal(2);
    });

    it('are not held up by what a process that died left, nor by a record that is damaged', async () => {
      const { job } = await open({ queue: deaf }).submit('ada', tinyRequest('Damaged'));
      await writeFile(join(folder, 'jobs', job.id, 'g2.json'), 'not a record');
      const store = new FsObjectStore(folder);
      const prefix = `active/${job.ownerHash}/`;
      const longAgo = new Date(Date.now() - 5 * 60_000);
      for (let i = 0; i < 5; i++) {
        const marker = `${prefix}01ARZ3NDEKTSV4RRFFQ69G5FA${i}.left`;
        await store.create(marker, { bytes: Buffer.alloc(0) });
        await utimes(join(folder, marker), longAgo, longAgo);
      }
      jobs = open({ maxJobsPerOwner: 20, queue: deaf });
      const submits = Array.from({ length: 25 }, (_, i) => jobs.submit('ada', tinyRequest(`At once ${i}`)));
      expect(await accepted(submits)).to.equal(20);
    });
  });

  it('accept a job also when the queue is down, and offer it when it is up', async () => {
    make = waits;
    let up = false;
    const line = new InlineQueue({ clock: systemClock, concurrency: 1, run: (id) => jobs.run(id) });
    jobs = open({
      queue: {
        ...deaf,
        enqueue: async (id, options) => {
          if (!up) throw new QueueUnavailable('It does not answer.');
          await line.enqueue(id, options);
        },
        close: () => line.close(),
      },
    });
    const { job } = await jobs.submit('ada', tinyRequest('Patient'));
    expect(job.status).to.equal('queued');
    up = true;
    jobs.start();
    while ((await jobs.get(job.id))?.status !== 'running') await systemClock.sleep(10);
  });

  it('run no more side by side than they may; the others wait their turn', async () => {
    let [now, most] = [0, 0];
    make = async (_request, { signal }) => {
      most = Math.max(most, ++now);
      await systemClock.sleep(30, signal);
      now -= 1;
      throw new InputInvalid('', 'enough');
    };
    jobs = open({ maxRunning: 1, queue: deaf });
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      ids.push((await jobs.submit('ada', tinyRequest(title))).job.id);
    expect(await Promise.all(ids.map((id) => jobs.run(id)))).to.deep.equal([
      'finished',
      'finished',
      'finished',
    ]);
    expect(most).to.equal(1);
  });

  it('hand back what runs and what waits when they drain, and take nothing more', async () => {
    make = waits;
    jobs = open({ maxRunning: 1, queue: deaf });
    const [one, two] = [
      await jobs.submit('ada', tinyRequest('One')),
      await jobs.submit('ada', tinyRequest('Two')),
    ];
    const runs = [jobs.run(one.job.id), jobs.run(two.job.id)];
    while (jobs.load().running === 0) await systemClock.sleep(5);
    await jobs.drain();
    expect(await Promise.all(runs)).to.deep.equal(['try-again', 'try-again']);
    expect(await jobs.run(one.job.id)).to.equal('try-again');
    expect((await jobs.get(one.job.id))?.status).to.equal('queued');
    expect(jobs.load()).to.deep.equal({ running: 0, waiting: 0 });
  });

  for (const accepts of [true, false]) {
    it(`${accepts ? 'offers' : 'does not offer'} waiting jobs again when it starts and ${accepts ? 'takes requests' : 'is a worker'}`, async () => {
      jobs = open({ queue: deaf });
      const { job } = await jobs.submit('ada', tinyRequest('Waiting'));
      const offered: string[] = [];
      const forgetful = { ...deaf, durable: false, enqueue: async (id: string) => void offered.push(id) };
      open({ queue: forgetful, accepts }).start();
      // Some further passes.
      await systemClock.sleep(250);
      expect(offered).to.deep.equal(accepts ? [job.id] : []);
    });
  }

  describe('a list', () => {
    const titles = ['Tides of the moon', 'Café culture', 'Octopus hearts', 'The MOON landing', 'Bridges'];
    beforeEach(async () => {
      jobs = open({ queue: deaf });
      for (const title of titles) {
        await jobs.submit('ada', tinyRequest(title));
        await systemClock.sleep(2);
      }
    });
    const found = async (query: Partial<Parameters<Jobs['list']>[1]>): Promise<string[]> =>
      (await jobs.list('ada', { limit: 10, ...query }, AbortSignal.timeout(10_000))).jobs.map(
        ({ title }) => title,
      );

    it('is newest first, page by page, each job once', async () => {
      const seen: string[] = [];
      for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
        const page = await jobs.list(
          'ada',
          { limit: 2, ...(cursor === undefined ? {} : { cursor }) },
          AbortSignal.timeout(10_000),
        );
        seen.push(...page.jobs.map(({ title }) => title));
        cursor = page.next;
      }
      expect(seen).to.deep.equal([...titles].reverse());
    });

    it('is searched without regard to case and accents', async () => {
      expect(await found({ text: 'moon' })).to.deep.equal(['The MOON landing', 'Tides of the moon']);
      expect(await found({ text: 'cafe' })).to.deep.equal(['Café culture']);
      expect(await found({ text: 'nothing of the kind' })).to.deep.equal([]);
    });

    it('is filtered by status', async () => {
      const [newest] = (await jobs.list('ada', { limit: 1 }, AbortSignal.timeout(10_000))).jobs;
      await jobs.cancel((newest as Job).id, 'ada');
      expect(await found({ status: 'cancelled' })).to.deep.equal(['Bridges']);
      expect(await found({ status: 'queued' })).to.have.length(4);
    });

    it('refuses a cursor that it has not given', async () => {
      expect(
        await thrown(jobs.list('ada', { limit: 2, cursor: '../../x' }, AbortSignal.timeout(10_000))),
      ).to.be.instanceOf(InputInvalid);
    });

    it('leaves out a record that cannot be read, and gives the others', async () => {
      const [newest] = (await jobs.list('ada', { limit: 1 }, AbortSignal.timeout(10_000))).jobs;
      const objects = new FsVersionedObjects(folder);
      const name = `jobs/${(newest as Job).id}`;
      await objects.swap(name, (await objects.get(name))?.generation ?? null, Buffer.from('not a record'));
      expect(await found({})).to.deep.equal([...titles].reverse().slice(1));
    });

    it('is whole when the store fails for one record and then gives it', async () => {
      const failedOnce = new Set<string>();
      const { jobs: made } = await jobs.list('ada', { limit: 10 }, AbortSignal.timeout(10_000));
      const unlucky = `jobs/${made[1]?.id}`;
      const objects = new FsVersionedObjects(folder);
      const get = objects.get.bind(objects);
      objects.get = async (name) => {
        if (name !== unlucky || failedOnce.has(name)) return get(name);
        failedOnce.add(name);
        throw new StorageFailed('The bucket did not answer.');
      };
      jobs = open({ queue: deaf, objects });
      expect(await found({})).to.deep.equal([...titles].reverse());
      expect([...failedOnce]).to.deep.equal([unlucky]);
    });
  });

  describe('a watch', () => {
    it('begins with the job as it is, and says nothing that is not newer than what was seen', async () => {
      jobs = open({ queue: deaf });
      const { job } = await jobs.submit('ada', tinyRequest('Seen'));
      const now = (await jobs.get(job.id)) as Job;
      const seen: Job[] = [];
      const watching = (async () => {
        for await (const each of jobs.watch(job.id, AbortSignal.timeout(5000), now.rev)) seen.push(each);
      })();
      await systemClock.sleep(150);
      expect(seen).to.deep.equal([]);
      await jobs.cancel(job.id, 'ada');
      await watching;
      expect(seen.map(({ status }) => status)).to.deep.equal(['cancelled']);
    });

    it('sees what another process writes', async () => {
      jobs = open({ queue: deaf });
      const elsewhere = open({ queue: deaf });
      const { job } = await jobs.submit('ada', tinyRequest('Seen'));
      const watching = ended(job.id);
      await elsewhere.cancel(job.id, 'ada');
      expect((await watching).status).to.equal('cancelled');
    });

    it('asks the store more seldom about a job that waits for long, and still sees that it goes on', async () => {
      const objects = new FsVersionedObjects(folder);
      const get = objects.get.bind(objects);
      let reads = 0;
      objects.get = (name) => {
        reads += 1;
        return get(name);
      };
      jobs = open({ queue: deaf, objects, timing: { lookMs: 10, sweepMs: 60_000 } });
      const elsewhere = open({ queue: deaf });
      const { job } = await jobs.submit('ada', tinyRequest('Patient'));
      reads = 0;
      const watching = ended(job.id);
      await systemClock.sleep(1000);
      expect(reads, 'of a hundred looks').to.be.within(16, 50);
      await elsewhere.cancel(job.id, 'ada');
      expect((await watching).status).to.equal('cancelled');
    });

    it('ends with its signal, and for a job that is not there or goes away', async () => {
      jobs = open({ queue: deaf });
      const { job } = await jobs.submit('ada', tinyRequest('Gone'));
      let count = 0;
      for await (const _ of jobs.watch(job.id, AbortSignal.timeout(100))) count += 1;
      expect(count).to.equal(1);
      for await (const _ of jobs.watch('01ARZ3NDEKTSV4RRFFQ69G5FAV', AbortSignal.timeout(5000))) count += 1;
      expect(count).to.equal(1);
    });
  });

  it('clears away an old upload, but makes one young before a video names it', async () => {
    jobs = open({ queue: deaf });
    const store = new FsObjectStore(folder);
    const weekAgo = new Date(Date.now() - 8 * 24 * 3_600_000);
    for (const name of ['uploads/named', 'uploads/other']) {
      await store.create(name, { bytes: Buffer.from(name) });
      await utimes(join(folder, name), weekAgo, weekAgo);
    }
    const scene = { narration: 'Rain fell.', visual: 'rain', upload: 'uploads/named' };
    const script = { title: 'Rain', language: 'en', scenes: [scene] };
    await jobs.submit('ada', { ...tinyRequest('Rain'), source: { script } });
    expect((await store.head('uploads/named'))?.updatedMs).to.be.above(Date.now() - 60_000);
    jobs.start();
    while (await store.head('uploads/other')) await setTimeout(20);
    expect(await store.list('uploads/', { limit: 9 })).to.deep.equal(['uploads/named']);
  });
});

/** A store that throws before its next write when `step` says so. */
function dyingAfter(
  { store, objects }: { readonly store: ObjectStore; readonly objects: VersionedObjects },
  step: () => void,
): { readonly store: ObjectStore; readonly objects: VersionedObjects } {
  const before = <T extends object>(right: T, names: readonly (keyof T)[]): T =>
    new Proxy(right, {
      get(target, name) {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        const call = value.bind(target) as (...given: unknown[]) => Promise<unknown>;
        return async (...given: unknown[]) => {
          if (names.includes(name as keyof T)) step();
          return call(...given);
        };
      },
    });
  return { store: before(store, ['create', 'remove']), objects: before(objects, ['swap']) };
}
