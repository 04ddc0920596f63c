import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { Gcloud, needs, RunApi } from '@shortfactory/manifests/run-api';
import { expect } from 'chai';
import { IMAGES, SERVICE } from '../support/rollout/stage.ts';

const PROJECT = 'shortfactory-test';
const PREVIEW = `extends: dev\nproject: ${PROJECT}\nprojectNumber: '123456789012'\npreview: { ttl: 48h }\n`;
const PAST = '2026-01-01T00:00:00Z';

describe('npm run sweep, with the real gcloud', function () {
  this.timeout(240_000);
  needs('gcloud', 'nothing was tried with it');

  let api: RunApi;
  let gcloud: Gcloud;
  const folder = mkdtempSync(join(tmpdir(), 'sweep-'));
  before(async () => {
    api = await RunApi.start({ answer: (_revision, _request, response) => response.end('ShortFactory') });
    gcloud = new Gcloud(api);
    writeFileSync(join(folder, 'preview.yaml'), PREVIEW);
  });
  after(async () => {
    gcloud.close();
    await api.close();
    rmSync(folder, { recursive: true });
  });

  const run = (script: string, ...args: string[]): Promise<{ code: number; said: string }> =>
    new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--import=tsx', `scripts/operate/${script}.ts`, '--environments', folder, ...args],
        { cwd: ROOT, env: gcloud.environment, maxBuffer: 2 ** 24 },
        (error, stdout, stderr) =>
          resolve({
            code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
            said: stdout + stderr,
          }),
      );
    });
  const annotations = (): Record<string, string> =>
    api.region.plane.get(SERVICE).metadata.annotations as Record<string, string>;
  const edit = async (change: Record<string, string>): Promise<void> => {
    const { plane } = api.region;
    const service = structuredClone(plane.get(SERVICE));
    service.metadata.annotations = { ...service.metadata.annotations, ...change };
    await plane.replace(SERVICE, service, PROJECT, false);
  };
  const deletions = (): number => api.seen.filter(({ method }) => method === 'DELETE').length;

  it('a deploy writes the end, moves it with each further one, and the sweep removes what has ended', async () => {
    const deploy = (...args: string[]) =>
      run(
        ...(['deploy', '--env', 'preview', '--service', 'ui', ...IMAGES, '--revision', 'abc1234'] as const),
        ...['--steps', '100', '--bake-seconds', '0', '--ready-seconds', '15', ...args],
      );
    const first = await deploy();
    expect(first.code, first.said).to.equal(0);
    const [end, made] = [annotations()['shortfactory/ends'] ?? '', annotations()['shortfactory/made-by']];
    expect(Date.parse(end) - Date.now()).to.be.within(47.9 * 3_600_000, 48 * 3_600_000);
    expect(made).to.equal(annotations()['shortfactory/deploy']);

    // The same commit once more: nothing changes but the end.
    await edit({ 'shortfactory/ends': PAST });
    const again = await deploy('--ttl', '7d');
    expect(again.code, again.said).to.equal(0);
    expect(Date.parse(annotations()['shortfactory/ends'] ?? '') - Date.now()).to.be.above(6.9 * 86_400_000);
    expect(annotations()['shortfactory/made-by']).to.equal(made);

    await edit({ 'shortfactory/ends': PAST });
    const dry = await run('sweep', '--dry-run');
    expect(dry.said).to.include('shortfactory-worker: is not there');
    expect(dry.said).to.include(
      `run services delete shortfactory-ui --region=us-central1 --project=${PROJECT}`,
    );
    expect([deletions(), api.region.plane.services.has(SERVICE)]).to.deep.equal([0, true]);

    const swept = await run('sweep');
    expect(swept.code, swept.said).to.equal(0);
    expect(swept.said).to.include('preview shortfactory-ui: was removed.');
    expect(api.region.plane.services.has(SERVICE)).to.equal(false);
  });

  it('is bad input for what is no preview, and asks no cloud then', async () => {
    const before = api.seen.length;
    writeFileSync(join(folder, 'live.yaml'), 'extends: prod\nproject: acme-live\n');
    const { code, said } = await run('sweep', '--env', 'live');
    expect(code).to.equal(2);
    expect(said).to.include('live is no preview, so nothing of it is removed');
    expect(api.seen.length).to.equal(before);
  });
});
