import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { octopusJob } from '../double/jobs.ts';
import { violationsOf } from '../support/axe.ts';
import { complaintsOf } from '../support/browser.ts';
import { browsing } from '../support/browsing.ts';

for (const scripts of [true, false]) {
  describe(`sharing a video${scripts ? '' : ' without scripts'}`, () => {
    const { api, newPage } = browsing('nothing is shared', { scripts });
    const job = octopusJob('done', Date.now());
    beforeEach(() => {
      api.videos = [job];
      api.film = { type: 'video/mp4', bytes: new Uint8Array(100) };
    });

    /** Makes a link, and gives its address. */
    const share = async (page: Page): Promise<string> => {
      await page.goto(`/videos/${job.id}`);
      await page.getByRole('link', { name: 'Share a link' }).click();
      await page.getByRole('radio', { name: '90 days' }).check();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await page.getByText('The link is made.').waitFor();
      return page.getByLabel(/^The link until/).inputValue();
    };

    it('makes a link that shows the video to a stranger without a script or a cookie, until it is revoked', async () => {
      const page = await newPage();
      const complaints = complaintsOf(page);
      const url = await share(page);
      if (scripts) {
        await page
          .getByLabel(/^The link until/)
          .and(page.locator(':focus'))
          .waitFor();
        expect(await violationsOf(page)).to.deep.equal([]);
      }
      const stranger = await newPage();
      const answer = await stranger.goto(url);
      expect(answer?.headers()).to.include({
        'x-robots-tag': 'noindex, nofollow, noarchive',
        'cache-control': 'no-store',
      });
      await stranger.getByRole('heading', { name: job.title, level: 1 }).waitFor();
      await stranger.locator(`video[aria-label="Video: ${job.title}"][controls]`).waitFor();
      await stranger.getByText('Partly made by AI').waitFor();
      await stranger.getByText('Read it as text').click();
      await stranger.getByText(job.script?.scenes[0]?.narration ?? '').waitFor();
      const html = await stranger.content();
      expect(html).not.to.include('<script').and.not.include(job.id);
      for (const [property, content] of [
        ['og:title', job.title],
        ['og:image', `${url.replace('/s/', '/api/shared/')}/poster`],
      ])
        expect(await stranger.locator(`meta[property="${property}"]`).getAttribute('content')).to.equal(
          content,
        );
      expect(await stranger.context().cookies()).to.deep.equal([]);
      if (scripts) expect(await violationsOf(stranger)).to.deep.equal([]);

      await page.getByRole('link', { name: /^Revoke the link until/ }).click();
      await page.getByText('Not watched yet; may be downloaded. Whoever opens it').waitFor();
      await page.getByRole('button', { name: 'Revoke it' }).click();
      await page.getByText(/^Revoked \d/).waitFor();
      const ended: string[] = [];
      for (const address of [url, url.replace(/\/s\/.*/, '/s/never-made')]) {
        expect((await stranger.goto(address))?.status()).to.equal(404);
        await stranger.getByRole('heading', { name: 'This link has ended' }).waitFor();
        ended.push(await stranger.content());
      }
      expect(ended[1]).to.equal(ended[0]);
      if (scripts) expect(await violationsOf(stranger)).to.deep.equal([]);
      expect(complaints).to.deep.equal([]);
    });

    it('asks for the day where it is missing, and says what is refused', async () => {
      const page = await newPage();
      await page.goto(`/videos/${job.id}/share`);
      await page.getByRole('radio', { name: 'A day' }).check();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await page.getByRole('alert').getByText('Choose the last day.').waitFor();
      const detail = '50 links are the most; revoke one first.';
      api.failures.set(`POST /api/videos/${job.id}/links`, { status: 429, detail });
      await page.getByRole('radio', { name: '1 day' }).check();
      await page.getByRole('button', { name: 'Make the link' }).click();
      await page.getByRole('alert').getByText(detail).waitFor();
    });
  });
}
