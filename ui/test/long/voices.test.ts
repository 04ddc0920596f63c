import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { browsing } from '../support/browsing.ts';
import { openCreate } from '../support/open.ts';

describe('the voices', () => {
  const { api, newPage } = browsing('no voice is heard');

  const open = async (topic: string): Promise<Page> => {
    const page = await newPage();
    await openCreate(page);
    if (topic !== '') await page.fill('#topic', topic);
    await page.click('button#voice');
    await page.getByRole('dialog', { name: 'Voice' }).waitFor();
    return page;
  };

  it('speak the first sentence at the chosen speed, one at a time, until Escape', async () => {
    const page = await open('Why the sea is salty. And the lake is not.');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    await dialog.getByLabel('Speed').press('ArrowRight');
    await dialog.getByLabel('Pitch').press('ArrowLeft');
    expect(await dialog.getByLabel('Pitch').getAttribute('aria-valuetext')).to.equal('1 semitone lower');
    // The values of the two sliders.
    expect(await dialog.getByRole('status').count()).to.equal(2);
    await dialog.getByRole('button', { name: 'Play Nora' }).click();
    await dialog.getByRole('button', { name: 'Stop Nora' }).waitFor();
    await dialog.getByRole('button', { name: 'Play Idris' }).click();
    await dialog.getByRole('button', { name: 'Stop Idris' }).waitFor();
    expect(await dialog.getByRole('button', { name: /^Stop/ }).count()).to.equal(1);
    // The button shows that the sound is asked for, which may not have arrived yet.
    while (api.spoken.length < 2) await page.waitForTimeout(20);
    expect(api.spoken).to.deep.equal(
      ['nora', 'idris'].map((voice) => ({
        ...{ text: 'Why the sea is salty.', language: 'en-GB', voice, speed: 1.05 },
        ...(voice === 'nora' && { pitch: -1 }),
      })),
    );
    await page.keyboard.press('Escape');
    await dialog.getByRole('button', { name: 'Play Idris' }).waitFor();
    expect(await dialog.isVisible()).to.equal(true);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.id)).to.equal('voice');
  });

  it('are chosen with the keyboard, and the video is spoken so', async () => {
    const page = await open('Why the sea is salty');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    await dialog.getByRole('radio', { name: /^Choose for me/ }).press('ArrowDown');
    await dialog.getByRole('radio', { name: 'Nora, Warm, English (UK), 1 of 3' }).press('Space');
    await dialog.getByRole('button', { name: 'Stop Nora' }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('/');
    await page.keyboard.type('calm');
    expect(await dialog.getByRole('radio').count()).to.equal(1);
    await dialog.getByLabel('Speed').press('PageUp');
    await dialog.getByText('Idris speaks at its own.').waitFor();
    await dialog.getByRole('radio', { name: /^Idris/ }).press('Enter');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: /^Voice Idris, calm, 1\.\d+×/ }).waitFor();
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made[0]).to.include({ voice: 'idris' });
    expect(api.made[0]?.speed).to.be.within(1.05, 1.3);
  });

  it('are as high as they were set to, in the video too', async () => {
    const page = await open('Why the sea is salty');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    await dialog.getByRole('radio', { name: /^Nora/ }).check();
    await dialog.getByLabel('Pitch').press('End');
    await dialog.getByRole('button', { name: 'Use Nora' }).click();
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made[0]).to.include({ voice: 'nora', pitch: 4 });
  });

  it('are added by others where the machine is not one’s own', async () => {
    api.addable = undefined;
    const page = await open('Why the sea is salty');
    await page.getByText('Natural voices are added by whoever runs this server.').waitFor();
  });

  it('have a sample without a sentence, and say why one cannot be heard', async () => {
    const page = await open('');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    const sample = page.waitForResponse('**/voices/nora/sample**');
    await dialog.getByRole('button', { name: 'Play Nora' }).click();
    await dialog.getByRole('button', { name: 'Stop Nora' }).waitFor();
    await sample;
    expect(api.seen.map(({ path }) => path)).to.include('/api/voices/nora/sample?language=en-GB');
    const detail = 'More than 20 requests of this kind in a minute; try again in 40 s.';
    api.failures.set('GET /api/voices/june/sample', { status: 429, detail });
    await dialog.getByRole('button', { name: 'Play June' }).click();
    await dialog.getByText(detail).waitFor();
    await page.getByRole('searchbox').fill('gravelly');
    await dialog.getByText('No voice fits “gravelly”').waitFor();
  });
});

/** A front end of its own: it asks once a minute who can speak. */
describe('the voices, one of them made by a model', () => {
  const { api, newPage } = browsing('no natural voice is chosen');

  it('of models are told from those that are built in, and one that could be added is named with its command', async () => {
    const natural = { natural: true, licence: 'Apache-2.0' } as const;
    const heart = { id: 'heart', label: 'Heart, warm', languages: ['en-US', 'en'], ...natural };
    api.options = { ...api.options, voices: [heart, ...api.options.voices] };
    api.addable = api.addable?.filter(({ id }) => id !== 'heart');
    const page = await newPage();
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.click('button#voice');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    const name = 'Heart, Warm, English (US), Natural, Apache-2.0, On this computer, 1 of 4';
    await dialog.getByRole('radio', { name, exact: true }).waitFor();
    await dialog.getByText('npm run voices -- add emma').waitFor();
    await dialog.getByRole('button', { name: 'Built in 3' }).click();
    expect(await dialog.getByRole('radio', { name: /^Heart/ }).count()).to.equal(0);
    await dialog.getByRole('radio', { name: /^June, .* 1 of 3$/ }).waitFor();
    await dialog.getByRole('button', { name: 'Natural 1' }).click();
    await dialog.getByRole('radio', { name: /^Heart/ }).check();
    await dialog.getByText('Heart speaks at its own.').waitFor();
    await dialog.getByRole('link', { name: 'All voices, and how to add one' }).click();
    await page.waitForURL('**/voices?language=en-US');
    await page.getByRole('region', { name: 'Natural' }).getByText('Heart').waitFor();
  });

  it('are added in the sheet with how far they are, stay chosen by nobody, and can be used at once', async () => {
    api.installs = [
      { state: 'adding', bytes: 0, of: 60_000_000 },
      { state: 'adding', bytes: 24_600_000, of: 60_000_000 },
      { state: 'installed', bytes: 0, of: 0 },
    ];
    const page = await newPage();
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.click('button#voice');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    api.failures.set('POST /api/voices/emma/install', { status: 409, detail: 'heart is being added.' });
    await dialog.getByRole('button', { name: 'Add Emma' }).click();
    await dialog.getByRole('alert').getByText('heart is being added.').waitFor();
    api.failures.clear();
    await dialog.getByRole('button', { name: 'Add Emma' }).click();
    await dialog.getByRole('progressbar', { name: 'Adding Emma' }).waitFor();
    await dialog.getByText('41 %, 24.6 MB of 60 MB').waitFor();
    await dialog.getByRole('button', { name: 'Stop adding Emma' }).waitFor();
    await page.getByText('Emma is ready').waitFor();
    await dialog.getByRole('radio', { name: /^Emma, Clear, English \(UK\), Natural/ }).check();
    await dialog.getByRole('button', { name: 'Use Emma' }).click();
    expect(await page.inputValue('#topic')).to.equal('Why the sea is salty');
    await page.click('#make');
    await page.waitForURL('**/videos/job_made_*');
    expect(api.made.at(-1)).to.include({ voice: 'emma' });
  });

  it('are added at the machine only', async () => {
    api.failures.set('POST /api/voices/emma/install', { status: 403, detail: 'Not here.' });
    const page = await newPage();
    await openCreate(page);
    await page.fill('#topic', 'Why the sea is salty');
    await page.click('button#voice');
    const dialog = page.getByRole('dialog', { name: 'Voice' });
    await dialog.getByRole('button', { name: 'Add Emma' }).click();
    await dialog.getByText('Voices are added at the machine itself').waitFor();
    expect(await dialog.getByRole('button', { name: 'Add Emma' }).count()).to.equal(0);
  });
});
