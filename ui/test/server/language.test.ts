import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

describe('the language of the Create form, without scripts', () => {
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async function () {
    this.timeout(120_000);
    ui = await startUi(await api.listen());
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });
  const make = async (fields: Record<string, string>, accept = 'en'): Promise<(typeof api.made)[number]> => {
    const all = { intent: 'make', tab: 'topic', voice: '', language: '', seconds: '40', aspects: '9:16' };
    const answer = await fetch(`${ui.url}/?index`, {
      method: 'POST',
      body: new URLSearchParams({ ...all, ...fields }),
      headers: { 'accept-language': accept },
      redirect: 'manual',
    });
    expect(answer.status).to.equal(302);
    return api.made.at(-1) as (typeof api.made)[number];
  };

  it('is nobody’s choice before one is made, and neither is the voice', async () => {
    const page = await (await fetch(`${ui.url}/`)).text();
    for (const name of ['language', 'voice']) {
      const select = new RegExp(`<select[^>]* name="${name}".*?</select>`, 's').exec(page)?.[0] ?? '';
      expect(select, name).to.match(/<option value="" selected="">Automatic/);
    }
  });

  it('is that of the topic, then the visitor’s; a chosen one wins', async () => {
    const topic = 'Por qué el pan crece en el horno';
    expect(await make({ topic }))
      .to.include({ language: 'es' })
      .and.not.have.property('voice');
    expect(await make({ topic: 'Los Angeles 2026 Tesla' }, 'is, en;q=0.5')).to.include({ language: 'is' });
    expect(await make({ topic, language: 'el' })).to.include({ language: 'el' });
  });

  it('has the region of its first voice, where several are offered', async () => {
    const topic = 'Why bread rises in the oven';
    expect(await make({ topic })).to.include({ language: 'en-GB' });
    const heart = { id: 'heart', label: 'Heart, warm', languages: ['en-US', 'en'] };
    api.options = { ...api.options, voices: [heart, ...api.options.voices] };
    await ui.stop();
    ui = await startUi(api.url);
    expect(await make({ topic })).to.include({ language: 'en-US' });
  });

  it('of a script is that of its words', async () => {
    const made = await make({ tab: 'script', script: 'Почему хлеб растёт в печи? Потому что в нём дрожжи.' });
    expect('script' in made && made.script.language).to.equal('ru');
  });
});
