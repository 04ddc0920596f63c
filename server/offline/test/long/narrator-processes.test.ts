import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { ProviderFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { OfflineNarrator, type OfflineNarratorOptions } from '../../narrator/index.ts';

const request = { text: 'Hello octopus world.', language: 'en', voice: 'nora' };
const source = fileURLToPath(new URL('../../narrator/index.ts', import.meta.url));
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

/** A zombie that was not reaped yet is not running. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

async function until(condition: () => boolean | Promise<boolean>, what: string, ms = 5000): Promise<void> {
  for (const end = Date.now() + ms; Date.now() < end; await sleep(20)) if (await condition()) return;
  expect.fail(`${what}: not within ${ms} ms`);
}

describe('OfflineNarrator and its processes', () => {
  let folder: string;
  let open: OfflineNarrator[] = [];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'narrator-'));
  });
  afterEach(async () => {
    for (const narrator of open) narrator.close();
    open = [];
    await rm(folder, { recursive: true });
  });

  function narratorWith(options: OfflineNarratorOptions): OfflineNarrator {
    const narrator = new OfflineNarrator(options);
    open.push(narrator);
    return narrator;
  }

  /** A stand-in for the espeak process: notes its number in `pids`, then runs `onMessage` with `request` in scope. */
  async function childThat(onMessage: string): Promise<{ childPath: string; pids: () => Promise<number[]> }> {
    const childPath = join(folder, 'child.mjs');
    const notes = join(folder, 'pids');
    await writeFile(
      childPath,
      `import { appendFileSync, existsSync, writeFileSync } from 'node:fs';
       appendFileSync(${JSON.stringify(notes)}, process.pid + '\\n');
       const first = !existsSync(${JSON.stringify(join(folder, 'seen'))});
       const answer = (request) => process.send({ id: request.id, sampleRate: 22050, samples: new Int16Array(2205).fill(999), words: [{ codePoint: 0, ms: 0 }] });
       process.on('disconnect', () => process.exit(0));
       process.on('message', (request) => { const isFirst = first; writeFileSync(${JSON.stringify(join(folder, 'seen'))}, ''); ${onMessage} });`,
    );
    const pids = async (): Promise<number[]> =>
      existsSync(notes) ? (await readFile(notes, 'utf8')).trim().split('\n').map(Number) : [];
    return { childPath, pids };
  }

  const never = new AbortController().signal;

  it('uses one process again and no more than it is allowed', async () => {
    const { childPath, pids } = await childThat('setTimeout(answer, 10, request);');
    const narrator = narratorWith({ childPath, processes: 2 });
    await Promise.all(Array.from({ length: 8 }, () => narrator.narrate(request, never)));
    await narrator.narrate(request, never);
    expect(await pids()).to.have.length(2);
  });

  it('ends an idle process after a while and all of them when it is closed', async () => {
    const { childPath, pids } = await childThat('answer(request);');
    await narratorWith({ childPath, idleMs: 50 }).narrate(request, never);
    const [idle = 0] = await pids();
    await until(() => !isRunning(idle), 'the idle process ends');
    const narrator = narratorWith({ childPath });
    await narrator.narrate(request, never);
    const [, closed = 0] = await pids();
    expect(isRunning(closed)).to.equal(true);
    narrator.close();
    await until(() => !isRunning(closed), 'the closed process ends');
  });

  it('cancels a sentence at once and speaks the next', async () => {
    const { childPath, pids } = await childThat('if (isFirst) for (;;); answer(request);');
    const narrator = narratorWith({ childPath, processes: 1 });
    const controller = new AbortController();
    const cancelled = thrownBy(narrator.narrate(request, controller.signal));
    const waiting = new AbortController();
    const queued = thrownBy(narrator.narrate(request, waiting.signal));
    await until(() => existsSync(join(folder, 'seen')), 'the process is busy');
    waiting.abort(new Error('not needed any more'));
    expect(await queued).to.have.property('message', 'not needed any more');
    controller.abort(new Error('Ctrl-C'));
    expect(await cancelled).to.have.property('message', 'Ctrl-C');
    const [busy = 0] = await pids();
    await until(() => !isRunning(busy), 'the busy process ends');
    expect((await narrator.narrate(request, never)).marks).to.have.length(1);
  });

  it('does not start anything for a signal that is cancelled already', async () => {
    const { childPath, pids } = await childThat('answer(request);');
    const error = await thrownBy(
      narratorWith({ childPath }).narrate(request, AbortSignal.abort(new Error('late'))),
    );
    expect(error).to.have.property('message', 'late');
    expect(await pids()).to.deep.equal([]);
  });

  const failures: [string, string, RegExp][] = [
    [
      'crashes',
      'if (isFirst) process.exit(3); answer(request);',
      /stopped in the middle of a sentence \(exit code 3\)\.$/,
    ],
    ['is killed', "if (isFirst) process.kill(process.pid, 'SIGKILL'); answer(request);", /\(SIGKILL\)\.$/],
    ['hangs', 'if (isFirst) for (;;); answer(request);', /did not answer within 0\.5 s\.$/],
    [
      'reports an error',
      'if (isFirst) process.send({ id: request.id, error: "no data" }); else answer(request);',
      /no data/,
    ],
    [
      'floods stderr',
      'if (isFirst) { process.stderr.write("x".repeat(5e6)); process.exitCode = 1; process.disconnect(); } else answer(request);',
      /./,
    ],
  ];
  for (const [what, onMessage, message] of failures) {
    it(`says so when a process ${what}, and speaks the next sentence with another`, async () => {
      const { childPath } = await childThat(onMessage);
      const narrator = narratorWith({ childPath, processes: 1, deadlineMs: 500 });
      const [first, second] = [narrator.narrate(request, never), narrator.narrate(request, never)];
      const error = await thrownBy(first);
      expect(error).to.be.instanceOf(ProviderFailed).with.property('retryable', true);
      expect(error).to.have.property('message').that.matches(message);
      expect((await second).marks).to.have.length(1);
    });
  }

  it('says so when the process cannot be found', async () => {
    const error = await thrownBy(
      narratorWith({ childPath: join(folder, 'none.mjs') }).narrate(request, never),
    );
    expect(error).to.be.instanceOf(ProviderFailed).with.property('retryable', true);
  });

  it('recovers when an idle process was killed', async () => {
    const { childPath, pids } = await childThat('answer(request);');
    const narrator = narratorWith({ childPath, processes: 1 });
    await narrator.narrate(request, never);
    const [idle = 0] = await pids();
    process.kill(idle, 'SIGKILL');
    await sleep(100);
    expect((await narrator.narrate(request, never)).marks).to.have.length(1);
  });

  it('gives the process nothing of its environment', async () => {
    const { childPath } = await childThat(
      `writeFileSync(${JSON.stringify(join(folder, 'env'))}, Object.keys(process.env).join(' ')); answer(request);`,
    );
    await narratorWith({ childPath }).narrate(request, never);
    const names = (await readFile(join(folder, 'env'), 'utf8')).split(' ');
    expect(names).to.not.include.members(['PATH']).and.not.include.members(['HOME']);
  });

  /** A program that speaks once with the real voice and then runs `rest`. */
  async function program(rest: string): Promise<string[]> {
    const path = join(folder, 'program.mts');
    await writeFile(
      path,
      `import { OfflineNarrator } from ${JSON.stringify(source)};
       const narrator = new OfflineNarrator({ idleMs: 60_000 });
       await narrator.narrate(${JSON.stringify(request)}, new AbortController().signal);
       ${rest}`,
    );
    return ['--import', pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href, path];
  }

  it('lets a program exit as soon as it has nothing else to do', async () => {
    const started = Date.now();
    const { status, stderr } = spawnSync(process.execPath, await program(''), {
      encoding: 'utf8',
      timeout: 20_000,
    });
    expect(status, stderr).to.equal(0);
    expect(Date.now() - started).to.be.lessThan(15_000);
  });

  it('leaves no process behind when the program is killed', async () => {
    const parent = spawn(
      process.execPath,
      await program(`process.stdout.write('spoken'); setInterval(() => {}, 1000);`),
    );
    await until(
      () => new Promise((resolve) => parent.stdout.once('data', () => resolve(true))),
      'it speaks',
      20_000,
    );
    const children = await childrenOf(parent.pid ?? 0);
    if (process.platform === 'linux') expect(children).to.not.be.empty;
    parent.kill('SIGKILL');
    await until(() => !children.some(isRunning), 'the voice ends with its program');
  });
});

/** Process numbers of a process's children; none where there is no /proc. */
async function childrenOf(pid: number): Promise<number[]> {
  const list = await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8').catch(() => '');
  return list.trim().split(/\s+/).filter(Boolean).map(Number);
}
