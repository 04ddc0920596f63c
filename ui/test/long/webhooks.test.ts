import { batchPage } from '../double/batches.ts';
import { expect } from 'chai';
import type { Page } from 'playwright-core';
import { octopusJob } from '../double/jobs.ts';
import { givenUp } from '../double/webhooks.ts';
import { browsing } from '../support/browsing.ts';

const ADDRESS = 'https://example.org/hook';

/** Adds one, and gives the secret that is shown. */
async function add(page: Page): Promise<string> {
  await page.goto('/webhooks');
  await page.getByLabel('Address').fill(ADDRESS);
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  return page.locator('code').innerText();
}

describe('webhooks', () => {
  const { api, newPage } = browsing('nobody is told of anything');

  it('are added, get another secret and are removed, and a secret is shown once', async () => {
    const page = await newPage();
    const secret = await add(page);
    expect(secret).to.match(/^whsec_/);
    await page.getByRole('heading', { name: 'Its secret' }).and(page.locator(':focus')).waitFor();
    expect(api.hooks.webhooks[0]).to.deep.include({
      url: ADDRESS,
      events: ['video.done', 'video.failed', 'batch.done'],
    });
    await page.reload();
    await page
      .getByText('Told when a video is done, a video has failed, a batch has ended. Since today.')
      .waitFor();
    expect(await page.content()).not.to.include(secret);
    await page.getByRole('button', { name: `New secret for ${ADDRESS}` }).click();
    expect(await page.locator('code').innerText()).not.to.equal(secret);
    await page.getByText('The secret before this one signs as well until').waitFor();
    await page.getByRole('link', { name: `Remove ${ADDRESS}` }).click();
    await page.getByText('What was still to be sent to it is dropped.').waitFor();
    await page.getByRole('button', { name: 'Keep it' }).click();
    await page.getByRole('link', { name: `Remove ${ADDRESS}` }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('Nobody is told yet.').waitFor();
    expect(api.hooks.webhooks).to.deep.equal([]);
  });

  it('say at their address what is refused, and keep it', async () => {
    const detail = '/url: This address is inside the server’s own network and is not called.';
    api.failures.set('POST /api/webhooks', { status: 400, detail, pointer: '/url' });
    const page = await newPage();
    await page.goto('/webhooks');
    await page.getByLabel('Address').fill('https://10.0.0.5/hook');
    await page.getByRole('button', { name: 'Add the webhook' }).click();
    await page.getByRole('alert').getByText('This address is inside the server’s own network').waitFor();
    const field = page.getByLabel('Address').and(page.locator('[aria-invalid]:focus'));
    expect(await field.inputValue()).to.equal('https://10.0.0.5/hook');
  });

  it('show what was sent and how it was answered, and send it again', async () => {
    const job = octopusJob('done', Date.now());
    api.videos = [job];
    api.hooks.deliveries.set(job.id, [givenUp(ADDRESS, Date.now())]);
    const page = await newPage();
    await page.goto('/webhooks');
    const row = page.getByRole('listitem').filter({ hasText: 'Given up' });
    await row.getByText('try 3: answered 404').waitFor();
    await row.getByRole('button', { name: /^Send again that “.+” has ended, to https:/ }).click();
    await page.getByText('It is sent once more, with the same id.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'On its way' }).waitFor();
    expect(await page.getByRole('button', { name: /^Send again/ }).count()).to.equal(0);
  });

  it('show and send again what was sent of a batch, too', async () => {
    const ended = batchPage('done');
    api.batches.pages = [ended];
    api.hooks.deliveries.set(ended.batch.id, [{ ...givenUp(ADDRESS, Date.now()), event: 'batch.done' }]);
    const page = await newPage();
    await page.goto('/webhooks');
    const row = page.getByRole('listitem').filter({ hasText: 'november-ocean' });
    await row.getByRole('button', { name: 'Send again that “november-ocean” has ended' }).click();
    await page.getByText('It is sent once more, with the same id.').waitFor();
    await page.getByRole('listitem').filter({ hasText: 'On its way' }).waitFor();
  });
});

describe('webhooks without scripts', () => {
  const { api, newPage } = browsing('no form of webhooks is sent without scripts', { scripts: false });

  it('are added and removed', async () => {
    const page = await newPage();
    expect(await add(page)).to.match(/^whsec_/);
    await page.goto('/webhooks');
    await page.getByRole('link', { name: `Remove ${ADDRESS}` }).click();
    await page.getByRole('button', { name: 'Remove it' }).click();
    await page.getByText('Nobody is told yet.').waitFor();
    expect(api.hooks.webhooks).to.deep.equal([]);
  });
});
