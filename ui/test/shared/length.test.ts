import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

/** Nearer to 40 s than to 39. */
const MADE_SECONDS = 39.6;

describe('the length of a video', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  const octopus = octopusJob('done', Date.now());
  const done: JobJson = {
    ...octopus,
    settings: { ...octopus.settings, seconds: 45 },
    outputs: octopus.outputs.map((output) => ({ ...output, seconds: MADE_SECONDS })),
  };
  before(async function () {
    this.timeout(120_000);
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });
  beforeEach(() => {
    api.videos = [done];
    api.made.length = 0;
  });
  /** The text of a page, without the spaces that do not break. */
  const read = async (path: string): Promise<string> => {
    const html = await (await fetch(ui.url + path)).text();
    return html
      .slice(html.indexOf('<main'), html.indexOf('</main>'))
      .replace(/<!--.*?-->|<[^>]+>/gs, ' ')
      .replace(/[\s\u00a0]+/g, ' ');
  };

  it('is one number: in the library, among recent videos, on its page, in its player and its downloads', async () => {
    expect(await read('/videos')).to.include('0:40');
    // In the first hour of a day it was made the day before.
    expect(await read('/')).to.match(/40 s, (today|yesterday)/);
    const page = await read(`/videos/${done.id}`);
    expect(page).to.include('40 s, English').and.include('0:00 / 0:40');
    expect(page).to.include('1080 × 1920, 40 s, 8.4 MB').and.include('1080 × 1080, 40 s, 6.9 MB');
    expect(page).to.not.include('39');
  });

  it('that it was made for stays the same when it is edited and made again', async () => {
    const html = await (await fetch(`${ui.url}/scripts/new?from=${done.id}`)).text();
    const fields = new URLSearchParams();
    for (const [tag] of html.matchAll(/<input[^>]*>/g)) {
      const value = (name: string): string => new RegExp(`${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
      fields.append(value('name'), value('value'));
    }
    fields.append('narration', 'Octopuses have three hearts.');
    fields.append('visual', 'An octopus.');
    fields.append('intent', 'make');
    const answer = await fetch(`${ui.url}/scripts/new`, { method: 'POST', body: fields, redirect: 'manual' });
    const made = answer.headers.get('location') ?? '';
    expect(api.made[0]?.seconds).to.equal(45);
    // And once more of what was made of it.
    const again = await (await fetch(`${ui.url}/scripts/new?from=${made.split('/').at(-1)}`)).text();
    expect(again).to.include('name="seconds" value="45"');
  });

  it('stays the same when it is made in one more format', async () => {
    const fields = new URLSearchParams({ intent: 'aspect', aspect: '16:9' });
    await fetch(`${ui.url}/videos/${done.id}`, { method: 'POST', body: fields, redirect: 'manual' });
    expect(api.made[0]).to.deep.include({ seconds: 45, aspects: ['9:16', '1:1', '16:9'] });
  });
});
