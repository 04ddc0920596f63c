import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { ApiDouble } from '../double/api.ts';
import { BatchesDouble } from '../double/batches.ts';
import { FOUND, connections } from '../double/connections.ts';
import { ADDABLE, OPTIONS } from '../double/service.ts';
import { PublishingDouble } from '../double/publishing.ts';
import { LinksDouble } from '../double/links.ts';
import { OperateDouble } from '../double/operate.ts';
import { usageOf } from '../double/usage.ts';
import { WebhooksDouble } from '../double/webhooks.ts';
import { shelf } from '../double/shelf.ts';
import { chromiumPath, launch } from './browser.ts';
import { startUi } from './built-ui.ts';
import type { RunningUi } from './built-ui.ts';
import { showFailed } from './show-failed.ts';

const PATIENCE_MS = 20_000;

export interface Browsing {
  /** With the design's shelf before every test, and nothing wrong with it. */
  readonly api: ApiDouble;
  /** A page of a browser that was never here before; closed after the test, or with the browser if it came before one. */
  newPage(options?: BrowserContextOptions): Promise<Page>;
}

/**
 * What a suite that looks at pages needs: the built UI over the API's double, and a browser. Without a Chromium the
 * suite is skipped, and says what is not tried then.
 */
export function browsing(untried: string, { scripts = true, args = [] as readonly string[] } = {}): Browsing {
  const api = new ApiDouble();
  let ui: RunningUi;
  let browser: Browser | undefined;
  let contexts: BrowserContext[] = [];

  before(async function () {
    this.timeout(120_000);
    if (chromiumPath === undefined) {
      process.stdout.write(`  No Chromium was found (CHROMIUM_PATH): ${untried}.\n`);
      this.skip();
    }
    ui = await startUi(await api.listen());
    browser = await launch({ scripts, args });
  });
  after(async () => {
    if (!browser) return;
    await browser.close();
    await ui.stop();
    await api.close();
  });
  beforeEach(() => {
    contexts = [];
    api.videos = shelf(Date.now());
    api.health = 'ok';
    api.delayMs = 0;
    api.made.length = 0;
    api.failures.clear();
    api.connections = connections(true);
    api.found = FOUND;
    api.batches = new BatchesDouble();
    api.usage = usageOf;
    api.operate = new OperateDouble(api.operate.checks);
    api.deletion = undefined;
    api.hooks = new WebhooksDouble();
    api.links = new LinksDouble();
    api.publishing = new PublishingDouble();
    api.options = OPTIONS;
    api.addable = ADDABLE;
    api.installs = [];
    api.footageFailures = [];
    api.connected.length = 0;
    api.spoken.length = 0;
  });
  afterEach(async function () {
    await showFailed(this.currentTest, contexts);
    await Promise.all(contexts.map((context) => context.close()));
  });

  return {
    api,
    async newPage(options) {
      if (!browser) throw new Error('The suite has not begun');
      const context = await browser.newContext({ baseURL: ui.url, reducedMotion: 'reduce', ...options });
      contexts.push(context);
      const page = await context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      return page;
    },
  };
}
