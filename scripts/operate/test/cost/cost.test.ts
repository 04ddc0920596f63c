import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';
import { monthlyCost, total } from '../../cost/model.ts';
import type { ServiceShape } from '../../cost/model.ts';
import { configuredProviders, providersUsd } from '../../cost/providers.ts';

const run = (...args: string[]) =>
  promisify(execFile)(process.execPath, ['--import=tsx', 'scripts/operate/cost.ts', ...args], { cwd: ROOT });

const VIDEO = { cpuSeconds: 15, bytes: 0 };
const worker: ServiceShape = {
  name: 'shortfactory-worker',
  vcpu: 2,
  appVcpu: 2,
  memoryGib: 2,
  minScale: 0,
  maxScale: 100,
  concurrency: 1,
  instanceBased: false,
  scraped: false,
  tracedShare: 0,
  ownKey: false,
};
const linesOf = (shape: ServiceShape, videosPerMonth: number) =>
  monthlyCost([shape], { name: 'x', videosPerMonth }, VIDEO).filter(({ what }) =>
    what.startsWith(shape.name),
  );

describe('npm run cost', () => {
  it('shows three levels of traffic from the manifests, each the sum of its lines', async () => {
    const { stdout } = await run('--env', 'prod', '--json');
    const { levels } = JSON.parse(stdout) as {
      levels: { name: string; totalUsd: number; lines: { usd: number }[] }[];
    };
    expect(levels.map(({ name }) => name)).to.deep.equal(['light', 'moderate', 'heavy']);
    for (const { totalUsd, lines } of levels) {
      expect(totalUsd).to.be.closeTo(
        lines.reduce((sum, { usd }) => sum + usd, 0),
        0.01,
      );
    }
    expect(levels[1]?.totalUsd).to.be.lessThan(200);
  });

  it('counts the services that an environment asks first, at the server’s own estimates', () => {
    const endpoints = {
      studio: { url: 'https://models.example.org/v1', usd: { inputPerMillion: 1, outputPerMillion: 2 } },
    };
    const real = { USE_REAL_LLM: 'true', USE_REAL_IMAGE: 'true', USE_REAL_VOICE: 'true' };
    const usual = configuredProviders(real, 30);
    expect(usual.names).to.deep.equal(['gemini']);
    expect(usual.usdPerVideo).to.be.closeTo(providersUsd(30), 1e-9);
    const mixed = configuredProviders(
      {
        ...real,
        ...{ LLM_PROVIDERS: 'studio:writer,offline', IMAGE_PROVIDERS: 'offline' },
        ...{ VOICE_PROVIDERS: 'elevenlabs,neural,offline', ENDPOINTS: JSON.stringify(endpoints) },
      },
      30,
    );
    expect(mixed.names).to.deep.equal(['studio:writer', 'elevenlabs']);
    // 2500 tokens in, 5500 out; 14 characters a second at $0.10 a thousand.
    expect(mixed.usdPerVideo).to.be.closeTo((2500 + 5500 * 2) / 1e6 + (30 * 14 * 0.1) / 1000, 1e-9);
    expect(configuredProviders({}, 30)).to.deep.equal({ names: [], usdPerVideo: 0 });
  });

  it('warns over the budget and says by which', async () => {
    const { stdout } = await run('--env', 'prod', '--videos', '1000000');
    expect(stdout).to.include('Over the budget of $200.');
  });

  it('says what it does not understand', async () => {
    const failure: unknown = await run('--env', 'moon').catch((error: unknown) => error);
    expect(failure).to.include({ code: 2 });
    expect(String((failure as { stderr: string }).stderr)).to.include(
      'environments/moon.yaml: is not there; dev, local, prod, staging are',
    );
  });

  it('bills a worker for the time it works, after the free part', () => {
    // 100,000 videos × 15 CPU s ÷ (2 × 0.75) = 1,000,000 s of 2 vCPU and 2 GiB, less what is free.
    const usd = (2_000_000 - 180_000) * 0.000024 + (2_000_000 - 360_000) * 0.0000025;
    expect(total(linesOf(worker, 100_000))).to.be.closeTo(usd, 0.01);
    expect(total(linesOf(worker, 1000))).to.equal(0);
  });

  it('counts spans above what is free, and a key, only where they are asked for', () => {
    const asked = { ...worker, tracedShare: 0.5, ownKey: true };
    const extra = (shape: ServiceShape): (string | number)[][] =>
      monthlyCost([shape], { name: 'x', videosPerMonth: 100_000 }, VIDEO)
        .filter(({ what }) => /^(traces|key)/.test(what))
        .map(({ what, usd }) => [what, Math.round(usd * 100) / 100]);
    // 100,000 × 200 × 0.5 = 10,000,000 spans, less 2,500,000, at $0.20 a million.
    expect(extra(asked)).to.deep.equal([
      ['traces: 10000000 spans', 1.5],
      ['key', 0.06],
    ]);
    expect(extra(worker)).to.deep.equal([]);
  });

  it('bills an instance that is kept for the whole month, idle or not', () => {
    const [line, ...more] = linesOf({ ...worker, minScale: 1, instanceBased: true }, 0);
    expect(more).to.deep.equal([]);
    expect(line?.usd).to.be.closeTo(2_592_000 * (2 * 0.000018 + 2 * 0.000002), 0.01);
  });
});
