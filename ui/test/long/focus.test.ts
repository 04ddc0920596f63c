import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { octopusJob } from '../double/jobs.ts';
import { browsing } from '../support/browsing.ts';
import { openCreate, openEditor } from '../support/open.ts';

/** What has the focus: its name in small letters, and what it says. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    return `${element?.localName} ${element?.textContent?.slice(0, 40) ?? ''}`.trim();
  });
}
const onHeading = (page: Page, words: string): Promise<unknown> =>
  page.waitForFunction(
    (text) =>
      document.activeElement?.localName === 'h1' && document.activeElement.textContent?.includes(text),
    words,
  );

describe('focus', () => {
  const { api, newPage } = browsing('where focus goes is not tried');
  let page: Page;
  beforeEach(async () => {
    page = await newPage();
  });

  it('goes to the heading of a page that was gone to, and not of one that was loaded', async () => {
    await openCreate(page);
    expect(await focused(page)).to.match(/^body/);
    await page.getByRole('link', { name: 'Videos', exact: true }).click();
    await onHeading(page, 'Videos');
    await page.locator('.video-card__title').first().click();
    await onHeading(page, 'Why octopuses');
    await page.goBack();
    await onHeading(page, 'Videos');
    await page.getByRole('link', { name: /^Status/ }).click();
    await onHeading(page, 'Working');
  });

  it('goes to the heading of a page that a form leads to, and of one that is not there', async () => {
    const done = octopusJob('done', Date.now());
    api.videos = [done];
    await openCreate(page);
    await page.fill('#topic', 'Why bread rises in the oven');
    await page.click('#make');
    await onHeading(page, 'Why bread rises');
    api.videos = [done];
    await page.goto('/videos');
    api.videos = [];
    await page.locator('.video-card__title').first().click();
    await onHeading(page, 'There is no page here');
  });

  it('stays in a field during typing, and in a question', async () => {
    await page.goto('/videos');
    await page.locator('.filter').first().waitFor();
    await page.getByRole('searchbox').focus();
    await page.keyboard.type('moon');
    await page.waitForURL('**/videos?q=moon');
    expect(await focused(page)).to.equal('input');
  });
});

describe('limits during typing', () => {
  const { newPage } = browsing('counters are not tried');

  it('are counted, said when they are near and passed, and nothing is cut off', async () => {
    const page = await newPage();
    await openCreate(page);
    const counter = page.locator('#topic-counter');
    await page.fill('#topic', 'Why bread rises');
    await counter.getByText('15 of 300', { exact: true }).waitFor();
    await page.fill('#topic', 'a'.repeat(280));
    await counter.getByText('280 of 300', { exact: true }).waitFor();
    expect(await counter.getByRole('status').textContent()).to.equal('Close to the most: 300 characters');
    await page.fill('#topic', 'a'.repeat(412));
    await counter.getByText('412 of 300 characters. Shorten it by 112.').waitFor();
    expect(await counter.getByRole('status').textContent()).to.equal('More than 300 characters');
    expect((await page.inputValue('#topic')).length).to.equal(412);
    await page.click('#make');
    await page.getByText('A topic has at most 300 characters.').waitFor();
    await page.click('#tab-script');
    await page.fill('#script', 'Octopuses have three hearts.\n\nOne of them stops when they swim.');
    await page.locator('#script-counter').getByText('11 of 700 words, 2 of 40 scenes').waitFor();
  });

  it('stand in the editor, whose fields take what is pasted', async () => {
    const page = await newPage();
    await openEditor(page);
    await page.locator('#script-counter').getByText('6 of 40 scenes').waitFor();
    const field = page.locator('.narration__field').first();
    await field.fill('word '.repeat(260));
    await page.getByText('1,300 of 1,200 characters. Shorten it by 100.').waitFor();
    expect((await field.inputValue()).length).to.equal(1300);
  });
});
