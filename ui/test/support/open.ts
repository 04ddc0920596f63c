import type { Page } from 'playwright-core';
import type { Draft, ScenePicture } from '../../app/shared/drafts/draft.ts';
import { toStored } from '../../app/shared/drafts/stored-draft.ts';
import { BLANK_SETTINGS } from '../../app/shared/drafts/make-settings.ts';
import type { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { OCTOPUS, OCTOPUS_SETTINGS } from '../double/octopus.ts';

/** Create, as soon as scripts run. */
export async function openCreate(page: Page): Promise<void> {
  await page.goto('/');
  await page.locator('button#style').waitFor();
}

/** A video in some state, the newest on the shelf. */
export async function openVideo(
  page: Page,
  api: ApiDouble,
  state: Parameters<typeof octopusJob>[0],
): Promise<void> {
  const job = octopusJob(state, Date.now());
  api.videos = [job, ...api.videos];
  await page.goto(`/videos/${job.id}`);
  await page.locator('h1').waitFor();
}

/** The octopus's script in the editor, as if it had been written in this browser; scenes may have pictures. */
export async function openEditor(
  page: Page,
  { query = '', ...changed }: Partial<Draft> & { readonly query?: string } = {},
): Promise<void> {
  const first = page.locator('.narration__field').first();
  const open = async (timeout?: number): Promise<void> => {
    await keepDraft(page, { ...octopusDraft(), ...changed });
    await page.goto(`/scripts/octopus${query}`);
    await first.waitFor(timeout === undefined ? {} : { timeout });
  };
  // On a busy machine a page was seen to open without what had just been stored before it: then it is stored once more.
  await open(8000).catch(() => open());
}

export function octopusDraft(
  pictureOf: (scene: number) => ScenePicture | undefined = () => undefined,
): Draft {
  return {
    id: 'octopus',
    title: OCTOPUS.title,
    savedMs: Date.now(),
    settings: { ...BLANK_SETTINGS, ...OCTOPUS_SETTINGS },
    scenes: OCTOPUS.scenes.map(({ narration, visual }, index) => ({
      key: `scene${index}`,
      narration,
      visual,
      picture: pictureOf(index),
    })),
  };
}

/**
 * Makes a page one of a browser that was never here, except that it has the scripts and styles already. The page is left
 * first: what it still does (the draft of a video that is made goes when its page does) must not meet the next test.
 */
export async function forgetAll(page: Page): Promise<void> {
  await page.context().setOffline(false);
  if (!isBlank(page)) {
    await page.goto('/favicon.svg');
    await page.evaluate(() => localStorage.clear());
  }
  await page.context().clearCookies();
}

/** Puts a draft into the browser. */
export function keepDraft(page: Page, draft: Draft): Promise<void> {
  return storeInBrowser(page, `sf.draft.${draft.id}`, toStored(draft));
}

/** Puts something into the browser, from where the page is, or from an address that stores nothing itself. */
export async function storeInBrowser(page: Page, name: string, value: unknown): Promise<void> {
  if (isBlank(page)) await page.goto('/favicon.svg');
  await page.evaluate(([key, json]) => localStorage.setItem(key, json), [
    name,
    JSON.stringify(value),
  ] as const);
}

function isBlank(page: Page): boolean {
  return page.url() === 'about:blank';
}
