import axe from 'axe-core';
import { expect } from 'chai';
import type { Browser, Page } from 'playwright-core';
import { ApiDouble } from './double/api.ts';
import { octopusJob } from './double/jobs.ts';
import { shelf } from './double/shelf.ts';
import { startUi } from './support/built-ui.ts';
import type { RunningUi } from './support/built-ui.ts';
import { chromiumPath, complaintsOf, launch } from './support/browser.ts';
import { keepDraft } from './support/draft.ts';

interface State {
  readonly name: string;
  open(page: Page, api: ApiDouble): Promise<void>;
}

async function create(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('button#style').waitFor();
}

async function video(page: Page, api: ApiDouble, state: Parameters<typeof octopusJob>[0]): Promise<void> {
  const job = octopusJob(state, Date.now());
  api.videos = [job, ...api.videos];
  await page.goto(`/videos/${job.id}`);
  await page.locator('h1').waitFor();
}

const STATES: readonly State[] = [
  { name: 'create', open: create },
  {
    name: 'create, script',
    async open(page) {
      await create(page);
      await page.click('#tab-script');
      await page.fill('#script', 'Octopuses have three hearts. One of them stops when they swim.');
      await page.getByText('spoken').waitFor();
    },
  },
  {
    name: 'create, own media with a file left out',
    async open(page) {
      await create(page);
      await page.click('#tab-media');
      await page.setInputFiles('input[type=file]', [
        { name: 'a.png', mimeType: 'image/png', buffer: Buffer.from('png') },
        { name: 'a.pdf', mimeType: 'application/pdf', buffer: Buffer.from('pdf') },
      ]);
      await page.locator('.upload--sent').waitFor();
    },
  },
  {
    name: 'create, refused',
    async open(page) {
      await create(page);
      await page.click('#make');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'create, offline',
    async open(page) {
      await create(page);
      await page.context().setOffline(true);
      await page.getByText('offline').first().waitFor();
    },
  },
  ...['style', 'voice', 'language', 'seconds'].map((cell) => ({
    name: `create, choosing ${cell}`,
    async open(page: Page) {
      await create(page);
      await page.click(`#${cell}`);
      await page.locator('dialog[open]').waitFor();
    },
  })),
  { name: 'a video that waits', open: (page, api) => video(page, api, 'queued') },
  { name: 'a video that is made', open: (page, api) => video(page, api, 'running') },
  { name: 'a video that is made with less', open: (page, api) => video(page, api, 'degraded') },
  { name: 'a video that stopped', open: (page, api) => video(page, api, 'failed') },
  { name: 'a video that was stopped', open: (page, api) => video(page, api, 'cancelled') },
  { name: 'a finished video', open: (page, api) => video(page, api, 'done') },
  {
    name: 'asking before a video is stopped',
    async open(page, api) {
      await video(page, api, 'running');
      await page.click('.clock__stop');
      await page.getByRole('alertdialog').waitFor();
    },
  },
  { name: 'the library', open: async (page) => void (await page.goto('/videos')) },
  {
    name: 'the library without what was searched',
    open: async (page) => void (await page.goto('/videos?q=zebra')),
  },
  {
    name: 'the empty library',
    async open(page, api) {
      api.videos = [];
      await page.goto('/videos');
    },
  },
  {
    name: 'the editor',
    async open(page) {
      await keepDraft(page);
      await page.goto('/scripts/octopus');
      await page.getByText('Too long to read').waitFor();
    },
  },
  {
    name: 'the editor, a scene’s menu',
    async open(page) {
      await keepDraft(page);
      await page.goto('/scripts/octopus');
      await page.getByRole('button', { name: 'More for scene 2' }).click();
    },
  },
  {
    name: 'the editor, settings',
    async open(page) {
      await keepDraft(page);
      await page.goto('/scripts/octopus?settings=1');
      await page.locator('dialog[open]').waitFor();
    },
  },
  { name: 'a draft that is not here', open: async (page) => void (await page.goto('/scripts/none')) },
  {
    name: 'the status, with something slow',
    async open(page, api) {
      api.health = 'slow';
      await page.goto('/status?again=1');
      await page.getByText('with one thing slow').waitFor();
    },
  },
  {
    name: 'the status, with something broken',
    async open(page, api) {
      api.health = 'broken';
      await page.goto('/status?again=1');
      await page.getByText('not answering').first().waitFor();
    },
  },
  { name: 'keyboard shortcuts', open: async (page) => void (await page.goto('/shortcuts')) },
  { name: 'licences', open: async (page) => void (await page.goto('/licences')) },
];

describe('every page in every state', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  let browser: Browser;

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write('  No Chromium was found (CHROMIUM_PATH): no page is looked at.\n');
      this.skip();
    }
    ui = await startUi(await api.listen());
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await ui?.stop();
    await api.close();
  });

  for (const { name, open } of STATES) {
    it(`has no barrier that axe finds, and breaks no policy: ${name}`, async () => {
      api.videos = shelf(Date.now());
      api.health = 'ok';
      const context = await browser.newContext({
        baseURL: ui.url,
        reducedMotion: 'reduce',
        viewport: { width: 1280, height: 900 },
      });
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      await open(page, api);
      await page.evaluate(axe.source);
      expect(await barriers(page, 'light')).to.deep.equal([]);
      expect(await barriers(page, 'dark')).to.deep.equal([]);
      expect(complaints.filter((each) => BROKEN.test(each))).to.deep.equal([]);
      await context.close();
    });
  }
});

/** What a browser says when a policy is violated or the page and the server disagree. */
const BROKEN = /Content Security Policy|hydrat|Minified React/i;

async function barriers(page: Page, colorScheme: 'light' | 'dark'): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Colours change in a moment, on a busy machine in a longer one; what turns for ever is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => each.effect?.getComputedTiming().iterations === Infinity),
  );
  const violations = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations.map(({ id, nodes }) =>
      id + ': ' + nodes.map((node) => node.html.slice(0, 160) + ' ' + (node.any[0]?.message ?? '')).join(' | ')))`,
  )) as string[];
  return violations.map((violation) => `${colorScheme} ${violation}`);
}
