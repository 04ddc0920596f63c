import { expect } from 'chai';
import { advanced } from '../domain/job/job-progress.ts';
import type { Job, JobError, JobStatus } from '../domain/job/job.ts';
import * as record from '../domain/job/job-record.ts';
import type { JobRecord } from '../domain/job/job-record.ts';
import type { ShortRequest } from '../domain/script/short.ts';

const TOPIC: ShortRequest = { source: { topic: 'Tides' }, seconds: 30, aspects: ['9:16'] };
const MINE = { holder: 'me', epoch: 1 };
const ERROR: JobError = { stage: 'narrate', title: 'It stopped', detail: 'It did.', retryable: true };
const TAKEOVER_MS = 75_000;

function queued(request = TOPIC): JobRecord {
  return record.accept(
    { id: '01ARZ3NDEKTSV4RRFFQ69G5FAV', ownerHash: 'o', request, requestHash: 'h', marker: 'm' },
    1000,
  );
}
const running = (): JobRecord => record.claim(queued(), 'me', 2000);
const made = (short: object): Parameters<typeof record.finished>[3] =>
  ({
    short: { title: 'Tides', degraded: [], scenes: [], script: { title: 'Tides', scenes: [] }, ...short },
    outputs: [],
  }) as never;
const done = (): JobRecord => record.finished(running(), MINE, running().job, made({}), 3000) as JobRecord;
const failed = (): JobRecord => record.failed(running(), MINE, running().job, ERROR, 3000) as JobRecord;
const cancelled = (): JobRecord => record.cancelled(queued(), 3000) as JobRecord;

describe('a job that has changed hands', () => {
  it('stays its new owner’s whatever its holder writes, and is nobody else’s to hand over', () => {
    const moved = record.handedOver(running(), 'o', 'ada') as JobRecord;
    const stale = running().job;
    for (const next of [
      record.recorded(moved, MINE, stale),
      record.released(moved, MINE, stale, 3000),
      record.failed(moved, MINE, stale, ERROR, 3000),
      record.finished(moved, MINE, stale, made({}), 3000),
      record.cancelled(moved, 3000),
    ])
      expect(next?.job.ownerHash).to.equal('ada');
    expect(record.handedOver(moved, 'o', 'ben')).to.equal(undefined);
  });
});

describe('a job’s record', () => {
  const states: Record<JobStatus, () => JobRecord> = { queued, running, done, failed, cancelled };
  const changes: Record<string, (from: JobRecord) => JobRecord | undefined> = {
    recorded: (from) => record.recorded(from, MINE, from.job),
    finished: (from) => record.finished(from, MINE, from.job, made({}), 9000),
    failed: (from) => record.failed(from, MINE, from.job, ERROR, 9000),
    released: (from) => record.released(from, MINE, from.job, 9000),
    reaped: (from) => record.reaped(from, TAKEOVER_MS, TAKEOVER_MS, 9000),
    cancelled: (from) => record.cancelled(from, 9000),
    retried: (from) => record.retried(from, 'm2', 9000),
    removed: (from) => record.removed(from, 9000),
  };
  const allowed: Record<string, Partial<Record<JobStatus, JobStatus>>> = {
    recorded: { running: 'running' },
    finished: { running: 'done' },
    failed: { running: 'failed' },
    released: { running: 'queued' },
    reaped: { running: 'queued' },
    cancelled: { queued: 'cancelled', running: 'cancelled' },
    retried: { failed: 'queued' },
    removed: { done: 'done', failed: 'failed', cancelled: 'cancelled' },
  };
  for (const [name, change] of Object.entries(changes)) {
    for (const [status, make] of Object.entries(states) as [JobStatus, () => JobRecord][]) {
      const to = allowed[name]?.[status];
      it(`${to ? `goes from ${status} to ${to}` : `stays ${status}`} when it is ${name}`, () => {
        expect(change(make())?.job.status).to.equal(to);
      });
    }
  }

  it('may be claimed when it waits, or when its holder has been silent for too long', () => {
    expect(record.claimable(queued(), 0, TAKEOVER_MS)).to.equal(true);
    expect(record.claimable(running(), TAKEOVER_MS - 1, TAKEOVER_MS)).to.equal(false);
    expect(record.claimable(running(), TAKEOVER_MS, TAKEOVER_MS)).to.equal(true);
    for (const ended of [done(), failed(), cancelled()])
      expect(record.claimable(ended, 1e9, TAKEOVER_MS)).to.equal(false);
  });

  it('takes no word of a holder whose claim is over', () => {
    const taken = record.claim(running(), 'other', 9000);
    expect([taken.epoch, taken.job.attempts]).to.deep.equal([2, 2]);
    expect(record.finished(taken, MINE, taken.job, made({}), 9000)).to.equal(undefined);
    expect(record.recorded(taken, { holder: 'me', epoch: 2 }, taken.job)).to.equal(undefined);
    expect(record.recorded(taken, { holder: 'other', epoch: 2 }, taken.job)).to.not.equal(undefined);
  });

  it('is given up instead of claimed a fourth time, in words for a person', () => {
    let standing = queued();
    for (let i = 0; i < 3; i++) standing = record.claim(standing, 'me', 2000);
    expect([standing.job.status, standing.job.attempts]).to.deep.equal(['running', 3]);
    const given = record.claim(standing, 'me', 2000);
    expect([given.job.status, given.job.attempts, given.epoch]).to.deep.equal(['failed', 3, 3]);
    expect(given.job.error?.stage).to.equal('story');
    expect(record.reaped(standing, TAKEOVER_MS, TAKEOVER_MS, 2000)?.job.status).to.equal('failed');
  });

  it('does not count a run that was handed back', () => {
    const back = record.released(running(), MINE, running().job, 9000);
    expect([back?.job.attempts, back?.enqueue, back?.lease]).to.deep.equal([0, 'pending', undefined]);
  });

  it('begins a new round, with a marker of its own, when it is tried again', () => {
    const again = record.retried(failed(), 'm2', 9000);
    expect(again?.marker).to.equal('m2');
    expect([again?.job.attempts, again?.job.error, again?.job.finishedMs]).to.deep.equal([
      0,
      undefined,
      undefined,
    ]);
  });

  it('grows in revision with every change, also when a clock goes back', () => {
    const one = running();
    expect(one.job.rev).to.be.above(queued().job.rev);
    expect((record.cancelled(one, 5) as JobRecord).job.rev).to.equal(one.job.rev + 1);
  });

  it('names nothing any more once it is removed, and comes back under its id with a higher epoch', () => {
    const gone = record.removed(done(), 9000) as JobRecord;
    expect([gone.job.outputs, gone.job.short, gone.job.script, gone.job.title]).to.deep.equal([
      [],
      undefined,
      undefined,
      '',
    ]);
    const wanted = { id: gone.job.id, ownerHash: 'o', request: TOPIC, requestHash: 'h', marker: 'm3' };
    const back = record.acceptAgain(gone, wanted, 1);
    expect([back?.job.status, back?.epoch, back?.removed]).to.deep.equal(['queued', 1, undefined]);
    expect(back?.job.rev).to.be.above(gone.job.rev);
    expect(record.acceptAgain(done(), wanted, 1)).to.equal(undefined);
  });
});

describe('a job’s progress', () => {
  const times = { stageSeconds: 2, runSeconds: 10, fromPercent: 0 };
  const script = {
    title: 'The tide comes in',
    language: 'en',
    scenes: [
      { narration: 'One.', visual: 'one' },
      { narration: 'Two.', visual: 'two' },
    ],
  };

  it('shows the script, and scenes with their pictures and speech, as they appear', () => {
    let { job } = running();
    job = advanced(job, { stage: 'script', percent: 100, script }, times);
    expect([job.title, job.scenes.length]).to.deep.equal(['The tide comes in', 2]);
    job = advanced(job, { stage: 'illustrate', percent: 50, scene: 1, illustration: 'artifacts/x' }, times);
    job = advanced(job, { stage: 'narrate', percent: 50, scene: 1, narrationSeconds: 3.5 }, times);
    expect(job.scenes).to.deep.equal([
      { index: 0, captioned: false },
      { index: 1, captioned: false, illustration: 'artifacts/x', narrationSeconds: 3.5 },
    ]);
    job = advanced(job, { stage: 'caption', percent: 100 }, times);
    expect(job.scenes.every(({ captioned }) => captioned)).to.equal(true);
  });

  it('never goes back, and is a hundred only when the job is done', () => {
    let { job } = running();
    const stages = ['story', 'script', 'illustrate', 'narrate', 'caption', 'compose', 'publish'] as const;
    for (const stage of stages) {
      const before = job.percent;
      job = advanced(job, { stage, percent: 100 }, times);
      expect(job.percent).to.be.at.least(before);
      job = advanced(job, { stage, percent: 10 }, times);
      expect(job.stages.find((each) => each.stage === stage)).to.include({ state: 'done', percent: 100 });
    }
    expect(job.percent).to.equal(99);
    expect(done().job.percent).to.equal(100);
  });

  it('estimates from what this run has done, not from what stood before it', () => {
    const start: Job = { ...running().job, percent: 60 };
    const all = ['story', 'script', 'illustrate', 'narrate', 'caption'] as const;
    let job = all.reduce(
      (j, stage) => advanced(j, { stage, percent: 100 }, { ...times, fromPercent: 60 }),
      start,
    );
    expect(job.etaSeconds).to.equal(undefined);
    job = advanced(job, { stage: 'compose', percent: 75 }, { ...times, fromPercent: 60 });
    expect(job.percent).to.equal(81);
    expect(job.etaSeconds).to.equal(Math.ceil((10 * 19) / 21));
  });

  it('counts what was brought along as written', () => {
    const { job } = queued({ ...TOPIC, source: { script } });
    expect(job.stages.filter(({ state }) => state === 'done').map(({ stage }) => stage)).to.deep.equal([
      'story',
      'script',
    ]);
    expect([job.scenes.length, job.script]).to.deep.equal([2, script]);
  });
});
