import { randomBytes } from 'node:crypto';
import type { PublicationJson } from '@shortfactory/contract';
import { startYouTube } from '@shortfactory/testing/fakes/youtube';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const FILM = randomBytes(1_200_000);
const BACK = 'http://localhost:3000/youtube/callback';
const SCENES = [{ narration: 'Three hearts, and blue blood.', visual: 'An octopus.' }];
const SCRIPT = { title: 'Why octopuses have three hearts', language: 'en', scenes: SCENES };

interface Answered {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

describe('publishing over HTTP', () => {
  let app: ServedApp;
  let google: Awaited<ReturnType<typeof startYouTube>>;
  const [ada, bob] = [visitorToken(), visitorToken()];
  beforeEach(async () => {
    google = await startYouTube();
    const { id, secret } = google.youtube.client;
    app = await serveApp({
      env: {
        APP_ENV: 'dev',
        YOUTUBE_CLIENT_ID: id,
        YOUTUBE_CLIENT_SECRET: secret,
        YOUTUBE_BASE_URL: google.base,
      },
      secrets: { YOUTUBE_CLIENT_SECRET: secret },
    });
  });
  afterEach(async () => {
    await app.stop();
    await google.stop();
  });

  const ask = async (
    path: string,
    { token = ada, ...init }: Parameters<ServedApp['fetch']>[1] = {},
  ): Promise<Answered> => {
    const answer = await app.fetch(path, { token, ...init });
    const text = await answer.text();
    return { status: answer.status, body: (text === '' ? {} : JSON.parse(text)) as Answered['body'] };
  };
  /** A finished video of Ada's. */
  const finished = async (): Promise<string> => {
    const { body } = await ask('/api/videos', { json: { script: SCRIPT } });
    const id = String(body['id']);
    await app.store.create('videos/film', { bytes: FILM });
    await app.store.create('videos/poster', { bytes: Buffer.from('a picture') });
    const output = { aspect: '9:16', object: 'videos/film', bytes: FILM.length, seconds: 5 };
    app.jobs.move(id, {
      status: 'done',
      outputs: [{ ...output, generation: '1', crc32c: '', widthPx: 1080, heightPx: 1920 } as never],
      short: {
        ...{ title: SCRIPT.title, language: 'en', description: 'Two for the <gills>. #octopus' },
        ...{ script: SCRIPT, outputs: [], poster: 'videos/poster', degraded: [], offline: [] },
      } as never,
    });
    return id;
  };
  const connect = async (token = ada, video?: string): Promise<Answered> => {
    const asked = await ask('/api/publishers/youtube/connect', {
      ...{ token, json: { redirectUri: BACK, ...(video !== undefined && { video }) } },
    });
    const back = google.youtube.consent(String(asked.body['url']));
    expect(`${back.origin}${back.pathname}`).to.equal(BACK);
    return ask('/api/publishers/youtube/connection', { token, json: Object.fromEntries(back.searchParams) });
  };
  const until = async (id: string, state: string): Promise<PublicationJson> => {
    for (;;) {
      const { body } = await ask(`/api/publications/${id}`);
      if (body['state'] === state) return body as unknown as PublicationJson;
      expect(['waiting', 'sending', state]).to.include(body['state']);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };

  it('sends a video with the words of its kit, once, and shows how far it is', async () => {
    const id = await finished();
    const connected = await connect(ada, id);
    expect(connected).to.deep.include({ status: 200 });
    expect(connected.body).to.include({ name: 'youtube', video: id });
    expect(connected.body['channel']).to.include({ name: 'Marine Minute' });
    const first = await ask(`/api/videos/${id}/publications`, { json: {} });
    const again = await ask(`/api/videos/${id}/publications`, { json: {} });
    expect([first.status, again.status]).to.deep.equal([202, 202]);
    expect(again.body['id']).to.equal(first.body['id']);
    const sent = await until(String(first.body['id']), 'sent');
    expect(sent).to.include({ percent: 100, privacy: 'private', channel: 'Marine Minute', video: id });
    const [video] = google.youtube.videos;
    expect(sent.url).to.equal(`https://youtu.be/${video?.id ?? ''}`);
    expect(video?.bytes.equals(FILM)).to.equal(true);
    expect(video?.snippet).to.include({
      ...{ title: SCRIPT.title, defaultLanguage: 'en' },
      description: 'Two for the ‹gills›.\n\n#octopus',
    });
    expect([google.youtube.videos.length, google.youtube.violations]).to.deep.equal([1, []]);
    const { body } = await ask(`/api/videos/${id}/publications`);
    expect((body['publications'] as PublicationJson[]).map((each) => each.id)).to.deep.equal([sent.id]);
    const conflict = await ask(`/api/videos/${id}/publications`, { json: { title: 'Another' } });
    expect([conflict.status, conflict.body['detail']]).to.deep.equal([
      ...[409, 'This video is on YouTube already; change it there.'],
    ]);
  });

  it('shows nothing of an owner to another, and takes nobody’s answer for somebody else', async () => {
    const id = await finished();
    await connect();
    const { body } = await ask(`/api/videos/${id}/publications`, { json: { at: '2099-01-01T00:00:00Z' } });
    expect(body['detail']).to.equal('/at: is more than a year away');
    const at = new Date(Date.now() + 3_600_000).toISOString();
    const made = await ask(`/api/videos/${id}/publications`, { json: { at } });
    const path = `/api/publications/${String(made.body['id'])}`;
    for (const [of, method] of [
      [path, 'GET'],
      [path, 'DELETE'],
      [`${path}/retry`, 'POST'],
      [`/api/videos/${id}/publications`, 'GET'],
    ] as const)
      expect((await ask(of, { method, token: bob })).status, `${method} ${of}`).to.equal(404);
    expect((await ask(`/api/videos/${id}/publications`, { token: bob, json: {} })).status).to.equal(404);
    expect((await ask('/api/publishers', { token: bob })).body).to.deep.equal({
      publishers: [{ name: 'youtube' }],
    });
    const asked = await ask('/api/publishers/youtube/connect', { json: { redirectUri: BACK } });
    const answer = Object.fromEntries(google.youtube.consent(String(asked.body['url'])).searchParams);
    const taken = await ask('/api/publishers/youtube/connection', { token: bob, json: answer });
    expect([taken.status, taken.body['detail']]).to.deep.equal([
      400,
      '/state: was not given to you, or more than 15 minutes ago; connect YouTube again',
    ]);
    const stopped = await ask(path, { method: 'DELETE' });
    expect([stopped.status, stopped.body['state']]).to.deep.equal([200, 'stopped']);
    expect(google.youtube.videos).to.deep.equal([]);
  });

  it('forgets a channel here and at Google', async () => {
    await connect();
    expect(google.youtube.isConnected).to.equal(true);
    const gone = await ask('/api/publishers/youtube', { method: 'DELETE' });
    expect(gone).to.deep.equal({ status: 200, body: { revoked: true } });
    expect(google.youtube.isConnected).to.equal(false);
    expect((await ask('/api/publishers')).body).to.deep.equal({ publishers: [{ name: 'youtube' }] });
    const id = await finished();
    const refused = await ask(`/api/videos/${id}/publications`, { json: {} });
    expect([refused.status, refused.body['detail']]).to.deep.equal([
      ...[409, 'YouTube is not connected; connect it first.'],
    ]);
  });

  it('answers what cannot be with a sentence and its place', async () => {
    const id = await finished();
    await connect();
    const bad = [
      [{ title: 'Hearts < 4' }, '/title: has a “<” or a “>”, which YouTube does not take'],
      [{ title: 'x'.repeat(101) }, '/title: has more than 100 characters'],
      [{ title: ' ' }, '/title: is empty'],
      [
        { tags: ['a'.repeat(99), 'b'.repeat(99), 'c'.repeat(99), 'd'.repeat(99), 'e'.repeat(99)] },
        /^\/tags: have more/,
      ],
      [{ privacy: 'public', publishAt: '2999-01-01T00:00:00Z' }, /^\/publishAt: goes with privacy private/],
      [{ publishAt: '2020-01-01T00:00:00Z' }, '/publishAt: is not after it is sent'],
      [{ publishAt: 'tomorrow' }, /^\/publishAt is not a time such as/],
      [{ privacy: 'friends' }, /^\/privacy is not one of "private", "unlisted", "public"/],
      [{ publisher: 'tiktok' }, /^\/publisher is not "youtube"/],
      [{ madeForKids: 'no' }, /^\/madeForKids is not true or false/],
    ] as const;
    for (const [json, sentence] of bad) {
      const { status, body } = await ask(`/api/videos/${id}/publications`, { json });
      expect(status, JSON.stringify(json)).to.equal(400);
      if (typeof sentence === 'string') expect(body['detail']).to.equal(sentence);
      else expect(body['detail']).to.match(sentence);
    }
    for (const redirectUri of ['http://shorts.example/callback', 'javascript:alert(1)', 'https://a b'])
      expect(
        (await ask('/api/publishers/youtube/connect', { json: { redirectUri } })).status,
        redirectUri,
      ).to.equal(400);
  });

  it('does nothing where no client of Google’s is set up', async () => {
    const bare = await serveApp({ env: { APP_ENV: 'dev' } });
    const answer = await bare.fetch('/api/publishers', { token: ada });
    expect(await answer.json()).to.deep.equal({ publishers: [] });
    const refused = await bare.fetch('/api/publishers/youtube/connect', {
      token: ada,
      json: { redirectUri: BACK },
    });
    expect(refused.status).to.equal(404);
    expect(await refused.json()).to.include({
      detail: 'Nothing is sent from here: YOUTUBE_CLIENT_ID is not set.',
    });
    await bare.stop();
  });

  it('shows no secret in answers, logs and errors', async () => {
    const id = await finished();
    const seen: string[] = [];
    const note = async (answer: Promise<Answered>): Promise<void> =>
      void seen.push(JSON.stringify(await answer));
    await note(connect());
    await note(ask('/api/publishers'));
    google.youtube.fault = ({ headers }) =>
      headers['content-range'] === undefined
        ? undefined
        : { status: 400, json: { error: { message: headers['authorization'] } } };
    const made = await ask(`/api/videos/${id}/publications`, { json: {} });
    const refused = await until(String(made.body['id']), 'refused');
    expect(refused.problem?.sentence).to.match(/^YouTube refused it: /);
    seen.push(JSON.stringify(refused), JSON.stringify(app.lines));
    const code = google.youtube.secrets.filter((each) => !each.startsWith('code'));
    for (const secret of code) expect(seen.join('\n').includes(secret), secret).to.equal(false);
  });
});
