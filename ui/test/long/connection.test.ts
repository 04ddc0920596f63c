import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { octopusJob } from '../double/jobs.ts';
import { behindALine } from '../support/behind-a-line.ts';
import type { Line } from '../support/cut-proxy.ts';
import { openCreate, openEditor } from '../support/open.ts';

const CUT_MS = 15_000;
/** A person sees within so long after the cut that the page waits; the browser's own timeouts are longer. */
const NOTICED_MS = 12_000;

interface RemixWindow {
  readonly __remixManifest: { readonly routes: Readonly<Record<string, { readonly module: string }>> };
}

describe('a line that is cut', () => {
  const { api, line, newPage, stopUi, startUi } = behindALine('no line is cut');
  const running = octopusJob('running', Date.now());
  const later = (percent: number) => ({
    ...running,
    percent,
    updatedAt: new Date(Date.now() + 1000).toISOString(),
  });
  let page: Page;
  beforeEach(async () => {
    page = await newPage();
  });
  const bar = () => page.locator('.offline-bar');
  const standsStill = async (): Promise<void> => {
    const text = await page.locator('body').innerText();
    expect(text).to.not.match(/stopped working|does not answer at the moment|ERR_|can’t be reached/);
  };

  /** Until the page has the scripts of all others: it takes them in the background, some time after it was opened. */
  async function scriptsOfOtherPages(): Promise<void> {
    await page.waitForFunction(() =>
      performance.getEntriesByType('resource').some(({ name }) => name.includes('/assets/status-')),
    );
    await page.evaluate(async () => {
      const { routes } = (window as unknown as RemixWindow).__remixManifest;
      await Promise.all(Object.values(routes).map(({ module }) => import(module)));
    });
  }

  async function openRunning(): Promise<void> {
    api.videos = [running];
    await page.goto(`/videos/${running.id}`);
    await page.locator('[role=progressbar][aria-valuenow="42"]').waitFor();
    await page.locator('.clock__time').first().waitFor();
  }

  /** A probe that finds the line cut before the click disables the button: then it is cut anew. */
  async function clickAsTheLineIsCut(button: string): Promise<void> {
    const alert = page.getByRole('alert').getByText('the connection was lost', { exact: false });
    for (let tries = 1; ; tries++) {
      line().set('reset');
      await page.locator(button).dispatchEvent('click');
      try {
        return await alert.waitFor({ timeout: 5000 });
      } catch (error) {
        if (tries === 5) throw error;
      }
      line().set('whole');
      await page.locator(`${button}:enabled`).waitFor();
    }
  }

  for (const cut of ['reset', 'silent', 'gateway page'] satisfies Line[]) {
    it(`${cut}: progress stays over 15 s, says since when it has not heard, and catches up`, async () => {
      await openRunning();
      const cutMs = Date.now();
      line().set(cut);
      const lost = page.getByText(/^Reconnecting, last heard 0:\d\d ago\./);
      await lost.waitFor({ timeout: NOTICED_MS });
      expect(await page.locator('.making--lost').count()).to.equal(1);
      const [, first = ''] = /last heard (0:\d\d)/.exec(await lost.innerText()) ?? [];
      await page.waitForFunction(
        (before) => !document.body.innerText.includes(`last heard ${before}`),
        first,
      );
      // The seconds are not read out one by one.
      expect(await page.locator('.reconnecting [role=status]').innerText()).to.equal('Reconnecting');
      await standsStill();
      expect(await page.getAttribute('[role=progressbar]', 'aria-valuenow')).to.equal('42');
      api.push(later(61));
      await sleep(Math.max(0, cutMs + CUT_MS - Date.now()));
      await standsStill();
      line().set('whole');
      await page.locator('[role=progressbar][aria-valuenow="61"]').waitFor();
      await lost.waitFor({ state: 'detached' });
      api.push(later(70));
      await page.locator('[role=progressbar][aria-valuenow="70"]').waitFor();
      await page.waitForFunction(() => document.querySelector('.offline-bar')?.textContent === '');
    });
  }

  it('the UI’s server is ended and started again: progress goes on, and shows the finished video', async () => {
    await openRunning();
    await stopUi();
    await page.getByText(/^Reconnecting, last heard/).waitFor({ timeout: NOTICED_MS });
    await startUi();
    api.push({ ...octopusJob('done', Date.now()), id: running.id, updatedAt: later(0).updatedAt });
    await page.getByRole('link', { name: 'Download Vertical, 9:16' }).waitFor();
  });

  for (const cut of ['reset', 'gateway page'] satisfies Line[]) {
    it(`${cut}: a link that is clicked waits, one that is clicked later is refused in words, and the page stays`, async () => {
      await openCreate(page);
      await page.fill('#topic', 'Why the sea is salty');
      await scriptsOfOtherPages();
      line().set(cut);
      await page.locator('.nav__link', { hasText: 'Status' }).click();
      await bar().getByText('Keep writing').waitFor();
      await page.getByRole('link', { name: 'Videos', exact: true }).first().click();
      await bar().getByText('Nothing was opened').waitFor();
      expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
      await standsStill();
      line().set('whole');
      // The click that met the cut is followed now; the refused one is not.
      await page.waitForURL('**/status');
      await page.goBack();
      await page.locator('button#style').waitFor();
      expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
    });
  }

  it('stays on a page when a link is clicked whose page has no scripts here yet', async () => {
    await page.route('**/assets/status-*.js', (route) => route.abort());
    await openCreate(page);
    line().set('reset');
    await page.locator('.nav__link', { hasText: 'Status' }).click();
    await bar().getByText('Nothing was opened').waitFor();
    await standsStill();
    await page.unroute('**/assets/status-*.js');
    line().set('whole');
    await page.waitForFunction(() => document.querySelector('.offline-bar')?.textContent === '');
    await page.locator('.nav__link', { hasText: 'Status' }).click();
    await page.waitForURL('**/status');
  });

  it('makes no second video of a form whose first answer was lost', async () => {
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.route('**/*.data*', async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      await route.fetch({ maxRedirects: 0 });
      await route.abort('connectionreset');
    });
    await page.click('#make');
    await page.getByRole('alert').getByText('the connection was lost', { exact: false }).waitFor();
    await page.unroute('**/*.data*');
    expect(api.made).to.have.lengthOf(1);
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made).to.have.lengthOf(1);
  });

  it('says in words that nothing was sent, and keeps what was typed: Create, the editor, a video’s buttons, colours', async () => {
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await clickAsTheLineIsCut('#make');
    expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
    line().set('whole');
    await page.locator('#make:enabled').waitFor();

    await openEditor(page);
    await clickAsTheLineIsCut('.action-bar__make');
    expect(await page.locator('.narration__field').count()).to.equal(6);
    line().set('whole');
    await page.locator('.action-bar__make:enabled').waitFor();

    await openRunning();
    await page.getByRole('link', { name: 'Cancel' }).click();
    line().set('reset');
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByRole('alert').getByText('did not reach the server').waitFor();
    await page.locator('.theme__button').click();
    await page.getByRole('button', { name: 'Dark' }).click();
    await bar().getByText('stays as it is').waitFor();
    await standsStill();
    line().set('whole');
    await page.getByRole('link', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('You stopped this video').waitFor();
  });

  it('loads an error’s page anew only when the server answers', async () => {
    await page.goto('/nowhere');
    api.failures.set('GET /api/videos/job_none', { status: 503, detail: 'Not now.' });
    await page.goto('/videos/job_none');
    const again = page.getByRole('link', { name: 'Try again' });
    await again.waitFor();
    await page.waitForLoadState('networkidle');
    line().set('reset');
    await again.click();
    await bar().getByText('Nothing was opened').waitFor();
    expect(page.url()).to.include('/videos/job_none');
    line().set('whole');
    await bar().getByText('Nothing was opened').waitFor({ state: 'detached' });
    api.failures.clear();
    api.videos = [{ ...octopusJob('done', Date.now()), id: 'job_none' }];
    await again.click();
    await page.getByRole('link', { name: 'Download Vertical, 9:16' }).waitFor();
  });

  it('lets Make work when the browser believes that there is no network and the server answers', async () => {
    await page.addInitScript(() => {
      Object.defineProperty(Navigator.prototype, 'onLine', { get: () => false });
    });
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    const probed = page.waitForResponse('**/live');
    await page.evaluate(() => dispatchEvent(new Event('offline')));
    await probed;
    expect(await bar().innerText()).to.equal('');
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    await openEditor(page);
    await page.getByRole('button', { name: 'Make the video' }).click();
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made).to.have.lengthOf(2);
  });
});
