import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';
import { ApiDouble } from '../test/double/api.ts';
import { octopusJob } from '../test/double/jobs.ts';
import { shelf } from '../test/double/shelf.ts';
import { pictureOf } from './pictures.ts';
import { SCREENS } from './screens.ts';
import type { Screen } from './screens.ts';

/**
 * Takes a picture of every screen and state at three widths in both themes: build/screenshots/NAME-WIDTH-THEME.png. The
 * pages are the built ones, over the tests' double of the API. `-- --only create,library --width 390 --theme dark`
 * takes some of them; `--out DIR` puts them elsewhere.
 */
const { values: asked } = parseArgs({
  options: {
    only: { type: 'string' },
    width: { type: 'string' },
    theme: { type: 'string' },
    out: { type: 'string', default: fileURLToPath(new URL('../build/screenshots/', import.meta.url)) },
    chromium: { type: 'string', default: '/usr/bin/chromium' },
  },
});
const HEIGHTS: Readonly<Record<number, number>> = { 390: 844, 820: 1180, 1440: 900 };
const names = asked.only?.split(',');
const widths = asked.width?.split(',').map(Number) ?? [390, 820, 1440];
const themes = (asked.theme?.split(',') ?? ['light', 'dark']) as ('light' | 'dark')[];

const api = new ApiDouble();
api.picture = pictureOf;
const apiUrl = await api.listen();
const port = 4100 + Math.floor(Math.random() * 800);
const ui = fork(new URL('../build/server.js', import.meta.url), {
  env: {
    NODE_ENV: 'production',
    PORT: String(port),
    API_URL: apiUrl,
    LOG_LEVEL: 'warn',
    SERVICE_VERSION: '1.4.0',
  },
});
const browser = await chromium.launch({
  executablePath: asked.chromium,
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  await mkdir(asked.out, { recursive: true });
  await answers(`http://127.0.0.1:${port}/live`);
  for (const screen of SCREENS.filter(({ name }) => !names || names.includes(name))) {
    for (const width of widths) for (const theme of themes) await take(browser, screen, width, theme);
  }
} finally {
  await browser.close();
  ui.kill('SIGTERM');
  await once(ui, 'exit');
  await api.close();
}

async function take(within: Browser, screen: Screen, width: number, theme: 'light' | 'dark'): Promise<void> {
  // The finished octopus is not on the shelf, but its pictures are asked for.
  api.videos = shelf(Date.now());
  api.hidden = [octopusJob('done', Date.now())];
  api.health = 'ok';
  api.delayMs = 0;
  const context = await within.newContext({
    viewport: { width, height: HEIGHTS[width] ?? 900 },
    colorScheme: theme,
    reducedMotion: 'reduce',
    baseURL: `http://127.0.0.1:${port}`,
    timezoneId: 'UTC',
  });
  const page = await context.newPage();
  // With the letters in the browser's cache they are there at the first paint, however busy the machine is.
  await page.goto('/licences', { waitUntil: 'networkidle' });
  await screen.open(page, api, width);
  // What sticks to the window's edge stands at the end of a whole page.
  if (screen.whole) {
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height });
  }
  await page.mouse.move(0, 0);
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
    await Promise.all([...document.images].map((image) => image.decode().catch(() => undefined)));
  });
  await page.waitForTimeout(150);
  await page.screenshot({
    path: `${asked.out}/${screen.name}-${width}-${theme}.png`,
    fullPage: true,
    caret: 'initial',
  });
  await context.close();
  process.stdout.write(`${screen.name}-${width}-${theme}\n`);
}

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Nothing answers at ${url}`);
}
