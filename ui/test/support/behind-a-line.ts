import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '@shortfactory/testing/support/free-port';
import { ApiDouble } from '../double/api.ts';
import { shelf } from '../double/shelf.ts';
import { chromiumPath, launch } from './browser.ts';
import { startUi } from './built-ui.ts';
import type { RunningUi } from './built-ui.ts';
import { CutProxy } from './cut-proxy.ts';
import { showFailed } from './show-failed.ts';

const PATIENCE_MS = 20_000;

export interface BehindALine {
  readonly api: ApiDouble;
  /** Between the browser and the UI's server; both are whole before each test. */
  line(): CutProxy;
  newPage(): Promise<Page>;
  /** Ends the UI's server, and starts it again at the same port, from another build if one is given. */
  stopUi(): Promise<void>;
  startUi(bundle?: string): Promise<void>;
}

/** What a suite needs that cuts the line between a browser and the UI's server. Skipped without a Chromium. */
export function behindALine(untried: string): BehindALine {
  const api = new ApiDouble();
  let proxy: CutProxy;
  let port: number;
  let ui: RunningUi | undefined;
  let url: string;
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write(`  No Chromium was found (CHROMIUM_PATH): ${untried}.\n`);
      this.skip();
    }
    await api.listen();
    port = await freePort();
    ui = await startUi(api.url, { PORT: String(port) });
    proxy = new CutProxy(port);
    url = await proxy.listen();
    browser = await launch();
  });
  after(async () => {
    if (!browser) return;
    await browser.close();
    await proxy.close();
    await ui?.stop();
    await api.close();
  });
  beforeEach(async () => {
    contexts = [];
    ui ??= await startUi(api.url, { PORT: String(port) });
    proxy.set('whole');
    api.videos = shelf(Date.now());
    api.made.length = 0;
    api.failures.clear();
  });
  afterEach(async function () {
    await showFailed(this.currentTest, contexts);
    await Promise.all(contexts.map((context) => context.close()));
  });

  return {
    api,
    line: () => proxy,
    async newPage() {
      if (!browser) throw new Error('The suite has not begun');
      const context = await browser.newContext({ baseURL: url, reducedMotion: 'reduce' });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      return page;
    },
    async stopUi() {
      await ui?.stop();
      ui = undefined;
    },
    async startUi(bundle) {
      ui = await startUi(api.url, { PORT: String(port) }, bundle === undefined ? {} : { bundle });
    },
  };
}
