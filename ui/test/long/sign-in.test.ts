import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '@shortfactory/testing/support/free-port';
import { ApiDouble } from '../double/api.ts';
import { KeysDouble, keyOf } from '../double/keys.ts';
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
      api.keys = new KeysDouble();
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

    it('makes keys, shows each once, renews and revokes them', async () => {
      const day = 86_400_000;
      const near = { ...keyOf({ id: 'a'.repeat(16), name: 'Backup at night', scopes: ['read'], days: 3 }) };
      api.keys.list = [
        { ...near, lastUsedAt: new Date(Date.now() - 2 * day).toISOString() },
        { ...keyOf({ id: 'b'.repeat(16), name: 'Old', scopes: ['make'], days: -1 }), state: 'ended' },
      ];
      const page = await newPage();
      const complaints = complaintsOf(page);
      await page.goto('/account/keys');
      await page.getByRole('link', { name: 'Continue with Fjord Media' }).click();
      await page.getByRole('link', { name: 'Leave them in this browser' }).click();
      await page.getByRole('button', { name: 'Make the key' }).click();
      await page.getByRole('alert').getByText('Write what uses it.').waitFor();
      await page.getByLabel('Name').fill('Newsroom feed');
      for (const scope of ['Read', 'Make']) await page.getByLabel(scope).uncheck();
      await page.getByRole('button', { name: 'Make the key' }).click();
      await page.getByRole('alert').getByText('Choose at least one of Read, Make, Manage.').waitFor();
      await page.getByLabel('Read').check();
      await page.getByLabel('Ends', { exact: true }).selectOption('30');
      const answered = page.waitForResponse((answer) => answer.request().method() === 'POST');
      await page.getByRole('button', { name: 'Make the key' }).click();
      expect((await answered).headers()['cache-control']).to.include('no-store');
      const field = page.getByLabel('The key', { exact: true });
      const text = await field.inputValue();
      expect(text).to.match(/^sfk_/);
      if (scripts) await field.and(page.locator(':focus')).waitFor();
      if (scripts) expect(await violationsOf(page)).to.deep.equal([]);
      expect(api.keys.list[2]).to.deep.include({ name: 'Newsroom feed', scopes: ['read'] });
      await page.goto('/account/keys');
      expect(await page.content()).not.to.include(text);
      await page.getByRole('button', { name: 'Longer: “Backup at night” ends 90 days from now' }).click();
      await page.getByText('It ends 90 days from now.').waitFor();
      await page.getByRole('link', { name: 'Revoke “Newsroom feed”' }).click();
      await page.getByText('It was never used.').waitFor();
      await page.getByRole('button', { name: 'Revoke it' }).click();
      await page.getByText('2 ended or revoked').click();
      await page.getByText('Revoked', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Renew “Old” for 90 days' }).click();
      await page.getByText('1 ended or revoked').waitFor();
      if (scripts) expect(await violationsOf(page)).to.deep.equal([]);
      // A form that does not fit is answered with 400, which browsers write down.
      expect(complaints.filter((each) => !each.includes('400'))).to.deep.equal([]);
    });
  });
}
