import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { BLANK } from '../../app/features/create/model/fields.ts';
import { toStored } from '../../app/shared/drafts/stored-draft.ts';
import { browsing } from '../support/browsing.ts';
import { octopusDraft, storeInBrowser } from '../support/open.ts';

const MOST_SCRIPT_BYTES = 120_000;
const MOST_PAINT_MS = 1_000;
/** A browser may paint a page of which it has read half; a line that then moves by a few pixels is not seen to move. */
const MOST_SHIFT = 0.001;

describe('the first page', () => {
  const { newPage } = browsing('the first page is not measured');

  for (const [width, height] of [
    [390, 844],
    [820, 1180],
    [1440, 900],
  ] as const) {
    it(`keeps its scripts under 120 kB, shifts nothing and paints within a second at ${width} px`, async () => {
      const paints: number[] = [];
      // A machine that does something else at the moment paints late; it does not do so three times in a row.
      while (paints.length < 3 && Math.min(Infinity, ...paints) >= MOST_PAINT_MS) {
        const { bytes, shift, paint } = await visit(await newPage({ viewport: { width, height } }));
        expect(bytes).to.be.greaterThan(10_000).and.below(MOST_SCRIPT_BYTES);
        expect(shift).to.be.below(MOST_SHIFT);
        expect(paint).to.be.greaterThan(0);
        paints.push(paint);
      }
      expect(Math.min(...paints)).to.be.below(MOST_PAINT_MS);
    });
  }
});

describe('a page that scripts put something into that the browser has stored', () => {
  const { newPage } = browsing('nothing is seen moving');
  const script = 'Octopuses have three hearts.\n'.repeat(12);

  for (const { what, path, width, name, stored, shows } of [
    {
      what: 'a draft among the videos',
      path: '/videos',
      width: 1440,
      name: 'sf.draft.octopus',
      stored: toStored(octopusDraft()),
      shows: 'a[href="/scripts/octopus"]:not([aria-hidden])',
    },
    {
      what: 'a script on Create',
      path: '/',
      width: 390,
      name: 'sf.create',
      stored: { ...BLANK, tab: 'script', script },
      shows: '#script',
    },
    {
      what: 'a long topic on Create',
      path: '/',
      width: 390,
      name: 'sf.create',
      stored: { ...BLANK, topic: script.slice(0, 150).replaceAll('\n', ' ') },
      shows: '#topic',
    },
    {
      what: 'a script in the editor',
      path: '/scripts/octopus',
      width: 390,
      name: 'sf.draft.octopus',
      stored: toStored(octopusDraft()),
      shows: '.narration__field',
    },
  ]) {
    it(`moves nothing for it: ${what}`, async () => {
      const page = await newPage({ viewport: { width, height: 900 } });
      await storeInBrowser(page, name, stored);
      // The page as it arrives is painted before scripts run.
      await page.route('**/*.js', async (route) => {
        await new Promise((resolve) => setTimeout(resolve, 300));
        await route.continue();
      });
      await page.goto(path);
      await page.locator('[data-stored]').waitFor();
      await page.locator(shows).first().waitFor();
      await page.waitForLoadState('networkidle');
      expect((await painted(page)).shift).to.equal(0);
    });
  }
});

interface Visit {
  /** Of all scripts, compressed, with their headers. */
  readonly bytes: number;
  readonly shift: number;
  /** When the largest thing was painted, in ms. */
  readonly paint: number;
}

/** A first visit, with nothing in the browser's cache. */
async function visit(page: Page): Promise<Visit> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Network.enable');
  const scripts = new Set<string>();
  let bytes = 0;
  devtools.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.add(requestId);
  });
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) bytes += encodedDataLength;
  });
  await page.goto('/');
  await page.locator('button#style').waitFor();
  await page.waitForLoadState('networkidle');
  return { bytes, ...(await painted(page)) };
}

/** How far things have moved since the page came, and when its largest was painted. */
function painted(page: Page): Promise<Pick<Visit, 'shift' | 'paint'>> {
  return page.evaluate(
    () =>
      new Promise<{ shift: number; paint: number }>((resolve) => {
        let shift = 0;
        let paint = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shift += (entry as unknown as { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        new PerformanceObserver((list) => {
          paint = list.getEntries().at(-1)?.startTime ?? 0;
        }).observe({ type: 'largest-contentful-paint', buffered: true });
        setTimeout(() => resolve({ shift, paint }), 300);
      }),
  );
}
