import { expect } from 'chai';
import type { Page } from 'playwright-core';
import type { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { publication } from '../double/publishing.ts';
import { violationsOf } from '../support/axe.ts';
import { browsing } from '../support/browsing.ts';

/** A finished video, with what its page may send it to. */
function finished(api: ApiDouble, isConnected = true): string {
  const job = octopusJob('done', Date.now());
  api.videos = [job];
  api.publishing.isSetUp = true;
  if (isConnected) api.publishing.connect();
  return job.id;
}

const card = (page: Page) => page.getByRole('region', { name: 'Send to YouTube' });

describe('sending a video to YouTube', () => {
  const { api, newPage } = browsing('no video is sent to YouTube');

  it('connects the channel, sends at a time, shows how far it is, and where it is', async () => {
    const id = finished(api, false);
    const page = await newPage({ timezoneId: 'Europe/Berlin' });
    await page.goto(`/videos/${id}`);
    await card(page).getByText('Send it from here, private at first.').waitFor();
    await card(page).getByRole('link', { name: 'Connect YouTube' }).click();
    await card(page).getByText('Marine Minute').waitFor();
    expect(new URL(page.url()).pathname).to.equal(`/videos/${id}`);
    const [asked] = api.publishing.asked.splice(0) as { redirectUri: string; video: string }[];
    expect(asked?.redirectUri).to.equal(new URL('/youtube/callback', page.url()).href);
    expect(asked?.video).to.equal(id);
    await card(page).getByRole('radio', { name: 'At a time' }).check();
    await card(page).getByLabel('Day and time').fill('2027-01-30T18:00');
    await card(page).getByText('Time of Europe/Berlin.').waitFor();
    expect(await violationsOf(page)).to.deep.equal([]);
    await card(page).getByText('Title and description').click();
    await card(page).getByLabel('Title', { exact: true }).fill('Three hearts');
    await card(page).getByRole('switch', { name: 'Made for kids' }).check();
    await card(page)
      .getByRole('button', { name: /^Send, / })
      .click();
    await card(page).getByText('Sending, 46 % of 8.4 MB').waitFor();
    expect(api.publishing.asked[0]).to.deep.include({
      ...{ title: 'Three hearts', privacy: 'private', madeForKids: true },
      publishAt: '2027-01-30T17:00:00.000Z',
    });
    const url = 'https://youtu.be/abcdefghijk';
    api.publishing.set(
      publication(id, { state: 'sent', percent: 100, url, sentAt: new Date().toISOString() }),
    );
    await card(page).getByText('On YouTube, private').first().waitFor();
    expect(await card(page).getByRole('link', { name: 'Open it there' }).getAttribute('href')).to.equal(url);
  });

  it('stops, says what is refused at its field, and sends again', async () => {
    const id = finished(api);
    api.publishing.set(publication(id));
    const page = await newPage();
    await page.goto(`/videos/${id}`);
    await card(page).getByRole('button', { name: 'Stop' }).click();
    await card(page).getByText('Stopped before it was there.').waitFor();
    const detail = '/title: has a “<” or a “>”, which YouTube does not take';
    api.failures.set(`POST /api/videos/${id}/publications`, { status: 400, detail, pointer: '/title' });
    await card(page).getByText('Title and description').click();
    await card(page).getByLabel('Title', { exact: true }).fill('1 < 3');
    await card(page)
      .getByRole('button', { name: /^Send, / })
      .click();
    await card(page).getByRole('alert').getByText('has a “<” or a “>”').waitFor();
    const field = card(page).getByLabel('Title', { exact: true }).and(page.locator('[aria-invalid]'));
    expect(await field.inputValue()).to.equal('1 < 3');
    api.failures.clear();
    await field.fill('Three hearts');
    await card(page)
      .getByRole('button', { name: /^Send, / })
      .click();
    await card(page).getByText('Sending, 46 %').waitFor();
  });

  it('says when the day is used up, and asks when it cannot know', async () => {
    const id = finished(api);
    const sentence = 'YouTube takes no more from here today.';
    const nextTryAt = '2027-01-16T08:00:00.000Z';
    api.publishing.set(
      publication(id, { state: 'waiting', percent: 0, nextTryAt, problem: { why: 'quota', sentence } }),
    );
    const page = await newPage({ timezoneId: 'Europe/Berlin' });
    await page.goto(`/videos/${id}`);
    await card(page).getByText(sentence).waitFor();
    const asks = 'The answer to its last byte was lost.';
    api.publishing.set(publication(id, { state: 'unsure', problem: { why: 'away', sentence: asks } }));
    await card(page).getByRole('alert').getByText(asks).waitFor();
    await card(page).getByRole('link', { name: 'Look on YouTube' }).waitFor();
    expect(await violationsOf(page)).to.deep.equal([]);
    await card(page).getByRole('button', { name: 'It is missing, send again' }).click();
    await card(page).getByRole('button', { name: 'Stop' }).waitFor();
    expect(api.publishing.publications[0]?.state).to.equal('waiting');
  });

  it('is not shown where nothing can be sent, and says why a channel was not connected', async () => {
    const id = finished(api);
    api.publishing.isSetUp = false;
    const page = await newPage();
    await page.goto(`/videos/${id}`);
    await page.getByRole('heading', { name: 'Post it' }).waitFor();
    expect(await card(page).count()).to.equal(0);
    await page.goto('/youtube/callback?error=access_denied');
    await page.getByText('It was not allowed at Google. Nothing was changed.').waitFor();
  });
});

describe('sending a video to YouTube without scripts', () => {
  const { api, newPage } = browsing('no form of YouTube is sent without scripts', { scripts: false });

  it('is a form, with a time in UTC', async () => {
    const id = finished(api);
    const page = await newPage();
    await page.goto(`/videos/${id}`);
    await card(page).getByRole('radio', { name: 'At a time' }).check();
    await card(page).getByLabel('Day and time').fill('2027-01-30T18:00');
    await card(page).getByText('Time of UTC.').waitFor();
    await card(page)
      .getByRole('button', { name: /^Send, / })
      .click();
    await card(page).getByText('Sending, 46 %').waitFor();
    expect(api.publishing.asked[0]).to.deep.include({
      publishAt: '2027-01-30T18:00:00Z',
      madeForKids: false,
    });
    await card(page).getByRole('button', { name: 'Stop' }).click();
    await card(page).getByText('Stopped before it was there.').waitFor();
    await card(page).getByRole('button', { name: 'Disconnect' }).click();
    await card(page).getByRole('link', { name: 'Connect YouTube' }).waitFor();
  });
});
