import { expect } from 'chai';
import type { Browser } from 'playwright-core';
import { ApiDouble } from './double/api.ts';
import { shelf } from './double/shelf.ts';
import { startUi } from './support/built-ui.ts';
import type { RunningUi } from './support/built-ui.ts';
import { chromiumPath, launch } from './support/browser.ts';

const MOST_SCRIPT_BYTES = 120_000;
const MOST_PAINT_MS = 1_000;

describe('the first page', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  let browser: Browser;

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write('  No Chromium was found (CHROMIUM_PATH): the first page is not measured.\n');
      this.skip();
    }
    api.videos = shelf(Date.now());
    ui = await startUi(await api.listen());
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await ui?.stop();
    await api.close();
  });

  for (const [width, height] of [
    [390, 844],
    [820, 1180],
    [1440, 900],
  ] as const) {
    it(`keeps its scripts under 120 kB, shifts nothing and paints within a second at ${width} px`, async () => {
      const paints: number[] = [];
      // A machine that does something else at the moment paints late; it does not do so three times in a row.
      while (paints.length < 3 && Math.min(Infinity, ...paints) >= MOST_PAINT_MS) {
        const { bytes, shift, paint } = await visit(browser, ui.url, { width, height });
        expect(bytes).to.be.greaterThan(10_000).and.below(MOST_SCRIPT_BYTES);
        expect(shift).to.equal(0);
        expect(paint).to.be.greaterThan(0);
        paints.push(paint);
      }
      expect(Math.min(...paints)).to.be.below(MOST_PAINT_MS);
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
async function visit(
  browser: Browser,
  baseURL: string,
  viewport: { width: number; height: number },
): Promise<Visit> {
  const context = await browser.newContext({ baseURL, viewport });
  const page = await context.newPage();
  const devtools = await context.newCDPSession(page);
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
  const { shift, paint } = await page.evaluate(
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
  await context.close();
  return { bytes, shift, paint };
}
