import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { expect } from 'chai';
import { octopusJob } from '../double/jobs.ts';
import { behindALine } from '../support/behind-a-line.ts';
import { nextBuild } from '../support/next-build.ts';
import { openCreate } from '../support/open.ts';

const CUT_MS = 180_000;

describe('a rollout of the UI', function () {
  this.timeout(2 * CUT_MS);
  const { api, line, newPage, stopUi, startUi } = behindALine('no rollout is watched');
  let next: Awaited<ReturnType<typeof nextBuild>>;
  before(async () => {
    next = await nextBuild();
  });
  after(() => next?.remove());

  it('a progress page stays over three minutes without a server, and catches up with the next build’s', async () => {
    const running = octopusJob('running', Date.now());
    api.videos = [running];
    const [page, create] = await Promise.all([newPage(), newPage()]);
    await page.goto(`/videos/${running.id}`);
    await page.locator('[role=progressbar][aria-valuenow="42"]').waitFor();
    await openCreate(create);
    await create.fill('#topic', 'Why the sea is salty');
    // Until the scripts of all pages are there.
    await sleep(4_000);
    line().set('silent');
    const cutMs = Date.now();
    await stopUi();
    await sleep(60_000);
    line().set('gateway page');
    await startUi(pathToFileURL(next.bundle).pathname);
    await sleep(Math.max(0, cutMs + CUT_MS - Date.now() - 20_000));
    const lost = page.getByText(/^Reconnecting, last heard [23]:\d\d ago\./);
    await lost.waitFor({ timeout: 30_000 });
    expect(await page.getAttribute('[role=progressbar]', 'aria-valuenow')).to.equal('42');
    await sleep(Math.max(0, cutMs + CUT_MS - Date.now()));
    api.push({ ...running, percent: 61, updatedAt: new Date(Date.now() + 1000).toISOString() });
    line().set('whole');
    await page.locator('[role=progressbar][aria-valuenow="61"]').waitFor();
    await lost.waitFor({ state: 'detached' });

    // The other page knows only files that are gone; what was typed stays, and the next build's page comes whole.
    await create.locator('#make:enabled').waitFor();
    expect(await create.inputValue('#topic')).to.equal('Why the sea is salty');
    await create.getByRole('link', { name: 'Status' }).click();
    await create.waitForURL('**/status');
    await create.getByRole('heading', { level: 1 }).waitFor();
    expect(await create.evaluate(() => window.__remixManifest.version)).to.equal('nextnext');
  });

  it('a page whose scripts are gone before they were loaded comes whole', async () => {
    await stopUi();
    await startUi();
    const page = await newPage();
    await page.route('**/assets/status-*.js', (route) => route.fulfill({ status: 404, body: 'gone' }));
    await openCreate(page);
    await page.locator('.nav__link', { hasText: 'Status' }).click();
    await page.waitForURL('**/status');
    await page.getByRole('heading', { level: 1 }).waitFor();
    expect(await page.locator('body').innerText()).to.not.include('stopped working');
  });
});
