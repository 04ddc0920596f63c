import { expect } from 'chai';
import { browsing } from '../support/browsing.ts';
import { storeInBrowser } from '../support/open.ts';
import { RELEASED_DRAFT, RELEASED_STORAGE } from '../support/released-storage.ts';

describe('what release 0.1.0 left in a browser', () => {
  const { api, newPage } = browsing('nothing is opened');
  const path = `/scripts/${RELEASED_DRAFT.id}`;

  it('is found again: the form, and the draft with its pictures, which becomes a video', async () => {
    const page = await newPage();
    for (const [name, json] of Object.entries(RELEASED_STORAGE))
      await storeInBrowser(page, name, JSON.parse(json));
    await page.goto('/');
    await page.locator('button#style').waitFor();
    expect(await page.inputValue('#script')).to.match(/^Octopuses have three hearts\. Two of them/);
    await page.goto('/videos');
    await page.locator(`a[href="${path}"]:not([aria-hidden])`).first().click();
    await page.locator('.narration__field').nth(1).waitFor();
    expect(await page.locator('.narration__field').first().inputValue()).to.equal(
      'Octopuses have three hearts.',
    );
    await page.locator('.narration__field').nth(1).fill('One of them rests when they swim.');
    const stored = await page.evaluate((name) => localStorage.getItem(name), `sf.draft.${RELEASED_DRAFT.id}`);
    expect(JSON.parse(stored ?? '')).to.include({ version: 1, title: 'Octopuses have three hearts' });
    await page.getByRole('button', { name: 'Make the video' }).first().click();
    await page.waitForURL('**/videos/job_made_*');
    const [made] = api.made;
    expect(made && 'script' in made && made.script.scenes.map(({ narration }) => narration)).to.deep.equal([
      'Octopuses have three hearts.',
      'One of them rests when they swim.',
    ]);
    expect(
      made && 'script' in made && made.script.scenes.every(({ upload }) => upload !== undefined),
    ).to.equal(true);
  });

  it('is left as it is where a newer version wrote it, which is said', async () => {
    const page = await newPage();
    const newer = { version: 3, draft: RELEASED_DRAFT.json };
    await storeInBrowser(page, `sf.draft.${RELEASED_DRAFT.id}`, newer);
    await page.goto(path);
    await page.getByRole('heading', { name: 'A newer version wrote this script' }).waitFor();
    const stored = await page.evaluate((name) => localStorage.getItem(name), `sf.draft.${RELEASED_DRAFT.id}`);
    expect(JSON.parse(stored ?? '')).to.deep.equal(newer);
  });
});
