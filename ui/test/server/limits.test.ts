import { UPLOAD_TYPES } from '@shortfactory/contract';
import { expect } from 'chai';
import { MAX_UPLOAD_BYTES } from '../../server/proxy-limits.ts';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { OPTIONS } from '../double/service.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

/** Others than the product's: what pages say of limits is what the API said. */
const LIMITS = {
  topicChars: 41,
  totalWords: 7,
  scenes: 6,
  narrationChars: 222,
  visualChars: 111,
  titleChars: 55,
};

it('takes the largest file that the API takes', () => {
  for (const { maxBytes } of Object.values(UPLOAD_TYPES)) expect(MAX_UPLOAD_BYTES).to.be.above(maxBytes);
});

describe('the limits', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async function () {
    this.timeout(120_000);
    api.options = { ...OPTIONS, limits: { ...OPTIONS.limits, ...LIMITS } };
    api.videos = [octopusJob('done', Date.now())];
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });
  const get = async (path: string): Promise<string> => (await fetch(ui.url + path)).text();
  const send = async (fields: Record<string, string>): Promise<string> => {
    const all = { intent: 'make', tab: 'topic', seconds: '40', aspects: '9:16', ...fields };
    const answer = await fetch(`${ui.url}/?index`, { method: 'POST', body: new URLSearchParams(all) });
    expect(answer.status).to.equal(400);
    return answer.text();
  };

  it('stand beside the fields, with how much of them is used', async () => {
    const topic = await get('/?topic=Why+bread+rises');
    expect(topic).to.include('15 of 41').and.include('At most 41 characters.');
    const script = await get('/?from=script');
    expect(script)
      .to.include('0 of 7 words, 0 of 6 scenes')
      .and.include('At most 7 words. At most 6 scenes.');
  });

  it('stand in words beside the fields of the editor without scripts', async () => {
    const page = await get(`/scripts/new?from=${octopusJob('done', 0).id}`);
    for (const limit of ['222 characters', '111 characters', '55 characters', '6 scenes', '7 words']) {
      expect(page).to.include(`At most ${limit}.`);
    }
    expect(page, 'no seventh scene').to.match(/value="add:1" disabled/);
  });

  it('are said when they are passed, and nothing was cut off', async () => {
    const topic = 'Why does bread rise in the oven, and why not later';
    const refused = await send({ topic });
    expect(refused).to.include('A topic has at most 41 characters.').and.include(`${topic}</textarea>`);
    expect(refused).to.include('50 of 41 characters. Shorten it by 9.');
    const script = 'One two three four five six seven eight nine.';
    expect(await send({ tab: 'script', script })).to.include('A script has at most 7 words; this one has 9.');
  });
});
