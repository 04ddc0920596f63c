import { stat } from 'node:fs/promises';
import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startUi } from './support/built-ui.ts';
import type { RunningUi } from './support/built-ui.ts';
import { chromiumPath, complaintsOf, launch } from './support/browser.ts';
import { startRealServer } from './support/real-server.ts';
import type { RealServer } from './support/real-server.ts';

/** A short is made in a few seconds; a machine that is busy with other things needs longer. */
const MAKING_MS = 60_000;
/** Of two videos: most of the second one's parts are found, as the first has made them. */
const TOPIC = 'Why the sky is blue';

describe('the whole product, with embedded defaults', function () {
  this.timeout(2 * MAKING_MS);
  let server: RealServer;
  let ui: RunningUi;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write('  No Chromium was found (CHROMIUM_PATH): the product is not tried as a whole.\n');
      this.skip();
    }
    server = await startRealServer();
    ui = await startUi(server.url);
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await ui?.stop();
    await server?.stop();
  });
  beforeEach(async () => {
    context = await browser.newContext({ baseURL: ui.url, acceptDownloads: true });
    page = await context.newPage();
    page.setDefaultTimeout(MAKING_MS);
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed')
      process.stdout.write(`${(await page.locator('body').innerText()).slice(0, 1500)}\n${page.url()}\n`);
    await context?.close();
  });

  it('from a topic over a script of which one word is changed to a video that is watched and downloaded', async () => {
    const complaints = complaintsOf(page);
    await page.goto('/');
    await page.fill('#topic', TOPIC);
    await page.click('button#seconds');
    await page.getByRole('radio', { name: '15' }).click();
    await onlySquare(page);
    await page.getByRole('button', { name: 'Write the script first' }).click();
    const field = page.locator('.narration__field').first();
    await field.waitFor();
    await field.fill(`Look: ${await field.inputValue()}`);
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL(/\/videos\/[\w-]+$/);
    const download = page.getByRole('link', { name: 'Download Square, 1:1' });
    await page.getByRole('progressbar').waitFor();
    await page.reload();
    await download.waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForFunction(() => (document.querySelector('video')?.currentTime ?? 0) > 0.5);
    const [file] = await Promise.all([page.waitForEvent('download'), download.click()]);
    expect(file.suggestedFilename()).to.match(/\.mp4$/);
    expect((await stat(await file.path())).size).to.be.greaterThan(100_000);
    const captions = await page.request.get((await page.getAttribute('track', 'src')) ?? '');
    expect(await captions.text())
      .to.match(/^WEBVTT/)
      .and.include('Look:');
    expect(complaints).to.deep.equal([]);
  });

  it('a video that failed is made when it is tried again', async () => {
    await server.breakFfmpeg(true);
    await page.goto('/');
    await page.getByRole('tab', { name: 'Script' }).click();
    await page.fill('#script', 'Bees dance to say where the flowers are.');
    await onlySquare(page);
    await page.click('#make');
    const again = page.getByRole('button', { name: 'Try again' });
    await again.waitFor();
    await server.breakFfmpeg(false);
    await again.click();
    await page.getByRole('link', { name: 'Download Square, 1:1' }).waitFor();
  });

  it('lists what was made on this machine, in any of its browsers', async () => {
    await page.goto('/videos');
    await page.locator('.video-card').nth(1).waitFor();
    expect(await page.getByText('The line is quiet').count()).to.equal(0);
    await page.locator('.video-card__title').first().click();
    await page.getByRole('link', { name: 'Delete' }).waitFor();
  });

  it('a topic becomes a video with JavaScript off', async () => {
    const plain = await launch({ scripts: false });
    try {
      const reader = await (await plain.newContext({ baseURL: ui.url })).newPage();
      reader.setDefaultTimeout(MAKING_MS);
      await reader.goto('/');
      await reader.fill('#topic', TOPIC);
      await reader.selectOption('select#seconds', '15');
      await onlySquare(reader);
      await reader.getByRole('button', { name: 'Make the video' }).click();
      await reader.getByRole('link', { name: 'Download Square, 1:1' }).waitFor();
      const film = await reader.locator('video[controls]').getAttribute('src');
      const part = await reader.request.get(film ?? '', { headers: { range: 'bytes=0-99' } });
      expect(part.status()).to.equal(206);
    } finally {
      await plain.close();
    }
  });
});

/** The shape of which there is the least to render. */
async function onlySquare(page: Page): Promise<void> {
  await page.getByRole('checkbox', { name: 'Square, 1:1' }).check({ force: true });
  await page.getByRole('checkbox', { name: 'Vertical, 9:16' }).uncheck({ force: true });
}
