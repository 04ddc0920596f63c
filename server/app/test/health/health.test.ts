import { expect } from 'chai';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@shortfactory/config';
import { healthJson } from '@shortfactory/contract';
import { QueueUnavailable } from '@shortfactory/core';
import type { Clock, JobQueue, ObjectStore } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { Ffmpeg } from '@shortfactory/renderer';
import type { FfmpegAbout } from '@shortfactory/renderer';
import { EnvSecrets } from '@shortfactory/secrets';
import { FsObjectStore } from '@shortfactory/storage';
import { checksOf } from '../../health/checks.ts';
import { createHealth } from '../../health/health.ts';
import type { Check, CheckName, HealthOptions } from '../../health/health.ts';

const fine: Check = () => Promise.resolve({ state: 'ok', detail: 'fine' });
const allFine: Record<CheckName, Check> = {
  storage: fine,
  queue: fine,
  ffmpeg: fine,
  llm: fine,
  image: fine,
  voice: fine,
  secrets: fine,
};

function health(options: Partial<HealthOptions>): ReturnType<typeof createHealth> {
  return createHealth({
    checks: allFine,
    about: { version: '1', revision: 'abc', environment: 'local' },
    load: () => ({ running: 1, waiting: 2 }),
    clock: systemClock,
    onTurn: () => undefined,
    scrub: (text) => text,
    ...options,
  });
}

describe('health', () => {
  it('says what runs, since when, and how each part does', async () => {
    const answer = await health({})();
    expect(healthJson.parse(answer)).to.deep.include({ status: 'ok', version: '1', revision: 'abc' });
    expect(answer.jobs).to.deep.equal({ running: 1, waiting: 2 });
    expect(answer.checks.queue).to.deep.include({ state: 'ok', detail: 'fine' });
  });

  it('is broken with the reason when one part is, and reports the change once', async () => {
    const turns: string[] = [];
    let now = 0;
    let works = false;
    const clock: Clock = { ...systemClock, monotonicMs: () => now };
    const ask = health({
      clock,
      checks: {
        ...allFine,
        queue: () =>
          works
            ? fine(AbortSignal.timeout(1000))
            : Promise.reject(new QueueUnavailable('The queue has no room for secret-abc.')),
      },
      onTurn: (name, { state }) => turns.push(`${name} ${state}`),
      scrub: (text) => text.replaceAll('secret-abc', '[redacted]'),
    });
    for (let i = 0; i < 3; i++) {
      const answer = await ask();
      expect(answer.status).to.equal('broken');
      expect(answer.checks.queue).to.deep.include({
        state: 'broken',
        detail: 'The queue has no room for [redacted].',
      });
      now += 6000;
    }
    works = true;
    expect((await ask()).status).to.equal('ok');
    expect(turns).to.deep.equal(['queue broken', 'queue ok']);
  });

  it('checks once for concurrent requests, caches the result for five seconds, then checks again', async () => {
    let looks = 0;
    let now = 0;
    const ask = health({
      clock: { ...systemClock, monotonicMs: () => now },
      checks: { ...allFine, storage: (signal) => ((looks += 1), fine(signal)) },
    });
    await Promise.all(Array.from({ length: 100 }, () => ask()));
    now += 4999;
    await ask();
    expect(looks).to.equal(1);
    now += 2;
    await ask();
    expect(looks).to.equal(2);
  });

  it('does not wait for a part that hangs, and aborts it', async () => {
    let aborted = false;
    const answer = await health({
      clock: { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms / 100, signal) },
      load: () => ({ running: 0, waiting: 0 }),
      checks: {
        ...allFine,
        storage: (signal) =>
          new Promise(() => signal.addEventListener('abort', () => (aborted = true), { once: true })),
      },
    })();
    expect(answer.checks.storage).to.deep.include({ state: 'broken', detail: 'No answer within 4 s.' });
    expect(aborted).to.equal(true);
  });

  it('calls a part slow that does not answer while a video is made, and broken when that lasts or says why', async () => {
    let now = 0;
    let fails = false;
    const ask = health({
      clock: {
        ...systemClock,
        monotonicMs: () => now,
        sleep: (ms, signal) => systemClock.sleep(ms / 100, signal),
      },
      checks: {
        ...allFine,
        storage: (signal) =>
          new Promise((_resolve, reject) => {
            if (fails) reject(new QueueUnavailable('The disk is gone.'));
            signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
          }),
      },
    });
    const first = await ask();
    expect(first.status).to.equal('ok');
    expect(first.checks.storage.state).to.equal('slow');
    expect(first.checks.storage.detail).to.match(/^No answer within 4 s\. A video is being made/);
    now += 119_000;
    expect((await ask()).status).to.equal('ok');
    now += 6000;
    expect((await ask()).checks.storage).to.deep.include({
      state: 'broken',
      detail: 'No answer within 4 s.',
    });
    fails = true;
    now += 6000;
    expect((await ask()).checks.storage).to.deep.include({ state: 'broken', detail: 'The disk is gone.' });
  });

  it('calls a part slow that is noticeably slow', async () => {
    let now = 0;
    const answer = await health({
      clock: { ...systemClock, monotonicMs: () => now },
      checks: { ...allFine, storage: (signal) => ((now += 2000), fine(signal)) },
    })();
    expect(answer.checks.storage).to.deep.include({ state: 'slow', latencyMs: 2000 });
    expect(answer.status).to.equal('ok');
  });
});

describe('the checks of health', () => {
  let folder: string;
  beforeEach(async () => (folder = await mkdtemp(join(tmpdir(), 'shortfactory-health-'))));
  afterEach(() => rm(folder, { recursive: true, force: true }));

  const queue: JobQueue = {
    kind: 'inline',
    durable: false,
    enqueue: () => Promise.resolve(),
    waiting: () => 0,
    check: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };

  function ask(
    env: Record<string, string> = {},
    parts: { store?: ObjectStore; ffmpeg?: () => Promise<FfmpegAbout> } = {},
  ): ReturnType<ReturnType<typeof createHealth>> {
    const config = loadConfig(env);
    const checks = checksOf({
      config: async () => config,
      store: parts.store ?? new FsObjectStore(folder),
      queue,
      secrets: new EnvSecrets(config, () => undefined),
      ffmpeg: parts.ffmpeg,
    });
    // Nothing takes time, however busy the machine is.
    return health({ checks, clock: { ...systemClock, monotonicMs: () => 0 } })();
  }

  it('writes, reads and removes in the store, and leaves nothing behind', async () => {
    const { checks } = await ask();
    expect(checks.storage.state).to.equal('ok');
    const left = await readdir(folder, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).to.deep.equal([]);
  });

  it('says that the store is broken', async () => {
    const file = join(folder, 'a-file');
    await writeFile(file, '');
    const { status, checks } = await ask({}, { store: new FsObjectStore(file) });
    expect(status).to.equal('broken');
    expect(checks.storage.state).to.equal('broken');
    expect(checks.storage.detail).to.match(/^[A-Z].*\.$/);
  });

  it('finds what the installed ffmpeg can do', async () => {
    const { checks } = await ask(
      {},
      { ffmpeg: () => Ffmpeg.locate(undefined, process.env['PATH'] ?? '').check() },
    );
    expect(checks.ffmpeg.state).to.equal('ok');
    expect(checks.ffmpeg.detail).to.match(/^ffmpeg \S*\d\S* of 20\d\d, with every part that is used$/);
  });

  it('says that ffmpeg cannot be run', async () => {
    const { checks } = await ask({}, { ffmpeg: () => new Ffmpeg('/nowhere/ffmpeg').check() });
    expect(checks.ffmpeg.state).to.equal('broken');
    expect(checks.ffmpeg.detail).to.include('set FFMPEG_PATH');
  });

  it('reports an offline provider as offline, which is healthy', async () => {
    const { status, checks } = await ask();
    for (const name of ['llm', 'image', 'voice'] as const) expect(checks[name].state).to.equal('offline');
    expect(status).to.equal('ok');
  });

  const SECRETLY = { SECRETS: 'secret-manager', GCP_PROJECT_ID: 'p' };
  const CASES: [string, Record<string, string>, CheckName, string, RegExp][] = [
    ['a key is there', { USE_REAL_LLM: 'true', GEMINI_API_KEY: 'g'.repeat(9) }, 'llm', 'ok', /gemini/],
    [
      'no key is there',
      { ...SECRETLY, USE_REAL_LLM: 'true' },
      'llm',
      'broken',
      /USE_REAL_LLM is true.*GEMINI_API_KEY/,
    ],
    [
      'either of two keys is there',
      { USE_REAL_IMAGE: 'true', NANOBANANA_API_KEY: 'n'.repeat(9) },
      'image',
      'ok',
      /gemini/,
    ],
    [
      'no voice has a key',
      { ...SECRETLY, USE_REAL_VOICE: 'true', VOICE_PROVIDERS: 'elevenlabs,gemini,offline' },
      'voice',
      'broken',
      /ELEVENLABS_API_KEY and GEMINI_API_KEY/,
    ],
    [
      'the second voice has a key',
      { USE_REAL_VOICE: 'true', VOICE_PROVIDERS: 'elevenlabs,gemini', GEMINI_API_KEY: 'g'.repeat(9) },
      'voice',
      'ok',
      /^gemini with a key$/,
    ],
    [
      'only offline is named',
      { USE_REAL_VOICE: 'true', VOICE_PROVIDERS: 'offline' },
      'voice',
      'offline',
      /here/,
    ],
  ];
  for (const [name, env, check, state, detail] of CASES) {
    it(`looks for a provider's key: ${name}`, async () => {
      const answer = await ask(env);
      expect(answer.checks[check].state).to.equal(state);
      expect(answer.checks[check].detail).to.match(detail);
      expect(answer.status).to.equal(state === 'broken' ? 'broken' : 'ok');
    });
  }
});
