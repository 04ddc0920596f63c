import type { JobJson, JobListJson, OptionsJson, ProblemJson } from '@shortfactory/contract';
import { LimitReached, ProviderFailed, StorageFailed } from '@shortfactory/core';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const SCRIPT = {
  title: 'Three hearts',
  language: 'en',
  scenes: [{ narration: 'An octopus has three hearts.', visual: 'an octopus in the deep sea' }],
};

describe('videos over HTTP', () => {
  let app: ServedApp;
  const token = visitorToken();
  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev' } });
  });
  after(() => app.stop());

  const make = async (json: unknown = { topic: 'why the sky is blue' }, headers = {}) => {
    const answer = await app.fetch('/api/videos', { json, token, headers });
    return { answer, job: (await answer.json()) as JobJson };
  };
  const problem = async (answer: Response): Promise<ProblemJson> => {
    expect(answer.headers.get('content-type')).to.equal('application/problem+json');
    const json = (await answer.json()) as ProblemJson;
    expect(json.status).to.equal(answer.status);
    expect(json.instance).to.equal(`/requests/${answer.headers.get('x-request-id')}`);
    return json;
  };

  it('tells a topic in its own language, and where it does not say one in the caller’s', async () => {
    const languageOf = async (topic: string, accept: string): Promise<string | undefined> => {
      const answer = await app.fetch('/api/videos', {
        json: { topic },
        token,
        headers: { 'accept-language': accept },
      });
      return ((await answer.json()) as JobJson).settings.language;
    };
    expect(await languageOf('Warum Brot im Ofen aufgeht', 'en')).to.equal('de');
    expect(await languageOf('São Paulo', 'de-AT, en;q=0.5')).to.equal('de');
  });

  it('takes a topic and answers at once with the job and where it is', async () => {
    const { answer, job } = await make();
    expect(answer.status).to.equal(202);
    expect(answer.headers.get('location')).to.equal(`/api/videos/${job.id}`);
    expect(answer.headers.get('cache-control')).to.equal('no-store');
    expect(job).to.deep.include({ status: 'queued', topic: 'why the sky is blue', mine: true, percent: 0 });
    expect(job.settings).to.deep.equal({ seconds: 30, aspects: ['9:16'], language: 'en' });
    expect(JSON.stringify(job)).not.to.contain('visitor:');
  });

  it('takes a look by its name or as data, and has it in the job with what it says of the rest', async () => {
    const { job } = await make({ topic: 'why the sky is blue', look: 'playground', speed: 0.9 });
    expect(job.settings).to.deep.include({ imageStyle: 'flat', track: 'hopscotch', speed: 0.9 });
    expect(job.settings.look).to.deep.include({ version: 1, name: 'Playground' });
    const look = { version: 1, captions: { style: 'calm', plate: null, position: 'top' } };
    const own = await make({ script: SCRIPT, look });
    expect(own.job.settings.look).to.deep.equal(look);
    expect(own.job.settings).to.not.have.property('track');
    const options = (await (await app.fetch('/api/options')).json()) as OptionsJson;
    expect(options.captionStyles).to.include('underline');
    expect(options.looks.find(({ id }) => id === 'playground')?.look).to.deep.equal(job.settings.look);
  });

  it('takes an edited script and gives it back word for word', async () => {
    const { job } = await make({ script: SCRIPT, aspects: ['9:16', '1:1'], voice: 'nora' });
    expect(job.script).to.deep.equal(SCRIPT);
    // About as long as it is: nothing else was said.
    expect(job.settings).to.deep.equal({ seconds: 3, aspects: ['9:16', '1:1'], voice: 'nora' });
  });

  it('takes a script as text, and says what of it is not spoken', async () => {
    const text =
      'Title: Hearts\n\nScene 1 (0–3s)\nVisual: an octopus\nVO: It has three hearts.\n\n#sea #facts';
    const { answer, job } = await make({ script: text, language: 'en' });
    expect(answer.status).to.equal(202);
    expect(job.script).to.deep.equal({
      title: 'Hearts',
      language: 'en',
      description: 'It has three hearts. #sea #facts',
      scenes: [{ narration: 'It has three hearts.', visual: 'an octopus' }],
    });
    expect(job.degraded).to.deep.equal(['3 labels and directions and 2 hashtags were not spoken.']);
  });

  it('keeps the length that subtitles have', async () => {
    const { job } = await make({
      script: '1\n00:00:00,000 --> 00:00:07,000\nIt has three hearts.',
      language: 'en',
    });
    expect(job.settings.seconds).to.equal(7);
  });

  const REFUSED: readonly [what: string, body: object, pointer: string, detail: RegExp][] = [
    ['a text without words', { script: '[MUSIC]\n\n#sea #sand' }, '/script', /nothing that can be spoken/],
    ['a text of too many words', { script: 'word '.repeat(800) }, '/script', /800 words; the most is 700/],
    [
      'a scene that shows nothing',
      { script: { ...SCRIPT, scenes: [{ narration: 'x' }] } },
      '/script/scenes/0/visual',
      /is missing .* or an upload/,
    ],
    [
      'a language beside a script that says its own',
      { script: SCRIPT, language: 'en' },
      '/language',
      /not a known field/,
    ],
  ];
  for (const [what, body, pointer, detail] of REFUSED) {
    it(`refuses ${what}, with a pointer`, async () => {
      const answer = await app.fetch('/api/videos', { json: body, token });
      expect(answer.status).to.be.oneOf([400, 422]);
      const { errors } = await problem(answer);
      expect(errors?.map((each) => each.pointer)).to.deep.equal([pointer]);
      expect(errors?.[0]?.detail).to.match(detail);
    });
  }

  it('keeps the length that a script was written for', async () => {
    const { job } = await make({ script: SCRIPT, seconds: 45 });
    expect(job.settings).to.deep.equal({ seconds: 45, aspects: ['9:16'] });
  });

  it('lets anyone with the id look, and says whose it is', async () => {
    const { job } = await make();
    for (const [who, mine] of [
      [token, true],
      [visitorToken(), false],
    ] as const) {
      const seen = await app.fetch(`/api/videos/${job.id}`, { token: who });
      expect(seen.status).to.equal(200);
      expect(await seen.json()).to.deep.include({ id: job.id, mine });
    }
  });

  it('lists only what is one’s own, newest first, page by page', async () => {
    const own = visitorToken();
    const ids: string[] = [];
    for (const topic of ['one', 'two', 'three']) {
      const answer = await app.fetch('/api/videos', { json: { topic }, token: own });
      ids.unshift(((await answer.json()) as JobJson).id);
    }
    const first = (await (await app.fetch('/api/videos?limit=2', { token: own })).json()) as JobListJson;
    expect(first.videos.map(({ id }) => id)).to.deep.equal(ids.slice(0, 2));
    const rest = (await (
      await app.fetch(`/api/videos?limit=2&cursor=${first.next}`, { token: own })
    ).json()) as JobListJson;
    expect(rest.videos.map(({ id }) => id)).to.deep.equal(ids.slice(2));
    expect(rest.next).to.equal(undefined);
    expect(
      ((await (await app.fetch('/api/videos?q=two', { token: own })).json()) as JobListJson).videos,
    ).to.have.length(1);
    const failed = (await (
      await app.fetch('/api/videos?status=failed', { token: own })
    ).json()) as JobListJson;
    expect(failed.videos).to.deep.equal([]);
  });

  it('lets only the owner cancel, retry and remove', async () => {
    const { job } = await make();
    const other = visitorToken();
    expect((await app.fetch(`/api/videos/${job.id}`, { method: 'DELETE', token: other })).status).to.equal(
      403,
    );
    const cancelled = await app.fetch(`/api/videos/${job.id}`, { method: 'DELETE', token });
    expect(cancelled.status).to.equal(200);
    expect(await cancelled.json()).to.deep.include({ status: 'cancelled' });
    expect((await app.fetch(`/api/videos/${job.id}/retry`, { method: 'POST', token })).status).to.equal(409);
    app.jobs.move(job.id, { status: 'failed' });
    expect(
      (await app.fetch(`/api/videos/${job.id}/retry`, { method: 'POST', token: other })).status,
    ).to.equal(403);
    const retried = await app.fetch(`/api/videos/${job.id}/retry`, { method: 'POST', token });
    expect(retried.status).to.equal(202);
    app.jobs.move(job.id, { status: 'done' });
    expect((await app.fetch(`/api/videos/${job.id}`, { method: 'DELETE', token: other })).status).to.equal(
      403,
    );
    expect((await app.fetch(`/api/videos/${job.id}`, { method: 'DELETE', token })).status).to.equal(204);
    expect((await app.fetch(`/api/videos/${job.id}`)).status).to.equal(404);
  });

  it('gives one job for one key and body, and refuses another body', async () => {
    const key = { 'idempotency-key': '"8e03978e-40d5-43dd-bc93-6894a57f9324"' };
    const first = await make({ topic: 'bees' }, key);
    const again = await make(
      { topic: 'bees' },
      { 'idempotency-key': '8e03978e-40d5-43dd-bc93-6894a57f9324' },
    );
    expect(again.job.id).to.equal(first.job.id);
    expect(first.answer.headers.get('idempotent-replayed')).to.equal(null);
    expect(again.answer.headers.get('idempotent-replayed')).to.equal('true');
    const other = await app.fetch('/api/videos', { json: { topic: 'wasps' }, token, headers: key });
    expect((await problem(other)).type).to.equal('urn:shortfactory:problem:idempotency-mismatch');
    expect(other.status).to.equal(422);
    for (const bad of ['a b', 'x'.repeat(201), '""']) {
      const answer = await app.fetch('/api/videos', {
        json: { topic: 'bees' },
        token,
        headers: { 'idempotency-key': bad },
      });
      expect((await problem(answer)).errors).to.deep.equal([
        { in: 'header', pointer: '/Idempotency-Key', detail: 'is not 1 to 200 visible ASCII characters' },
      ]);
    }
  });

  const refusals: readonly [what: string, json: unknown, pointers: Record<string, string>][] = [
    ['nothing', {}, { '': 'is not an object with topic or script' }],
    ['a list', [], { '': 'is not an object with topic or script' }],
    ['both', { topic: 'a', script: SCRIPT }, { '': 'is not an object with topic or script' }],
    [
      'a misspelt field',
      { topik: 'a', seconds: 30 },
      { '': 'is not an object with topic or script', '/topik': 'is not a known field' },
    ],
    ['an unknown field', { topic: 'a', colour: 1, seconds: 30 }, { '/colour': 'is not a known field' }],
    ['a topic that is a number', { topic: 3 }, { '/topic': 'is not text of 1 to 300 characters' }],
    [
      'a length that no script has',
      { script: SCRIPT, seconds: 601 },
      { '/seconds': 'is not a number of seconds from 1 to 600' },
    ],
    [
      'a scene without a picture',
      { script: { ...SCRIPT, scenes: [...SCRIPT.scenes, { narration: 'x' }] } },
      { '/script/scenes/1/visual': 'is missing (expected text of 1 to 600 characters, or an upload)' },
    ],
    [
      'an upload of the store',
      { script: { ...SCRIPT, scenes: [{ ...SCRIPT.scenes[0], upload: '../../etc/passwd' }] } },
      { '/script/scenes/0/upload': 'is not the name of an upload' },
    ],
    [
      'an upload that is not there',
      { script: { ...SCRIPT, scenes: [{ ...SCRIPT.scenes[0], upload: `uploads/${'a'.repeat(40)}` }] } },
      { '/script/scenes/0/upload': 'names an upload that is not there; send its bytes first' },
    ],
    ['too long', { topic: 'a', seconds: 900 }, { '/seconds': 'is not a number of seconds from 10 to 180' }],
    [
      'a look that there is none of',
      { topic: 'a', look: 'neon' },
      {
        '/look':
          'is not one of "newsstand", "midnight", "playground", "field-notes", "library-card", "silent-film", "chalkboard", "matchday", or a look as an object',
      },
    ],
    [
      'a look of a later version, with a field of it',
      { topic: 'a', look: { version: 2, captions: { style: 'pop', glow: 1 } } },
      {
        '/look/version': 'is not a version that this release reads (expected 1)',
        '/look/captions/glow': 'is not a known field',
      },
    ],
    [
      'a look without its version',
      { topic: 'a', look: { captions: { style: 'pop' } } },
      { '/look/version': 'is missing (expected 1)' },
    ],
    [
      'an unknown voice of a look',
      { topic: 'a', look: { version: 1, voice: 'hal' } },
      { '/look/voice': 'there is no voice "hal"; GET /api/options lists them' },
    ],
    ['an aspect twice', { topic: 'a', aspects: ['1:1', '1:1'] }, { '/aspects': 'names an aspect twice' }],
    [
      'an unknown voice',
      { topic: 'a', voice: 'hal' },
      { '/voice': 'there is no voice "hal"; GET /api/options lists them' },
    ],
    [
      'a language without a voice',
      { script: { ...SCRIPT, language: 'tlh' } },
      { '/script/language': 'none of the voices speaks Klingon' },
    ],
    [
      'a topic in a language without a voice',
      { topic: 'របៀបធ្វើនំ' },
      { '/topic': 'none of the voices speaks Khmer' },
    ],
    [
      'a script that says another language than its letters',
      { script: { ...SCRIPT, language: 'en', scenes: [{ narration: 'របៀបធ្វើនំប៉័ង', visual: 'bread' }] } },
      {
        '/script/language':
          'is English, and the scenes are written in Khmer letters; the language that they are in was expected',
      },
    ],
    [
      'a scene in letters without a font',
      { script: { ...SCRIPT, scenes: [SCRIPT.scenes[0], { narration: 'བོད་སྐད', visual: 'a yak' }] } },
      { '/script/scenes/1/narration': 'none of the caption fonts has Tibetan letters' },
    ],
    [
      'the address of a page as a topic',
      { topic: 'https://example.net/bread' },
      {
        '/topic':
          'is the address of a page, which is not read; say what the short is about, or paste the text as a script',
      },
    ],
  ];
  for (const [what, json, pointers] of refusals) {
    it(`refuses ${what}, and says where`, async () => {
      const answer = await app.fetch('/api/videos', { json, token });
      expect(answer.status).to.equal(400);
      const { errors = [] } = await problem(answer);
      expect(Object.fromEntries(errors.map(({ pointer, detail }) => [pointer, detail]))).to.deep.equal(
        pointers,
      );
      expect(errors.every((each) => each.in === 'body')).to.equal(true);
    });
  }

  for (const [query, pointer] of [
    ['limit=0', '/limit'],
    ['limit=101', '/limit'],
    ['limit=1&limit=2', '/limit'],
    ['cursor=%00', '/cursor'],
    ['cursor=none', '/cursor'],
    ['status=asleep', '/status'],
    ['page=2', '/page'],
  ] as const) {
    it(`refuses the query ${query}`, async () => {
      const answer = await app.fetch(`/api/videos?${query}`, { token });
      expect(answer.status).to.equal(400);
      expect((await problem(answer)).errors?.map((each) => [each.in, each.pointer])).to.deep.equal([
        ['query', pointer],
      ]);
    });
  }

  it('says nothing of the inside when the inside fails', async () => {
    const faults: [Error, number][] = [
      [new StorageFailed('The folder /secret/place is full.'), 503],
      [new ProviderFailed('key=sesame refused', { retryable: true }), 503],
      [new ProviderFailed('key=sesame refused', { retryable: false }), 502],
      [new Error('secret place'), 500],
    ];
    for (const [fault, status] of faults) {
      app.jobs.fault = fault;
      const answer = await app.fetch(`/api/videos/${'A'.repeat(26)}`);
      expect(answer.status).to.equal(status);
      const text = JSON.stringify(await problem(answer));
      expect(text).not.to.match(/secret|sesame/);
      if (status === 503) expect(Number(answer.headers.get('retry-after'))).to.be.greaterThan(0);
      const line = app.lines.findLast(({ level }) => level === 'error');
      expect(line?.error).to.equal(fault);
      expect(line?.requestId).to.equal(answer.headers.get('x-request-id'));
    }
  });

  it('passes on when to come back after a limit', async () => {
    app.jobs.fault = new LimitReached('20 videos are under way already.', 40);
    const answer = await app.fetch('/api/videos', { json: { topic: 'a' }, token });
    expect(answer.status).to.equal(429);
    expect(answer.headers.get('retry-after')).to.equal('40');
    expect(await problem(answer)).to.deep.include({
      detail: '20 videos are under way already.',
      retryAfterSeconds: 40,
    });
  });

  it('breaks loudly outside of prod when an answer breaks the contract', async () => {
    const { job } = await make();
    app.jobs.move(job.id, { percent: 'half' as never });
    expect((await app.fetch(`/api/videos/${job.id}`)).status).to.equal(500);
    expect(String(app.lines.findLast(({ level }) => level === 'error')?.error)).to.contain('/percent');
  });
});
