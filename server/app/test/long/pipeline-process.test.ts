import { fork, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { loadConfig } from '@shortfactory/config';
import { NO_TRACES, ProviderFailed, PipelineProcessLost } from '@shortfactory/core';
import type { Log, ShortRequest, TelemetryEvent } from '@shortfactory/core';
import { EnvSecrets } from '@shortfactory/secrets';
import { FsObjectStore } from '@shortfactory/storage';
import { expect } from 'chai';
import { PipelineProcess } from '../../pipeline-process/pipeline-process.ts';
import type { PipelineProcessOptions } from '../../pipeline-process/pipeline-process.ts';
import { builtProgram, builtServer } from '@shortfactory/testing/support/build-once';

const REQUEST: ShortRequest = {
  source: {
    script: {
      title: 'Two hearts',
      language: 'en',
      scenes: [
        { narration: 'An octopus has three hearts.', visual: 'an octopus in the deep sea' },
        { narration: 'Its blood is blue.', visual: 'a blue drop' },
      ],
    },
  },
  seconds: 10,
  aspects: ['1:1'],
};

/** Processes on this machine whose command line holds a text. */
function processesWith(text: string): string[] {
  // A small container has no ps.
  const lines = existsSync('/proc/self/cmdline')
    ? readdirSync('/proc')
        .filter((name) => /^\d+$/.test(name))
        .map(commandLineOf)
    : spawnSync('ps', ['-eo', 'args='], { encoding: 'utf8' }).stdout.split('\n');
  return lines.filter((line) => line.includes(text));
}

function commandLineOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
  } catch {
    // It ended while we looked.
    return '';
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function until(condition: () => boolean, withinMs: number): Promise<boolean> {
  const end = performance.now() + withinMs;
  while (!condition()) {
    if (performance.now() > end) return false;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return true;
}

async function reason(work: Promise<unknown>): Promise<unknown> {
  return work.then(
    () => undefined,
    (error: unknown) => error,
  );
}

describe('the pipeline process', () => {
  let script: string;
  let folder: string;
  let pipelineProcess: PipelineProcess;
  const logged: string[] = [];
  const log: Log = {
    debug: (message) => void logged.push(message),
    info: (message) => void logged.push(message),
    warn: (message) => void logged.push(message),
    error: (message) => void logged.push(message),
    with: () => log,
  };
  const events: TelemetryEvent[] = [];

  const PATHS = { PATH: process.env['PATH'] };
  const options = (): Omit<PipelineProcessOptions, 'config'> => ({
    script,
    env: PATHS,
    secrets: new EnvSecrets({}, () => undefined),
    log,
    telemetry: { record: (event) => void events.push(event) },
    traces: NO_TRACES,
    scrub: (message) => message,
  });

  const { execArgv } = process;
  before(async () => {
    script = join(dirname(await builtServer()), 'pipeline-process.js');
    // What is built starts as it does for operators: without what this process needs to read TypeScript.
    process.execArgv = [];
  });
  after(() => {
    process.execArgv = execArgv;
  });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-pipelineProcess-'));
    const config = loadConfig({ ...PATHS, DATA_DIR: join(folder, 'data'), SCRATCH_DIR: folder });
    pipelineProcess = new PipelineProcess({ ...options(), config });
  });
  afterEach(async () => {
    await pipelineProcess.close();
    await rm(folder, { recursive: true, force: true });
  });

  const pipeline = (): ReturnType<PipelineProcess['pipeline']> =>
    pipelineProcess.pipeline(new FsObjectStore(join(folder, 'data')));

  it('makes a short in its own process, reports its progress, and asks before costly steps', async () => {
    const stages = new Set<string>();
    const made: boolean[] = [];
    let asked = 0;
    const { make, store, inspect } = pipeline();
    const { short } = await make(REQUEST, {
      signal: new AbortController().signal,
      onProgress: ({ stage }) => stages.add(stage),
      onArtifact: (_stage, found) => made.push(found),
      beforeStep: async () => void (asked += 1),
    });
    const object = short.outputs[0]?.object ?? '';
    expect(await store.head(object)).not.to.equal(undefined);
    const seconds = short.outputs[0]?.seconds;
    expect((await inspect(object, seconds, new AbortController().signal)).sha256).to.match(/^[0-9a-f]{64}$/);
    expect([...stages]).to.include.members(['illustrate', 'narrate', 'compose']);
    expect(made).to.include(false).and.not.include(true);
    expect(asked).to.be.greaterThan(0);
  });

  it('leaves the event loop free while it draws', async () => {
    const { studio } = pipelineProcess;
    await studio.about();
    let longestMs = 0;
    let before = performance.now();
    const timer = setInterval(() => {
      longestMs = Math.max(longestMs, performance.now() - before - 5);
      before = performance.now();
    }, 5);
    const drawn = await studio.drawScene(
      { visual: 'a whale under the stars', imageStyle: 'flat', characters: [], take: 1 },
      new AbortController().signal,
    );
    clearInterval(timer);
    expect(drawn.byteLength).to.be.greaterThan(10_000);
    // Drawing alone takes about 400 ms of a core.
    expect(longestMs).to.be.lessThan(200);
  });

  it('passes on what ends a run: the step that may not be taken, as the error that it was', async () => {
    const error = await reason(
      pipeline().make(REQUEST, {
        signal: new AbortController().signal,
        beforeStep: () => Promise.reject(new ProviderFailed('Not now.', { retryable: true })),
      }),
    );
    expect(error).to.be.instanceOf(ProviderFailed).and.include({ message: 'Not now.', retryable: true });
  });

  it('ends a run when its progress callback throws, with that error', async () => {
    const enough = new Error('the lease is lost');
    const error = await reason(
      pipeline().make(REQUEST, {
        signal: new AbortController().signal,
        onProgress: () => {
          throw enough;
        },
      }),
    );
    expect(error).to.equal(enough);
  });

  it('stops ffmpeg within a second when the run is aborted, and leaves no scratch file', async () => {
    const stop = new AbortController();
    const making = reason(pipeline().make(REQUEST, { signal: stop.signal }));
    const mark = join(folder, 'shortfactory-');
    expect(await until(() => processesWith(mark).some((line) => line.includes('ffmpeg')), 30_000)).to.equal(
      true,
    );
    const enough = new Error('enough');
    stop.abort(enough);
    expect(await until(() => processesWith(mark).length === 0, 1000)).to.equal(true);
    expect(await making).to.equal(enough);
    expect((await readdir(folder)).filter((name) => name.startsWith('shortfactory-'))).to.deep.equal([]);
  });

  it('rejects what was under way when its process dies, and goes on with another', async () => {
    const making = reason(pipeline().make(REQUEST, { signal: new AbortController().signal }));
    const found = await until(() => processesWith(join(folder, 'shortfactory-')).length > 0, 30_000);
    expect(found).to.equal(true);
    process.kill(pipelineProcess.pid ?? 0, 'SIGKILL');
    expect(await making).to.be.instanceOf(PipelineProcessLost);
    expect((await pipelineProcess.studio.about()).voices).not.to.deep.equal([]);
    expect(logged).to.include('Pipeline process exited; the next call starts a new one.');
  });

  it('removes the scratch folders of a process that was killed, and no other’s', async () => {
    const config = loadConfig({ ...PATHS, DATA_DIR: join(folder, 'data'), SCRATCH_DIR: folder });
    const other = new PipelineProcess({ ...options(), config });
    const scratch = async (): Promise<string[]> =>
      (await readdir(folder)).filter((name) => name.startsWith('shortfactory-'));
    try {
      const making = pipeline().make(REQUEST, { signal: new AbortController().signal });
      making.catch(() => undefined);
      while ((await scratch()).length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
      const [own = ''] = await scratch();
      const lost = reason(
        other
          .pipeline(new FsObjectStore(join(folder, 'other-data')))
          .make(REQUEST, { signal: new AbortController().signal }),
      );
      while ((await scratch()).length < 2) await new Promise((resolve) => setTimeout(resolve, 20));
      process.kill(other.pid ?? 0, 'SIGKILL');
      expect(await lost).to.be.instanceOf(PipelineProcessLost);
      const left = (await scratch()).filter((name) => name !== own);
      expect(left).to.have.length(1);
      // Its next call starts another process, which looks around first.
      await other.studio.about();
      const end = performance.now() + 5000;
      while ((await scratch()).includes(left[0] ?? '') && performance.now() < end) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      expect(await scratch()).to.not.include(left[0]);
      expect((await making).short.outputs).to.have.length(1);
      expect(await scratch()).to.deep.equal([]);
    } finally {
      await other.close();
    }
  });

  it('goes with the process that started it, even when that is killed', async function () {
    const parent = fork(await builtProgram('pipeline-process-parent'), [script], {
      env: { PATH: process.env['PATH'], DATA_DIR: join(folder, 'data'), SCRATCH_DIR: folder },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const child = await new Promise<number>((resolve) =>
      parent.once('message', (pid: number) => resolve(pid)),
    );
    expect(isAlive(child)).to.equal(true);
    parent.kill('SIGKILL');
    expect(await until(() => !isAlive(child), 3000)).to.equal(true);
  });

  it('says what there is to choose from while it is busy, once it has said it', async () => {
    const about = await pipelineProcess.studio.about();
    const pid = pipelineProcess.pid as number;
    process.kill(pid, 'SIGSTOP');
    try {
      expect(await pipelineProcess.studio.about()).to.deep.equal(about);
    } finally {
      process.kill(pid, 'SIGCONT');
    }
  });

  it('accepts no call after it was closed', async () => {
    await pipelineProcess.studio.about();
    await pipelineProcess.close();
    expect(await reason(pipelineProcess.studio.about())).to.be.instanceOf(PipelineProcessLost);
  });
});
