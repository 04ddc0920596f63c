import { expect } from 'chai';
import { browsing } from '../support/browsing.ts';
import { openCreate } from '../support/open.ts';

describe('a topic where no language model is switched on', () => {
  const { api, newPage } = browsing('nothing is said of outlines');
  // After what `browsing` puts back before each test.
  beforeEach(() => {
    api.options = { ...api.options, offline: { ...api.options.offline, llm: true } };
    api.outlines = ['kites'];
  });

  it('is said to become an outline as soon as it is typed, or not to, and nothing moves', async () => {
    const page = await newPage();
    await openCreate(page);
    const says = page.locator('.ahead');
    await says.getByText('a topic that the built-in handbook does not know').waitFor();
    const make = page.locator('#make');
    await page.fill('#topic', 'Nine kites that anyone can fold');
    await says.getByText('This topic would become an outline').waitFor();
    const at = await make.boundingBox();
    await page.fill('#topic', 'How a lighthouse keeps its lamp');
    await says.getByText('The built-in handbook knows this topic').waitFor();
    expect(await says.getByText('This topic would become').isVisible()).to.equal(false);
    expect(await make.boundingBox()).to.deep.equal(at);
  });

  it('is not called anything that the API did not say', async () => {
    api.failures.set('POST /api/topics/check', { status: 503, detail: 'Not now.' });
    const page = await newPage();
    await openCreate(page);
    const asked = page.waitForResponse('**/api/topics/check');
    await page.fill('#topic', 'Nine kites that anyone can fold');
    await asked;
    expect(await page.locator('.ahead').innerText()).to.include('does not know, such as a list');
  });
});
