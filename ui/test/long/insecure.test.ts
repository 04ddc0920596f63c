import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { chromiumPath, complaintsOf, launch } from '../support/browser.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { openCreate, openEditor } from '../support/open.ts';

/** As in a home network: plain http, and a name that is not this machine's own. */
describe('pages without a secure context', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  let browser: Browser | undefined;
  let page: Page;
  let complaints: string[];

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write('  No Chromium was found (CHROMIUM_PATH): no page without a secure context.\n');
      this.skip();
    }
    ui = await startUi(await api.listen(), { APP_ENV: 'prod' });
    browser = await launch({ args: ['--host-resolver-rules=MAP nas.test 127.0.0.1'] });
  });
  after(async () => {
    if (!browser) return;
    await browser.close();
    await ui.stop();
    await api.close();
  });
  beforeEach(async () => {
    api.made.length = 0;
    const baseURL = `http://nas.test:${new URL(ui.url).port}`;
    const context = await browser?.newContext({ baseURL, reducedMotion: 'reduce' });
    if (!context) throw new Error('The suite has not begun');
    page = await context.newPage();
    page.setDefaultTimeout(10_000);
    complaints = complaintsOf(page);
  });
  afterEach(() => page.context().close());

  it('says so itself, so that the others are about what they say', async () => {
    await openCreate(page);
    expect(await page.evaluate(() => [isSecureContext, 'randomUUID' in crypto, 'clipboard' in navigator]))
      // The browser itself has none of them there.
      .to.deep.equal([false, false, false]);
  });

  it('takes own pictures, shows them and makes a video with them', async () => {
    await openCreate(page);
    await page.click('#tab-media');
    await page.fill('#topic', 'Our week at the tide pools');
    await page.setInputFiles('input[type=file]', [
      { name: 'pool.png', mimeType: 'image/png', buffer: Buffer.from('a picture') },
      { name: 'rock.png', mimeType: 'image/png', buffer: Buffer.from('a picture') },
    ]);
    await page.locator('.upload--sent').nth(1).waitFor();
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made).to.have.lengthOf(1);
    expect(errorsOf(complaints)).to.deep.equal([]);
  });

  it('writes a script first, and edits it: add, move, remove, take back', async () => {
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.getByRole('button', { name: 'Write the script first' }).click();
    await page.locator('.narration__field').first().waitFor();
    const count = () => page.locator('.narration__field').count();
    const before = await count();
    await page.locator('.add-scene').click();
    expect(await count()).to.equal(before + 1);
    await page.getByRole('button', { name: 'Undo', exact: true }).first().click();
    expect(await count()).to.equal(before);
    await openEditor(page);
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    expect(errorsOf(complaints)).to.deep.equal([]);
  });

  it('copies title and description, which can be pasted', async () => {
    const done = { ...octopusJob('done', Date.now()), title: 'Three hearts' };
    api.videos = [done];
    await page.goto(`/videos/${done.id}`);
    const copy = page.getByRole('button', { name: 'Copy the title' });
    await copy.click();
    await page.getByText('Title copied').waitFor();
    expect(await page.evaluate(() => document.activeElement?.className)).to.include('button');
    await openCreate(page);
    await page.focus('#topic');
    await page.keyboard.press('Control+V');
    expect(await page.inputValue('#topic')).to.equal('Three hearts');
    expect(errorsOf(complaints)).to.deep.equal([]);
  });

  it('says that nothing was copied where the browser does not let it', async () => {
    await page.addInitScript(() => {
      document.execCommand = () => false;
    });
    const done = octopusJob('done', Date.now());
    api.videos = [done];
    await page.goto(`/videos/${done.id}`);
    await page.getByRole('button', { name: 'Copy the title' }).click();
    await page.getByText('Select the text instead').waitFor();
    expect(errorsOf(complaints)).to.deep.equal([]);
  });
});

/**
 * Without what is of no interest here: Chromium says on every page of plain http that it does not isolate its window by
 * Cross-Origin-Opener-Policy, and the API's double has no film.
 */
function errorsOf(complaints: readonly string[]): string[] {
  return complaints.filter((line) => !/Cross-Origin-Opener-Policy|^Failed to load resource/.test(line));
}
