import { readdirSync, readFileSync } from 'node:fs';
import { expect } from 'chai';
import { SharedFolder, SHORT_TIMES, WorkerProcess } from '@shortfactory/testing/jobs/processes';
import type { Said } from '@shortfactory/testing/jobs/processes';
import { smallRequest, tinyRequest } from '@shortfactory/testing/jobs/real-jobs';

/** Renders for long enough to be met in the middle of it. */
const slowRequest = smallRequest({ aspect: '9:16' });

/** Where nobody dies: a machine that is busy for seconds takes no lease away. */
const PATIENT = { ...SHORT_TIMES, leaseMs: 36_000, fenceMs: 24_000, takeoverMs: 36_000 };

const began = (said: Said): boolean => said.message === 'A job began to run.';

describe('two workers on one store', function () {
  this.timeout(120_000);
  let folder: SharedFolder;
  let workers: WorkerProcess[];

  const start = (
    options: Omit<ConstructorParameters<typeof WorkerProcess>[1], 'name'> = {},
  ): WorkerProcess => {
    const worker = new WorkerProcess(folder, { name: `worker-${workers.length}`, ...options });
    workers.push(worker);
    return worker;
  };
  const ready = async (worker: WorkerProcess): Promise<WorkerProcess> => {
    await worker.until('ready', ({ event }) => event === 'ready');
    return worker;
  };
  /** The worker that renders the first frames of a job, as soon as one does. */
  const runner = (): Promise<WorkerProcess> =>
    Promise.any(
      workers.map(async (worker) => {
        await worker.until('render', ({ event }) => event === 'rendering');
        return worker;
      }),
    );

  beforeEach(async () => {
    folder = await SharedFolder.make();
    workers = [];
  });
  afterEach(async () => {
    await Promise.all(workers.map((worker) => worker.end()));
    await folder.remove();
  });

  it('share the jobs: each is run once, by one of them', async () => {
    const ids: string[] = [];
    for (const title of ['One', 'Two', 'Three'])
      ids.push((await folder.jobs.submit('ada', tinyRequest(title))).job.id);
    start({ timing: PATIENT });
    start({ timing: PATIENT });
    for (const id of ids) {
      expect((await folder.ended(id)).status).to.equal('done');
      const runs = workers.flatMap(({ said }) => said.filter((each) => began(each) && each.jobId === id));
      expect(runs.map(({ epoch }) => epoch)).to.deep.equal([1]);
    }
  });

  it('take over from each other: one is killed in the middle of rendering, the other finishes', async () => {
    const { job } = await folder.jobs.submit('ada', slowRequest);
    start();
    start();
    const first = await runner();
    first.signal('SIGKILL');
    const ended = await folder.ended(job.id);
    expect(ended.status).to.equal('done');
    expect(ended.outputs[0]?.object).to.match(new RegExp(`^videos/${job.id}/2-`));
    const others = workers.filter((worker) => worker !== first);
    expect(others.flatMap(({ said }) => said.filter(began)).map(({ epoch }) => epoch)).to.deep.equal([2]);
  });

  it('never both: one that was frozen past its lease stops when it thaws, and what it had is not published', async () => {
    const { job } = await folder.jobs.submit('ada', slowRequest);
    start();
    start();
    const frozen = await runner();
    frozen.signal('SIGSTOP');
    const ended = await folder.ended(job.id);
    frozen.signal('SIGCONT');
    await frozen.until('stop', ({ message }) => message === 'A run of a job ended.');
    const lost = frozen.said.some(({ message }) =>
      /lease was not confirmed|another worker|ended elsewhere/i.test(message ?? ''),
    );
    expect(lost, JSON.stringify(frozen.said)).to.equal(true);
    expect(await folder.jobs.get(job.id)).to.deep.equal(ended);
    const published = await folder.store.list(`videos/${job.id}/`, { limit: 100 });
    expect(published.filter((name) => name.includes('/1-'))).to.deep.equal([]);
  });

  it('do no harm with deliveries that come twice, to both, at once', async () => {
    const { job } = await folder.jobs.submit('ada', tinyRequest('Often'));
    const options = { sweeps: false, timing: PATIENT };
    await Promise.all([ready(start(options)), ready(start(options))]);
    for (const worker of [...workers, ...workers, ...workers]) worker.tell(`run ${job.id}`);
    expect((await folder.ended(job.id)).status).to.equal('done');
    const outcomes = (): string[] =>
      workers.flatMap(({ said }) =>
        said.filter(({ event }) => event === 'outcome').map(({ outcome }) => outcome ?? ''),
      );
    for (const worker of workers)
      await worker.until(
        'three outcomes',
        () => worker.said.filter(({ event }) => event === 'outcome').length === 3,
      );
    expect(outcomes().filter((outcome) => outcome === 'finished')).to.have.length(1);
    expect(outcomes()).to.not.include('try-again');
  });

  it('hand work over when one is told to stop: nothing is lost, nothing counts as a failure, and it exits with 0', async () => {
    const { job } = await folder.jobs.submit('ada', slowRequest);
    const first = start();
    await runner();
    const toldMs = performance.now();
    first.signal('SIGTERM');
    expect(await first.exited).to.deep.equal({ code: 0, signal: null });
    expect(performance.now() - toldMs).to.be.below(10_000);
    const handed = await folder.jobs.get(job.id);
    expect([handed?.status, handed?.attempts, handed?.error]).to.deep.equal(['queued', 0, undefined]);
    expect(await folder.scratch()).to.deep.equal([]);
    start();
    expect((await folder.ended(job.id)).status).to.equal('done');
  });

  it('stop ffmpeg within a second when the job is cancelled from elsewhere', async () => {
    const { job } = await folder.jobs.submit('ada', slowRequest);
    const worker = start({ timing: { lookMs: 700 } });
    await runner();
    expect(childrenOf(worker.pid).filter(isFfmpeg)).to.not.deep.equal([]);
    const cancelledMs = performance.now();
    expect((await folder.jobs.cancel(job.id, 'ada')).status).to.equal('cancelled');
    while (childrenOf(worker.pid).some(isFfmpeg)) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(performance.now() - cancelledMs).to.be.below(1000);
    await worker.until('end', ({ message }) => message === 'A run of a job ended.');
    expect((await folder.jobs.get(job.id))?.status).to.equal('cancelled');
    expect(await folder.scratch()).to.deep.equal([]);
  });

  it('give a job up that has killed three workers in the same place, and say so to a person', async () => {
    const topic = {
      source: { topic: 'Why does an octopus have three hearts?' },
      seconds: 10,
      aspects: ['9:16'],
    } as const;
    const { job } = await folder.jobs.submit('ada', topic);
    // Nothing is rendered here, so the times may be shorter still.
    const options = {
      death: { moment: 'first-word' },
      timing: { ...SHORT_TIMES, leaseMs: 1500, renewMs: 300, fenceMs: 1000, takeoverMs: 1500 },
    } as const;
    for (let i = 0; i < 3; i++) await start(options).exited;
    start(options);
    const ended = await folder.ended(job.id);
    expect([ended.status, ended.attempts, ended.error?.stage]).to.deep.equal(['failed', 3, 'story']);
    expect(ended.error?.detail).to.match(/^3 tries .*\.$/);
    expect(folder.calls()).to.have.length(3);
  });
});

/** Direct and further children, from /proc. */
function childrenOf(pid: number): { pid: number; name: string }[] {
  const all = readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .flatMap((entry) => {
      try {
        const [, id = '', name = '', parent = ''] =
          /^(\d+) \((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? [];
        return [{ pid: Number(id), name, parent: Number(parent) }];
      } catch {
        // It ended while we looked.
        return [];
      }
    });
  const found: { pid: number; name: string }[] = [];
  for (let parents = [pid]; parents.length > 0;) {
    const next = all.filter(({ parent }) => parents.includes(parent));
    found.push(...next);
    parents = next.map((each) => each.pid);
  }
  return found;
}

function isFfmpeg({ name }: { name: string }): boolean {
  return name.startsWith('ffmpeg');
}
