import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { ApiDouble } from '../double/api.ts';
import { connections } from '../double/connections.ts';
import { usageOf } from '../double/usage.ts';
import { violationsOf } from '../support/axe.ts';
import { complaintsOf } from '../support/browser.ts';
import { browsing } from '../support/browsing.ts';
import { forgetAll, openCreate, openEditor, openVideo } from '../support/open.ts';

interface State {
  readonly name: string;
  open(page: Page, api: ApiDouble): Promise<void>;
}

const STATES: readonly State[] = [
  { name: 'create', open: openCreate },
  {
    name: 'create, script',
    async open(page) {
      await openCreate(page);
      await page.click('#tab-script');
      await page.fill('#script', 'Octopuses have three hearts. One of them stops when they swim.');
      await page.getByText('spoken').waitFor();
    },
  },
  {
    name: 'create, own media with a file left out',
    async open(page) {
      await openCreate(page);
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
      await openCreate(page);
      await page.click('#make');
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'create, offline',
    async open(page) {
      await openCreate(page);
      await page.context().setOffline(true);
      await page.getByText('offline').first().waitFor();
    },
  },
  ...['style', 'voice', 'language', 'seconds'].map((cell) => ({
    name: `create, choosing ${cell}`,
    async open(page: Page) {
      await openCreate(page);
      await page.click(`#${cell}`);
      await page.locator('dialog[open]').waitFor();
    },
  })),
  { name: 'a video that waits', open: (page, api) => openVideo(page, api, 'queued') },
  { name: 'a video that is made', open: (page, api) => openVideo(page, api, 'running') },
  { name: 'a video that is made with less', open: (page, api) => openVideo(page, api, 'degraded') },
  { name: 'a video that stopped', open: (page, api) => openVideo(page, api, 'failed') },
  { name: 'a video that was stopped', open: (page, api) => openVideo(page, api, 'cancelled') },
  { name: 'a finished video', open: (page, api) => openVideo(page, api, 'done') },
  {
    name: 'asking before a video is stopped',
    async open(page, api) {
      await openVideo(page, api, 'running');
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
    name: 'the editor, with a scene of two pictures',
    async open(page) {
      await openEditor(page);
      await page.getByText('Too long to read').waitFor();
      await page.getByRole('button', { name: 'Show something else from a word on' }).first().click();
      await page.locator('.cut').waitFor();
    },
  },
  {
    name: 'the editor, a scene’s menu',
    async open(page) {
      await openEditor(page);
      await page.getByRole('button', { name: 'More for scene 2' }).click();
    },
  },
  {
    name: 'the editor, a clip of others chosen',
    async open(page) {
      await openEditor(page);
      await page.getByRole('button', { name: 'Find a clip or photo' }).first().click();
      await page.getByRole('searchbox').fill('octopus');
      await page.keyboard.press('Enter');
      await page.locator('.hit').first().click();
      await page.locator('.trim').waitFor();
    },
  },
  {
    name: 'the editor, settings',
    async open(page) {
      await openEditor(page, { query: '?settings=1' });
      await page.locator('dialog[open]').waitFor();
    },
  },
  {
    name: 'the looks on Create',
    async open(page) {
      await openCreate(page);
      await page.click('button#look');
      await page.getByRole('radio', { name: 'Underline' }).waitFor();
    },
  },
  { name: 'a draft that is not here', open: async (page) => void (await page.goto('/scripts/none')) },
  {
    name: 'the status, with something slow',
    async open(page, api) {
      api.health = 'slow';
      await askAgain(page, 'with one thing slow');
    },
  },
  {
    name: 'the status, with something broken',
    async open(page, api) {
      api.health = 'broken';
      await askAgain(page, 'not answering');
    },
  },
  {
    name: 'connections',
    async open(page) {
      await page.goto('/connections');
      await page.locator('.addkey summary').first().click();
      await page.getByRole('combobox', { name: 'Service' }).first().waitFor();
    },
  },
  {
    name: 'connections that are read only',
    async open(page, api) {
      api.connections = connections(false);
      await page.goto('/connections');
    },
  },
  { name: 'usage', open: async (page) => void (await page.goto('/usage')) },
  { name: 'usage of 90 days', open: async (page) => void (await page.goto('/usage?period=90-days')) },
  {
    name: 'usage of nothing',
    async open(page, api) {
      api.usage = (from, to) => ({ ...usageOf('2026-01-02', '2026-01-01'), from, to, quotas: [] });
      await page.goto('/usage');
    },
  },
  { name: 'operate', open: async (page) => void (await page.goto('/operate')) },
  {
    name: 'operate, in maintenance',
    async open(page, api) {
      api.operate.maintenance = { on: true, sentence: 'Back at three.', ends: '2026-11-24T15:00:00.000Z' };
      await page.goto('/operate');
    },
  },
  { name: 'jobs of everybody', open: async (page) => void (await page.goto('/operate/jobs')) },
  {
    name: 'a job that is opened with a reason',
    open: async (page) => void (await page.goto('/operate/jobs?open=00000000000000000000000001')),
  },
  {
    name: 'one’s data, the wrong words',
    async open(page) {
      await page.goto('/your-data');
      await page.fill('#confirm', 'yes');
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'one’s data, about to go',
    async open(page) {
      await page.goto('/your-data');
      await page.fill('#confirm', 'delete everything');
      await page.getByRole('button', { name: 'Delete everything' }).click();
      await page.getByRole('button', { name: 'Keep it' }).waitFor();
    },
  },
  { name: 'keyboard shortcuts', open: async (page) => void (await page.goto('/shortcuts')) },
  { name: 'licences', open: async (page) => void (await page.goto('/licences')) },
];

/** The status, until it says so: within a second of the last question it says what was known then. */
async function askAgain(page: Page, words: string): Promise<void> {
  const headline = page.locator('h1').filter({ hasText: words });
  for (let tries = 0; tries < 20; tries += 1) {
    await page.goto('/status?again=1');
    if (await headline.isVisible()) return;
    await page.waitForTimeout(100);
  }
  await headline.waitFor();
}

const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
/** What a page still has to fit into without being scrolled sideways: a wide window at 400 %. */
const NARROWEST = { width: 320, height: 844 };

describe('every page in every state', () => {
  const { api, newPage } = browsing('no page is looked at');
  // One for all states: a new page costs more than all that is looked at on it.
  let page: Page;
  let complaints: string[];
  before(async () => {
    page = await newPage();
    complaints = complaintsOf(page);
  });
  beforeEach(() => forgetAll(page));

  for (const { name, open } of STATES) {
    it(`has no barrier that axe finds, fits narrow windows and breaks no policy: ${name}`, async () => {
      complaints.length = 0;
      await page.setViewportSize(WIDE);
      await open(page, api);
      for (const [viewport, colours] of [
        [WIDE, ['light', 'dark']],
        [NARROW, ['dark', 'light']],
      ] as const) {
        await page.setViewportSize(viewport);
        for (const [index, colour] of colours.entries()) {
          // Themes differ in colours only.
          const found = await barriers(page, colour, index === 0 ? 'all' : 'colours');
          expect(found, `${colour} at ${viewport.width} px`).to.deep.equal([]);
        }
      }
      await page.setViewportSize(NARROWEST);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).to.equal(NARROWEST.width);
      expect(complaints.filter((each) => BROKEN.test(each))).to.deep.equal([]);
    });
  }
});

/** What a browser says when a policy is violated or the page and the server disagree. */
const BROKEN = /Content Security Policy|hydrat|Minified React/i;

const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

async function barriers(
  page: Page,
  colorScheme: 'light' | 'dark',
  rules: 'all' | 'colours',
): Promise<string[]> {
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  // Colours change in a moment, on a busy machine in a longer one; what turns for ever is not waited for.
  await page.waitForFunction(() =>
    document.getAnimations().every((each) => each.effect?.getComputedTiming().iterations === Infinity),
  );
  return violationsOf(page, rules === 'colours' ? COLOUR_RULES : undefined);
}
