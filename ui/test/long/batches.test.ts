import axe from 'axe-core';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { batchPage } from '../double/batches.ts';
import { complaintsOf } from '../support/browser.ts';
import { browsing } from '../support/browsing.ts';

const TABLE = 'topic;seconds\nWhy octopuses have three hearts;40\n=1+1;40\nToo long;900\n';
const MENDED = TABLE.replace('900', '180');
const SIZES = [
  { width: 390, height: 844 },
  { width: 820, height: 1180 },
  { width: 1440, height: 900 },
];

/** Nothing that axe, the console or the window's width finds fault with. */
async function sound(page: Page, complaints: readonly string[]): Promise<void> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
  expect(violations.map(({ id, nodes }) => `${id} ${nodes[0]?.html}`)).to.deep.equal([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).to.be.at.most(0);
  expect(complaints).to.deep.equal([]);
}

describe('many videos', () => {
  const { api, newPage } = browsing('no table is checked in a browser');

  for (const viewport of SIZES)
    it(`of a table are looked at row by row, mended by a click and then made, at ${viewport.width} px`, async () => {
      const page = await newPage({ viewport });
      const complaints = complaintsOf(page);
      await page.goto('/batches');
      await sound(page, complaints);
      const buffer = Buffer.from(TABLE);
      await page.setInputFiles('input[type=file]', { name: 'november.csv', mimeType: 'text/csv', buffer });
      await page.getByText('Column seconds is not a number of seconds from 10 to 180.').waitFor();
      await page.getByText('The same as line 3. It is made once.').waitFor();
      await page.getByText('about $0.10').waitFor();
      await sound(page, complaints);
      await page.getByLabel('Stop before it costs more than').fill('5,50');
      await page.getByRole('button', { name: 'Use 180 s' }).click();
      await page.getByRole('button', { name: 'Use 180 s' }).waitFor({ state: 'detached' });
      expect(await page.getByLabel('Stop before it costs more than').inputValue()).to.equal('5,50');
      await page.getByRole('button', { name: 'Make 2 videos' }).click();
      await page.getByRole('heading', { name: 'november-ocean' }).waitFor();
      expect(api.batches.made).to.deep.equal([
        { text: MENDED, type: 'text/csv', query: '?name=november&capUsd=5.5&faults=skip' },
      ]);
      await page.getByText('Making line 5,').waitFor();
      await sound(page, complaints);
    });

  it('are held, gone on with, tried again and stopped', async () => {
    api.batches.pages = [batchPage('running')];
    const page = await newPage();
    await page.goto(`/batches/${batchPage('running').batch.id}`);
    await page.getByRole('link', { name: 'The 2 that are ready' }).waitFor();
    await page.getByRole('button', { name: 'Try again: “Why bread rises”' }).click();
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused. 1 video is being finished.').waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('link', { name: 'Stop', exact: true }).click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('Stopped. 2 videos are ready.').waitFor();
    await page.getByText('2 videos, 16 MB, with the list of all rows.').waitFor();
    const zip = page.getByRole('link', { name: 'Download the ZIP' });
    expect(await zip.getAttribute('href')).to.match(/^\/api\/batches\/.*\/videos\.zip\?part=1$/);
    expect(api.batches.acted).to.deep.equal(['retry?line=4', 'pause', 'resume', 'cancel']);
  });

  it('that have reached their cap go on with a higher one, and no other text', async () => {
    api.batches.pages = [batchPage('capped')];
    const page = await newPage();
    await page.goto(`/batches/${batchPage('capped').batch.id}`);
    await page.getByRole('heading', { name: 'The cap of $5.00 is reached' }).waitFor();
    await page.getByLabel('New cap in dollars').fill('much');
    await page.getByRole('button', { name: 'Raise it and go on' }).click();
    await page.getByRole('alert').filter({ hasText: 'not an amount of dollars' }).waitFor();
    await page.getByLabel('New cap in dollars').fill('10');
    await page.getByRole('button', { name: 'Raise it and go on' }).click();
    await page.getByText('Making line 5,').waitFor();
    expect(api.batches.acted).to.deep.equal(['resume?capUsd=10']);
  });

  it('that are refused say the line, and keep the rows', async () => {
    const detail = 'line 1: there are two columns “Topic”. Nothing was made.';
    api.failures.set('POST /api/batches/check', { status: 400, detail });
    const page = await newPage();
    await page.goto('/batches');
    await page.getByRole('textbox', { name: 'Rows as text' }).fill('topic,Topic\na,b');
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('alert').filter({ hasText: 'Line 1: there are two columns “Topic”.' }).waitFor();
    expect(await page.getByRole('textbox', { name: 'Rows as text' }).inputValue()).to.equal(
      'topic,Topic\na,b',
    );
  });
});

describe('many videos without scripts', () => {
  const { api, newPage } = browsing('no table is sent without scripts', { scripts: false });

  it('are checked, mended, made and stopped', async () => {
    const page = await newPage();
    await page.goto('/batches');
    await page.getByRole('textbox', { name: 'Rows as text' }).fill(TABLE);
    await page.getByRole('button', { name: 'Check the rows' }).click();
    await page.getByRole('button', { name: 'Use 180 s' }).click();
    await page.getByRole('button', { name: 'Use 180 s' }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Make 2 videos' }).click();
    await page.getByRole('heading', { name: 'november-ocean' }).waitFor();
    expect(await page.locator('body').innerText()).to.include('This page refreshes itself.');
    expect(api.batches.made[0]?.text).to.equal(MENDED);
    await page.getByRole('link', { name: 'Stop', exact: true }).click();
    await page.getByRole('button', { name: 'Stop it' }).click();
    await page.getByText('Stopped. 2 videos are ready.').waitFor();
    expect(api.batches.acted).to.deep.equal(['cancel']);
  });
});
