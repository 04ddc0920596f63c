import type { Page } from 'playwright-core';
import type { Draft } from '../app/shared/drafts/draft.ts';
import { BLANK_SETTINGS } from '../app/shared/drafts/make-settings.ts';
import type { ApiDouble } from '../test/double/api.ts';
import { jobId, octopusJob } from '../test/double/jobs.ts';
import { keepDraft, octopusDraft, openCreate, openEditor, openVideo } from '../test/support/open.ts';
import { pictureOf } from './pictures.ts';

export interface Screen {
  /** As in the design's NAME-WIDTH-THEME.png. */
  readonly name: string;
  /** Taken with a window as tall as the page. */
  readonly whole?: boolean;
  open(page: Page, api: ApiDouble, width: number): Promise<void>;
}

const TOPIC = 'Why octopuses have three hearts';
const SCRIPT = `Octopuses have three hearts. Two of them do one job: they push blood through the gills. The third sends it round the rest of the body. And here is the odd part: when an octopus swims, that third heart stops.
So it would rather crawl.`;

/** A draft, so old that it stands where the design has it. */
const CAMELS: Draft = {
  id: 'camels',
  title: 'Why camels carried the mail',
  savedMs: Date.now() - 5.2 * 86_400_000,
  settings: { ...BLANK_SETTINGS, language: 'en-GB' },
  scenes: Array.from({ length: 5 }, (_, index) => ({
    key: String(index),
    narration: `In the desert the mail came on four legs${index < 3 ? ', slowly' : ''}, and it came in the end.`,
    visual: 'A camel.',
  })),
};

/** The design's script: four scenes have a picture that was made of them, the last one the visitor's own. */
async function script(page: Page): Promise<void> {
  const url = (scene: number) => `/api/videos/${jobId('octopus_done')}/scenes/${scene}/illustration?v=1`;
  const visuals = octopusDraft().scenes.map(({ visual }) => visual);
  await openEditor(page, {
    scenes: octopusDraft((scene) => {
      if (scene === 5) return { kind: 'own', url: url(5), upload: 'uploads/octopus-own-picture-00' };
      return scene < 4 ? { kind: 'made', url: url(scene), visual: visuals[scene], style: 'flat' } : undefined;
    }).scenes,
  });
  await page.getByText('Too long to read').waitFor();
}

async function video(page: Page, api: ApiDouble, state: Parameters<typeof openVideo>[2]): Promise<void> {
  await openVideo(page, api, state);
  await page.waitForLoadState('load');
}

/** Every screen and state that the design has a picture of, and some that it has not. */
export const SCREENS: readonly Screen[] = [
  {
    name: 'create',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.fill('#topic', TOPIC);
    },
  },
  {
    name: 'create-look',
    async open(page) {
      await openCreate(page);
      await page.fill('#topic', TOPIC);
      await page.click('button#look');
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    name: 'create-script',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.click('#tab-script');
      await page.fill('#script', SCRIPT);
      await page.getByText('split it into').waitFor();
    },
  },
  {
    name: 'create-media',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.click('#tab-media');
      await page.fill('#topic', 'Our week at the tide pools');
      const files = await Promise.all(
        [
          ['Tidepool.jpg', 'octopus_done', 5],
          ['Cove.jpg', 'penguin', 0],
          ['Point.jpg', 'light', 0],
        ].map(async ([name, video, scene]) => ({
          name: String(name),
          mimeType: 'image/jpeg',
          buffer: Buffer.from((await pictureOf(String(video), Number(scene))).bytes),
        })),
      );
      await page.setInputFiles('input[type=file]', files);
      await page.locator('.upload--sent').nth(2).waitFor();
      // The last one is under way.
      await page.route('**/api/uploads/*', (route) =>
        route.request().method() === 'PUT' ? undefined : route.continue(),
      );
      await page.setInputFiles('input[type=file]', [
        { ...files[0], name: 'Dunes.jpg' } as (typeof files)[number],
      ]);
      await page.locator('.upload--sending').waitFor();
    },
  },
  {
    name: 'create-error',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.click('#voice');
      await page.getByRole('radio', { name: /Nora/ }).press('Enter');
      await page.evaluate(() => {
        const stored = JSON.parse(localStorage.getItem('sf.create') ?? '{}') as object;
        localStorage.setItem(
          'sf.create',
          JSON.stringify({ ...stored, voice: 'nora', language: 'is', topic: '' }),
        );
      });
      await page.reload();
      await page.locator('button#style').waitFor();
      await page.click('#make');
      await page.getByRole('alert').waitFor();
      await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    },
  },
  {
    name: 'create-offline',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.fill('#topic', TOPIC);
      await page.context().setOffline(true);
      await page.getByText('offline').first().waitFor();
    },
  },
  {
    name: 'create-focus',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.fill('#topic', TOPIC);
      await page.locator('#style').focus();
      await page.keyboard.press('Shift');
    },
  },
  {
    name: 'create-limit',
    whole: true,
    async open(page) {
      await openCreate(page);
      await page.fill('#topic', `${TOPIC}, `.repeat(12));
      await page.getByText('Shorten it by').first().waitFor();
    },
  },
  {
    name: 'progress-cancelled',
    async open(page, api) {
      const { script: _, ...early } = octopusJob('queued', Date.now());
      api.videos = [{ ...early, status: 'cancelled' }];
      await page.goto(`/videos/${early.id}`);
      await page.getByText('Start it again').first().waitFor();
    },
  },
  { name: 'progress-running', open: (page, api) => video(page, api, 'running') },
  { name: 'progress-degraded', open: (page, api) => video(page, api, 'degraded') },
  { name: 'progress-failed', open: (page, api) => video(page, api, 'failed') },
  {
    name: 'result',
    async open(page, api) {
      await page.addInitScript(() => {
        Object.defineProperty(navigator, 'clipboard', { value: { writeText: () => Promise.resolve() } });
      });
      // The film never comes: the picture is its poster.
      await page.route('**/file?**', () => undefined);
      await video(page, api, 'done');
      await page.getByRole('button', { name: 'Copy the title' }).click();
      await page.getByText('Copied', { exact: true }).waitFor();
      await page.locator('.scrubber__input').fill('14');
      await page.locator('.toast').evaluate((toast) => toast.setAttribute('hidden', ''));
    },
  },
  {
    name: 'library',
    async open(page) {
      await keepDraft(page, CAMELS);
      await page.goto('/videos');
      await page.getByText('Why camels carried the mail').waitFor();
    },
  },
  {
    name: 'library-empty',
    async open(page, api) {
      api.videos = [];
      await page.goto('/videos');
    },
  },
  {
    name: 'library-none',
    async open(page) {
      await page.goto('/videos?q=submarines');
      await page.getByText('Nothing matches').waitFor();
    },
  },
  { name: 'shortcuts', open: async (page) => void (await page.goto('/shortcuts')) },
  { name: 'licences', open: async (page) => void (await page.goto('/licences')) },
  { name: 'not-found', open: async (page) => void (await page.goto('/nowhere')) },
  {
    name: 'script',
    whole: true,
    async open(page, _api, width) {
      await script(page);
      if (width >= 600) await page.locator('.strip__grip').nth(1).focus();
      await page.keyboard.press('Shift');
    },
  },
  {
    name: 'script-cuts',
    whole: true,
    async open(page) {
      const url = `/api/videos/${jobId('octopus_done')}/scenes/1/illustration?v=1`;
      const own = { kind: 'own', url, upload: 'uploads/octopus-own-picture-00' } as const;
      const [first, ...others] = octopusDraft(() => ({ ...own })).scenes;
      const cuts = [
        { key: '0', at: 'one heart', visual: 'One heart.', picture: own },
        { key: '1', at: 'three', visual: 'Three hearts on a chart.' },
        { key: '2', at: 'four', visual: 'A fourth heart.' },
      ];
      await openEditor(page, { scenes: first ? [{ ...first, cuts }, ...others] : [] });
      await page.getByText('Choose a word of the scene').waitFor();
    },
  },
  {
    name: 'script-compact',
    whole: true,
    async open(page, _api, width) {
      await script(page);
      if (width >= 600) await page.locator('.editor__compact').click();
    },
  },
  {
    name: 'library-loading',
    async open(page, api) {
      await page.goto('/status');
      await page.goto('/videos?show=ready');
      await page.waitForLoadState('networkidle');
      api.delayMs = 60_000;
      await page.locator('.filter').first().click();
      await page.locator('[aria-busy=true]').waitFor();
    },
  },
  // The last: that something is slow is cached for a while, on every page.
  {
    name: 'status',
    async open(page, api) {
      api.health = 'slow';
      await page.goto('/status?again=1');
    },
  },
];
