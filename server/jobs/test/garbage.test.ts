import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { accept, cancelled, claim, removed } from '@shortfactory/core';
import type { Job, JobRecord, ShortRequest } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { Artifacts } from '@shortfactory/pipeline/artifacts';
import { FsEvictableObjects, FsObjectStore, FsVersionedObjects, filedPath } from '@shortfactory/storage';
import { expect } from 'chai';
import { Garbage, withoutGone } from '../upkeep/garbage.ts';
import { markerName, ownerEntry, ownerPrefix } from '../store/job-names.ts';
import { JobStore } from '../store/job-store.ts';
import { keepUploads } from '../upkeep/upload-garbage.ts';
import { silentLog } from '@shortfactory/testing/silent-log';
import { smallRequest } from '@shortfactory/testing/jobs/real-jobs';

const HOUR = 3_600_000;
const OWNER = 'a'.repeat(40);
const ID = '01ARZ3NDEKTSV4RRFFQ69G5FAV';
const artifact = (digit: string): string => `artifacts/illustrate/${digit.repeat(64)}`;

describe('clearing away garbage', () => {
  let folder: string;
  let store: FsObjectStore;
  let evictable: FsEvictableObjects;
  let jobs: JobStore;
  const put = (name: string, text = ''): Promise<boolean> => store.create(name, { bytes: Buffer.from(text) });
  const age = async (name: string, hours: number): Promise<void> => {
    const then = new Date(Date.now() - hours * HOUR);
    const path = join(folder, name);
    // Entries of a list are filed by their time.
    const filed = join(dirname(path), filedPath(basename(path)) ?? basename(path));
    await utimes(filed, then, then);
  };
  const garbage = (): Garbage =>
    new Garbage({ store, jobs, clock: systemClock, log: silentLog, random: () => 0 }, evictable);
  /** Twice: the first pass begins somewhere in the middle. */
  const clear = async (): Promise<void> => {
    const collector = garbage();
    await collector.pass(new AbortController().signal);
    await collector.pass(new AbortController().signal);
  };
  const record = (nowMs = Date.now()): JobRecord =>
    accept(
      {
        id: ID,
        ownerHash: OWNER,
        request: smallRequest(),
        requestHash: '',
        marker: markerName(OWNER, ID, 'n'),
      },
      nowMs,
    );
  const write = (made: JobRecord) => jobs.create(made, { patienceMs: 1000 });

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'garbage-'));
    store = new FsObjectStore(folder);
    evictable = new FsEvictableObjects(folder);
    jobs = new JobStore({
      objects: new FsVersionedObjects(folder),
      clock: systemClock,
      newId: () => Math.random().toString(36),
    });
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('removes artifacts that were not used for two days, with what they name, and no younger ones', async () => {
    for (const [digit, hours] of [
      ['a', 49],
      ['b', 47],
    ] as const) {
      for (const name of [artifact(digit), `${artifact(digit)}-0123456789abcdef.image`]) {
        await put(name);
        await age(name, hours);
      }
    }
    await clear();
    expect(await store.list('artifacts/', { limit: 9 })).to.deep.equal([
      artifact('b'),
      `${artifact('b')}-0123456789abcdef.image`,
    ]);
  });

  it('keeps an artifact as long as what it names is young, and the other way round', async () => {
    await put(artifact('a'));
    await put(`${artifact('a')}-0123456789abcdef.image`);
    await age(artifact('a'), 100);
    await clear();
    await age(artifact('a'), 1);
    await age(`${artifact('a')}-0123456789abcdef.image`, 100);
    await clear();
    expect(await store.list('artifacts/', { limit: 9 })).to.have.length(2);
  });

  it('keeps what a job under way shows, however old', async () => {
    const made = record();
    const job: Job = { ...made.job, scenes: [{ index: 0, illustration: artifact('a'), captioned: false }] };
    await put(made.marker);
    await write({ ...made, job });
    await put(artifact('a'));
    await age(artifact('a'), 100);
    await clear();
    expect(await store.head(artifact('a'))).to.not.equal(undefined);
  });

  it('never takes away what a run has just come to rely on', async () => {
    const picture = `${artifact('a')}-0123456789abcdef.image`;
    await put(picture);
    await put(artifact('a'), JSON.stringify({ image: picture }));
    for (const name of [artifact('a'), picture]) await age(name, 100);
    const artifacts = new Artifacts(store, undefined, evictable);
    const found = await artifacts.value('illustrate', artifact('a'), () =>
      Promise.reject(new Error('made again')),
    );
    expect(found).to.deep.equal({ image: picture });
    await clear();
    expect(await store.list('artifacts/', { limit: 9 })).to.deep.equal([artifact('a'), picture]);
  });

  it('makes an artifact anew when what it names is gone', async () => {
    await put(artifact('a'), JSON.stringify({ image: `${artifact('a')}-gone.image` }));
    const artifacts = new Artifacts(store, undefined, evictable);
    const made = await artifacts.value('illustrate', artifact('a'), async () => ({ image: 'another' }));
    expect(made).to.deep.equal({ image: 'another' });
    expect(JSON.parse(Buffer.from((await store.read(artifact('a'))) ?? '').toString())).to.deep.equal(made);
  });

  it('lets a removed job go for good after two days, with outputs that came late', async () => {
    const made = record();
    const gone = removed(cancelled(made, Date.now()) as JobRecord, Date.now()) as JobRecord;
    await write(gone);
    const entry = `${ownerPrefix(OWNER)}${ownerEntry(made.job.createdMs, ID)}`;
    await put(entry);
    await put(`videos/${ID}/1-late.mp4`);
    await put(`parts/${ID}/1`);
    await clear();
    expect(await jobs.read(ID)).to.not.equal(undefined);
    // The record's age is told by the store: its file is made older, as two days would make it.
    for (const name of [`jobs/${ID}/g1.json`, entry, `videos/${ID}/1-late.mp4`, `parts/${ID}/1`])
      await age(name, 49);
    await clear();
    expect(await jobs.read(ID)).to.equal(undefined);
    expect(await store.list('owners/', { limit: 9 })).to.deep.equal([]);
    for (const prefix of ['videos/', 'parts/'])
      expect(await store.list(prefix, { limit: 9 })).to.deep.equal([]);
  });

  it('removes outputs that a job which has ended does not name, and leaves those of one that runs', async () => {
    const made = record();
    const entry = `${ownerPrefix(OWNER)}${ownerEntry(made.job.createdMs, ID)}`;
    await put(entry);
    await put(`videos/${ID}/1-lost.mp4`);
    await write(claim(made, 'worker', Date.now()));
    for (const name of [`jobs/${ID}/g1.json`, `videos/${ID}/1-lost.mp4`]) await age(name, 49);
    await clear();
    expect(await store.list('videos/', { limit: 9 })).to.have.length(1);
    await jobs.update(ID, ({ record: standing }) => cancelled(standing, Date.now()), { patienceMs: 1000 });
    await age(`jobs/${ID}/g2.json`, 49);
    await clear();
    expect(await store.list('videos/', { limit: 9 })).to.deep.equal([]);
  });

  it('removes an entry of a list whose job never came to be', async () => {
    const entry = `${ownerPrefix(OWNER)}${ownerEntry(Date.now(), ID)}`;
    await put(entry);
    await clear();
    expect(await store.head(entry)).to.not.equal(undefined);
    await age(entry, 49);
    await clear();
    expect(await store.head(entry)).to.equal(undefined);
  });

  describe('uploads', () => {
    const DAY = 24;
    const scene = (upload: string) => ({ narration: 'Rain fell.', visual: 'rain', upload });
    const request = (upload: string): ShortRequest => ({
      ...smallRequest(),
      source: { script: { title: 'Rain', language: 'en', scenes: [scene(upload)] } },
      music: `${upload}-music`,
    });
    const uploads = (): Promise<string[]> => store.list('uploads/', { limit: 9 });
    async function job(upload: string): Promise<JobRecord> {
      const made = record();
      const standing = { ...made, job: { ...made.job, request: request(upload) } };
      await write(standing);
      await put(`${ownerPrefix(OWNER)}${ownerEntry(made.job.createdMs, ID)}`);
      return standing;
    }

    it('go after a week, unless a video names them', async () => {
      await job('uploads/named');
      for (const name of ['uploads/named', 'uploads/named-music', 'uploads/nobodys', 'uploads/young']) {
        await put(name);
        await age(name, name === 'uploads/young' ? 6 * DAY : 8 * DAY);
      }
      await clear();
      expect(await uploads()).to.deep.equal(['uploads/named', 'uploads/named-music', 'uploads/young']);
    });

    it('go when the video that named them is removed', async () => {
      const standing = await job('uploads/named');
      const ended = (): JobRecord => cancelled(standing, Date.now()) as JobRecord;
      await jobs.update(ID, ended, { patienceMs: 1000 });
      await put('uploads/named');
      await age('uploads/named', 8 * DAY);
      await clear();
      expect(await uploads()).to.deep.equal(['uploads/named']);
      await jobs.update(ID, ({ record: now }) => removed(now, Date.now()), { patienceMs: 1000 });
      await clear();
      expect(await uploads()).to.deep.equal([]);
    });

    it('stay when a video has just come to name them, whatever was seen before', async () => {
      const collector = garbage();
      const { signal } = new AbortController();
      await collector.pass(signal);
      await put('uploads/old');
      await age('uploads/old', 8 * DAY);
      const deps = { store, evictable, clock: systemClock };
      await keepUploads(deps, request('uploads/old'));
      await collector.pass(signal);
      expect(await uploads()).to.deep.equal(['uploads/old']);
    });

    it('stay when a job cannot be read', async () => {
      await put('uploads/old');
      await age('uploads/old', 8 * DAY);
      await put(`${ownerPrefix(OWNER)}${ownerEntry(Date.now(), ID)}`);
      await new FsVersionedObjects(folder).swap(`jobs/${ID}`, null, Buffer.from('not a record'));
      await clear();
      expect(await uploads()).to.deep.equal(['uploads/old']);
    });
  });

  it('shows no picture of a job that failed long ago, for it may be gone', () => {
    const job: Job = {
      ...record().job,
      status: 'failed',
      finishedMs: 1000,
      scenes: [
        { index: 0, illustration: artifact('a'), captioned: false },
        { index: 1, illustration: 'uploads/mine', captioned: false },
      ],
    };
    expect(withoutGone(job, 1000 + 23 * HOUR).scenes[0]?.illustration).to.equal(artifact('a'));
    expect(withoutGone(job, 1000 + 25 * HOUR).scenes.map(({ illustration }) => illustration)).to.deep.equal([
      undefined,
      'uploads/mine',
    ]);
  });
});
