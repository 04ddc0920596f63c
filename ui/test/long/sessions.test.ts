import { expect } from 'chai';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '@shortfactory/testing/support/free-port';
import { ApiDouble } from '../double/api.ts';
import { SessionsDouble } from '../double/sessions.ts';
import { chromiumPath, complaintsOf, launch } from '../support/browser.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { violationsOf } from '../support/axe.ts';
import { CLIENT, startIssuer } from '../support/oidc-issuer.ts';
import type { TestIssuer } from '../support/oidc-issuer.ts';

const PHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1';
const WITHIN_MS = 5000;

for (const scripts of [true, false]) {
  describe(`where one is signed in, by a browser${scripts ? '' : ' that runs no scripts'}`, () => {
    const api = new ApiDouble();
    let issuer: TestIssuer;
    /** Two processes of one web interface. */
    let uis: RunningUi[] = [];
    let browser: Browser | undefined;
    let contexts: BrowserContext[] = [];

    before(async function () {
      if (chromiumPath === undefined) this.skip();
      const ports = [await freePort(), await freePort()];
      const homes = ports.map((port) => `http://127.0.0.1:${port}`);
      issuer = await startIssuer(
        homes.map((home) => `${home}/auth/callback`),
        homes[0] ?? '',
      );
      issuer.account = {
        sub: 'ines',
        name: 'Ines Okafor',
        email: 'ines@fjord.example',
        email_verified: true,
      };
      const url = await api.listen();
      uis = await Promise.all(
        ports.map((port) =>
          startUi(url, {
            ...{ PORT: String(port), AUTH: 'oidc', OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id },
            ...{ OIDC_CLIENT_SECRET: CLIENT.secret, OIDC_NAME: 'Fjord Media' },
            ...{ COOKIE_KEYS: 'c'.repeat(32), VISITOR_KEY: 'v'.repeat(43) },
          }),
        ),
      );
      browser = await launch({ scripts });
    });
    beforeEach(() => {
      api.videos = [];
      api.sessions = new SessionsDouble();
    });
    afterEach(async () => {
      await Promise.all(contexts.splice(0).map((context) => context.close()));
      contexts = [];
    });
    after(async () => {
      if (!browser) return;
      await browser.close();
      await Promise.all(uis.map((ui) => ui.stop()));
      await issuer.close();
      await api.close();
    });

    /** A browser that has signed in. */
    const signedIn = async (userAgent?: string): Promise<Page> => {
      const context = await (browser as Browser).newContext({
        ...{ baseURL: uis[0]?.url ?? '', reducedMotion: 'reduce' },
        ...(userAgent === undefined ? {} : { userAgent }),
      });
      contexts.push(context);
      const page = await context.newPage();
      await page.goto('/account');
      await page.getByRole('link', { name: 'Continue with Fjord Media' }).click();
      const leave = page.getByRole('link', { name: 'Leave them in this browser' });
      const account = page.getByRole('heading', { name: 'Account and keys' });
      await leave.or(account).waitFor();
      if (await leave.isVisible()) await leave.click();
      await account.waitFor();
      return page;
    };
    /** Milliseconds until the other process takes this browser for signed out. */
    const refusedAfter = async (page: Page, sinceMs: number): Promise<number> => {
      const isIn = async (): Promise<boolean> => {
        await page.goto(`${uis[1]?.url}/account`);
        return new URL(page.url()).pathname === '/account';
      };
      while (await isIn()) {
        if (Date.now() - sinceMs > 2 * WITHIN_MS) break;
        await page.waitForTimeout(100);
      }
      return Date.now() - sinceMs;
    };
    const rows = (page: Page) => page.locator('.sessions__row');

    it('shows this one first, ends another within five seconds in every process, and asks before all others', async () => {
      const desk = await signedIn();
      const complaints = complaintsOf(desk);
      const phone = await signedIn(PHONE);
      const third = await signedIn(PHONE);
      for (const page of [phone, third]) {
        await page.goto(`${uis[1]?.url}/account`);
        await page.getByText('Safari on iPhone').first().waitFor();
        expect(await rows(page).first().innerText()).to.include('This browser');
      }
      await desk.goto('/account');
      expect(await rows(desk).count()).to.equal(3);
      expect(await rows(desk).first().innerText())
        .to.match(/Chrome on Linux\s+This browser/)
        .and.match(/In use now, ends \d+ \w{3} \d{4}/);
      if (scripts) expect(await violationsOf(desk)).to.deep.equal([]);
      // The one that was used last comes first: the third.
      const [last] = await Promise.all([
        Promise.resolve(Date.now()),
        rows(desk)
          .nth(1)
          .getByRole('button', { name: /^Sign out Safari on iPhone, / })
          .click(),
      ]);
      await rows(desk).nth(2).waitFor({ state: 'detached' });
      expect(await refusedAfter(third, last)).to.be.below(WITHIN_MS);
      await phone.goto(`${uis[1]?.url}/account`);
      expect(new URL(phone.url()).pathname).to.equal('/account');

      await desk.getByRole('link', { name: 'Sign out everywhere else' }).click();
      const question = desk.getByRole('alertdialog', { name: 'Sign out everywhere else?' });
      await question.getByText('One other session ends').waitFor();
      if (scripts) expect(await violationsOf(desk)).to.deep.equal([]);
      await question.getByText('Keep them').click();
      await question.waitFor({ state: 'detached' });
      expect(await rows(desk).count()).to.equal(2);
      await desk.getByRole('link', { name: 'Sign out everywhere else' }).click();
      const sinceMs = Date.now();
      await question.getByRole('button', { name: 'Sign them out' }).click();
      await rows(desk).nth(1).waitFor({ state: 'detached' });
      expect(await refusedAfter(phone, sinceMs)).to.be.below(WITHIN_MS);
      await desk.reload();
      await desk.getByText('Chrome on Linux').waitFor();
      expect(complaints).to.deep.equal([]);
    });

    it('shows the page of one’s account also while the list does not come', async () => {
      const page = await signedIn();
      api.sessions.isAway = true;
      await page.goto('/account');
      await page.getByText('Other sessions cannot be listed now.').waitFor();
      expect(await rows(page).first().innerText()).to.include('This browser');
    });
  });
}
