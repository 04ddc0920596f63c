import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '@shortfactory/testing/support/free-port';
import { ApiDouble } from '../double/api.ts';
import { shelf } from '../double/shelf.ts';
import { chromiumPath, complaintsOf, launch } from '../support/browser.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { violationsOf } from '../support/axe.ts';
import { CLIENT, startIssuer } from '../support/oidc-issuer.ts';
import type { TestIssuer } from '../support/oidc-issuer.ts';

for (const scripts of [true, false]) {
  describe(`signing in with a browser${scripts ? '' : ' that runs no scripts'}`, () => {
    const api = new ApiDouble();
    let issuer: TestIssuer;
    let ui: RunningUi;
    let browser: Browser | undefined;
    let contexts: BrowserContext[] = [];
    let home: string;

    before(async function () {
      if (chromiumPath === undefined) this.skip();
      const port = await freePort();
      home = `http://127.0.0.1:${port}`;
      issuer = await startIssuer([`${home}/auth/callback`], home);
      ui = await startUi(await api.listen(), {
        ...{ PORT: String(port), AUTH: 'oidc', OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id },
        ...{ OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Fjord Media', OIDC_DOMAINS: 'fjord.example' },
        ...{ COOKIE_KEYS: 'c'.repeat(32), VISITOR_KEY: 'v'.repeat(43) },
      });
      browser = await launch({ scripts });
    });
    beforeEach(() => {
      api.videos = shelf(Date.now()).slice(0, 3);
      api.taken.clear();
      issuer.account = {
        sub: 'ines',
        name: 'Ines Okafor',
        email: 'ines@fjord.example',
        email_verified: true,
      };
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      contexts = [];
    });
    after(async () => {
      if (!browser) return;
      await browser.close();
      await ui.stop();
      await issuer.close();
      await api.close();
    });

    const newPage = async (): Promise<Page> => {
      const context = await (browser as Browser).newContext({ baseURL: home, reducedMotion: 'reduce' });
      contexts.push(context);
      return context.newPage();
    };
    const signIn = async (page: Page): Promise<void> => {
      await page.getByRole('banner').getByRole('link', { name: 'Sign in' }).click();
      await page.getByRole('link', { name: 'Continue with Fjord Media' }).click();
    };

    it('takes a visitor’s videos along, shows them in a second browser, and signs out', async () => {
      const [page, complaints] = [await newPage(), [] as string[][]];
      complaints.push(complaintsOf(page));
      await page.goto('/videos');
      await signIn(page);
      await page.getByRole('heading', { name: 'Take the 3 videos of this browser along?' }).waitFor();
      await page.getByRole('checkbox').first().uncheck();
      await page.getByRole('button', { name: /^Take \d along$/ }).click();
      await page.getByRole('heading', { name: '2 videos are in your library' }).waitFor();
      await page.getByRole('link', { name: 'Go on' }).click();
      await page.waitForURL('**/videos');
      expect(await page.locator('.video-card').count()).to.equal(2);
      const second = await newPage();
      await second.goto('/videos');
      await signIn(second);
      // This browser's visitor has one that was left.
      await second.getByRole('link', { name: 'Leave them in this browser' }).click();
      await second.waitForURL('**/videos');
      expect(await second.locator('.video-card').count()).to.equal(2);
      await second.getByRole('button', { name: 'Account of Ines Okafor' }).click();
      await second.getByRole('button', { name: 'Sign out' }).click();
      await second.waitForURL(`${issuer.url}/**`);
      await second.goto('/videos');
      await second.getByRole('link', { name: 'Sign in' }).waitFor();
      expect(complaints.flat()).to.deep.equal([]);
    });

    it('says who may not enter, and has an account’s page for who may', async () => {
      const page = await newPage();
      issuer.account = { sub: 'mail', email: 'ines@mail.example', email_verified: true };
      await page.goto('/auth/begin');
      await page.getByRole('heading', { name: 'ines@mail.example may not enter here' }).waitFor();
      await page.getByText('Only people of fjord.example.').waitFor();
      if (scripts) expect(await violationsOf(page)).to.deep.equal([]);
      issuer.account = {
        sub: 'ines',
        name: 'Ines Okafor',
        email: 'ines@fjord.example',
        email_verified: true,
      };
      await (await newPage()).close();
      const own = await newPage();
      await own.goto('/account');
      await own.getByRole('link', { name: 'Continue with Fjord Media' }).click();
      await own.getByRole('link', { name: 'Leave them in this browser' }).click();
      await own.getByText('Member, signed in with Fjord Media.').waitFor();
      if (scripts) expect(await violationsOf(own)).to.deep.equal([]);
    });
  });
}
