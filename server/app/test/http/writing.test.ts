import type { JobJson, ProblemJson } from '@shortfactory/contract';
import type { Script, Story } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

interface Review {
  readonly seconds: number;
  readonly makeSeconds: number;
  readonly costUsd: number;
  readonly scenes: {
    seconds: number;
    warnings: { code: string; splitAt?: number; chars?: string[]; detail: string }[];
  }[];
}

describe('writing over HTTP', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp();
  });
  after(() => app.stop());
  const post = async <T>(path: string, json: unknown, status = 200): Promise<T> => {
    const answer = await app.fetch(path, { json });
    const body = (await answer.json()) as T;
    expect(answer.status, JSON.stringify(body)).to.equal(status);
    return body;
  };

  it('goes from a topic to a story, to a script, to a video', async () => {
    const story = await post<Story>('/api/stories', { topic: 'why the sky is blue', imageStyle: 'ink' });
    expect(story).to.include({ language: 'en', imageStyle: 'ink' });
    const script = await post<Script>('/api/scripts', { story, seconds: 20 });
    expect(script.scenes.length).to.be.greaterThan(1);
    expect(script.imageStyle).to.equal('ink');
    await post('/api/videos', { script }, 202);
  });

  it('writes the same script for a topic at once, in the language that was asked for', async () => {
    const wish = { topic: 'warum der Himmel blau ist', language: 'de', seconds: 30 };
    const script = await post<Script>('/api/scripts', wish);
    expect(script.language).to.equal('de');
    expect(await post<Script>('/api/scripts', wish)).to.deep.equal(script);
  });

  it('hands on how a topic is to be written, and gives back what a script is less than that', async () => {
    const brief = { kind: 'quiz', callToAction: 'Look up tonight' } as const;
    const topic = 'why the sky is blue';
    const script = await post<Script & { degraded?: string[] }>('/api/scripts', { topic, ...brief });
    expect(script.scenes.at(-1)?.narration).to.equal('Look up tonight.');
    expect(script.degraded).to.deep.equal([
      'The built-in handbook explains this topic; it cannot tell it as a quiz.',
    ]);
    const job = await post<JobJson>('/api/videos', { topic, ...brief }, 202);
    expect(job.brief).to.deep.equal(brief);
  });

  it('tells a topic from its source, with the sentence that each scene rests on', async () => {
    const text = '<p>The mill was built in 1832. It grinds oats for four villages. The wheel is of oak.</p>';
    const asked = { topic: 'The mill', sources: [{ title: 'Mills', text }], seconds: 20 };
    const script = await post<Script>('/api/scripts', asked);
    expect(script.scenes.map(({ restsOn }) => restsOn)).to.include('The mill was built in 1832.');
    const job = await post<JobJson>('/api/videos', asked, 202);
    expect(job.brief?.sources).to.deep.equal([{ title: 'Mills', chars: 82 }]);
    expect(
      (await post<JobJson>('/api/videos', { script: { ...script, degraded: undefined } }, 202)).title,
    ).to.equal('The mill');
  });

  for (const [path, json, pointer] of [
    ['/api/stories', { topic: 'a', sources: [] }, '/sources'],
    ['/api/scripts', { topic: 'a', sources: [{ text: 'One sentence.' }] }, '/sources/0/text'],
    ['/api/videos', { topic: 'a', sources: [{ text: '\u0000' }] }, '/sources/0/text'],
    ['/api/stories', { topic: 'a', kind: 'poem' }, '/kind'],
    ['/api/scripts', { topic: 'a', callToAction: '…' }, '/callToAction'],
    ['/api/videos', { script: 'Two words.', kind: 'quiz' }, '/kind'],
    ['/api/stories', {}, '/topic'],
    ['/api/stories', { topic: 'a', language: 'not a tag' }, '/language'],
    ['/api/stories', { topic: 'a', seconds: 30 }, '/seconds'],
    ['/api/topics/check', { topic: 'https://example.org/a-page' }, '/topic'],
    ['/api/topics/check', {}, '/topic'],
    ['/api/scripts', {}, ''],
    ['/api/scripts', { story: {} }, '/story/title'],
    [
      '/api/scripts',
      { story: { title: 'T', summary: 'S', imageStyle: 'flat', characters: [{}], language: 'en' } },
      '/story/characters/0/name',
    ],
    ['/api/scripts/check', { script: { title: 'T', language: 'en', scenes: [] } }, '/script/scenes'],
    [
      '/api/illustrations',
      { visual: 'a', narration: 'b', language: 'en', imageStyle: 'flat', take: 100 },
      '/take',
    ],
  ] as const) {
    it(`refuses ${JSON.stringify(json).slice(0, 60)} at ${path}, by ${pointer}`, async () => {
      const { errors = [] } = await post<ProblemJson>(path, json, 400);
      expect(errors.map((each) => each.pointer)).to.include(pointer);
    });
  }

  it('says of a topic whether it would be an outline, as the story then is', async () => {
    for (const [topic, kind] of [
      ['why the sky is blue', undefined],
      ['warum der Himmel blau ist', undefined],
      ['7 ways to fold a napkin', 'outline'],
      ['a recipe for lentil soup', 'outline'],
      ['tell me a joke about dentists', 'outline'],
      ['a bedtime story about a lost sock', 'outline'],
      ['an ad for my bicycle repair shop', 'outline'],
      ['tres trucos para dormir mejor en verano', 'outline'],
      ['怎么做西红柿炒鸡蛋', 'outline'],
    ] as const) {
      const expected = kind === undefined ? {} : { kind };
      expect(await post('/api/topics/check', { topic }), topic).to.deep.equal(expected);
      expect((await post<Story>('/api/stories', { topic })).kind, topic).to.equal(kind);
    }
  });

  it('says what a script would become before anything is made', async () => {
    const long =
      'An octopus has three hearts, two for the gills and one for the rest of its soft body. When it swims, the main heart stops. That is why it would rather crawl over the sand and between the stones.';
    const script = {
      title: 'Hearts',
      language: 'en',
      scenes: [
        { narration: long, visual: 'an octopus' },
        { narration: 'Three hearts \u{10FFFD} beat.', visual: 'hearts' },
      ],
    };
    const review = await post<Review>('/api/scripts/check', { script, aspects: ['9:16', '1:1'] });
    const [first, second] = review.scenes;
    expect(first?.seconds).to.be.within(9, 15);
    expect(review.seconds).to.be.closeTo((first?.seconds ?? 0) + (second?.seconds ?? 0), 0.2);
    expect(review.makeSeconds).to.equal(Math.round(review.seconds * 0.5 * 1.5));
    expect(review.costUsd).to.be.closeTo(0.01 + review.seconds * 0.001, 0.001);
    const [tooLong] = first?.warnings ?? [];
    expect(tooLong?.code).to.equal('too-long');
    expect(long.slice(tooLong?.splitAt)).to.match(/^When it swims/);
    expect(second?.warnings.map(({ code, chars }) => [code, chars])).to.deep.equal([
      ['glyph', ['\u{10FFFD}']],
    ]);
  });

  it('finds where a long sentence splits when there is one sentence only', async () => {
    const narration = `${'very '.repeat(30)}old trees, ${'very '.repeat(30)}young trees`;
    const script = { title: 'T', language: 'en', scenes: [{ narration, visual: 'trees' }] };
    const { scenes } = await post<Review>('/api/scripts/check', { script });
    expect(narration.slice(scenes[0]?.warnings[0]?.splitAt)).to.match(/^very .*young/);
    const breathless = { ...script, scenes: [{ narration: 'very '.repeat(80).trim(), visual: 'x' }] };
    const [warning] =
      (await post<Review>('/api/scripts/check', { script: breathless })).scenes[0]?.warnings ?? [];
    expect(warning).to.include({ code: 'too-long' }).and.not.to.have.property('splitAt');
  });

  it('offers what there is to choose from', async () => {
    const options = (await (await app.fetch('/api/options')).json()) as {
      voices: { id: string; languages: string[] }[];
      languages: { tag: string; label: string }[];
      offline: object;
      limits: Record<string, number>;
    };
    expect(options.voices.length).to.be.greaterThan(5);
    expect(options.languages).to.deep.include({ tag: 'de', label: 'Deutsch' });
    expect(options.languages.map(({ tag }) => tag)).to.include.members(['en', 'es', 'fr', 'hi', 'ar', 'zh']);
    expect(options.offline).to.deep.equal({ llm: true, image: true, voice: true });
    expect(options.limits).to.include({
      minSeconds: 10,
      maxSeconds: 180,
      scenes: 40,
      imageBytes: 30_000_000,
    });
  });
});
