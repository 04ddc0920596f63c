import type { LinkJson, LinkListJson, SharedJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';
import { VIDEO_BYTES, finishedVideo } from './support/finished-video.ts';

const TITLE = 'Why octopuses have three hearts';
const DAY_MS = 86_400_000;

describe('links to a video', () => {
  let app: ServedApp;
  let id: string;
  const token = visitorToken();
  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev' } });
  });
  beforeEach(async () => {
    id = await finishedVideo(app, TITLE, { token });
  });
  after(() => app.stop());

  const make = async (wanted: object = {}, of = id): Promise<LinkJson & { token: string }> => {
    const answer = await app.fetch(`/api/videos/${of}/links`, { json: wanted, token });
    expect(answer.status, await answer.clone().text()).to.equal(201);
    return (await answer.json()) as LinkJson & { token: string };
  };
  const list = async (): Promise<LinkListJson['links']> =>
    ((await (await app.fetch(`/api/videos/${id}/links`, { token })).json()) as LinkListJson).links;
  const ended = async (path: string): Promise<string> => {
    const answer = await app.fetch(path);
    const { status, type, title, detail } = (await answer.json()) as Record<string, unknown>;
    expect(answer.status).to.equal(404);
    return JSON.stringify({ status, type, title, detail });
  };

  it('show the video to anybody, whole and in parts, and nothing says which one it is', async () => {
    const link = await make({ days: 14 });
    const base = `/api/shared/${link.token}`;
    const answer = await app.fetch(base);
    expect(answer.headers.get('x-robots-tag')).to.equal('noindex');
    const shared = (await answer.json()) as SharedJson;
    expect(shared).to.deep.include({
      title: TITLE,
      language: 'en',
      download: false,
      text: [`About ${TITLE}.`],
    });
    const seen = [JSON.stringify(shared), link.token];
    for (const path of [shared.outputs[0]?.url ?? '', shared.poster, shared.captions]) {
      const file = await app.fetch(path);
      expect(file.status, path).to.equal(200);
      expect(file.headers.get('cache-control')).to.equal('private, no-cache');
      seen.push(JSON.stringify([...file.headers]), Buffer.from(await file.arrayBuffer()).toString('latin1'));
    }
    const range = await app.fetch(`${base}/file`, { headers: { range: 'bytes=10-19' } });
    expect(range.status).to.equal(206);
    expect(Buffer.from(await range.arrayBuffer()).equals(VIDEO_BYTES.subarray(10, 20))).to.equal(true);
    for (const text of [...seen, Buffer.from(link.token, 'base64url').toString('latin1')])
      expect(text).not.to.include(id);
  });

  it('end at the end of their last day, a year away at most, and may be asked for by day', async () => {
    const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
    const until = day(Date.now() + 30 * DAY_MS);
    expect((await make({ until })).endsAt).to.equal(`${until}T23:59:59.999Z`);
    expect((await make()).endsAt).to.equal(`${day(Date.now() + 14 * DAY_MS)}T23:59:59.999Z`);
    for (const [json, sentence] of [
      [{ days: 366 }, '/days is more than a year (365 days)'],
      [{ until: day(Date.now() - DAY_MS) }, '/until: is over already'],
      [{ until: day(Date.now() + 400 * DAY_MS) }, '/until: is more than a year away'],
      [{ until: '2027-02-30' }, '/until'],
      [{ days: 1, until }, '/until: cannot be given beside days'],
      [{ download: 'yes' }, '/download'],
    ] as const) {
      const refused = await app.fetch(`/api/videos/${id}/links`, { json, token });
      expect(refused.status, sentence).to.equal(400);
      expect(await refused.text()).to.include(sentence);
    }
  });

  it('that are revoked, of a video that is gone, made up or cut are answered alike', async () => {
    const gone = await finishedVideo(app, 'gone', { token });
    const [revoked, orphan] = [await make(), await make({}, gone)];
    const live = await make();
    const path = `/api/videos/${id}/links/${revoked.id}`;
    expect((await app.fetch(path, { method: 'DELETE', token })).status).to.equal(204);
    expect((await app.fetch(`/api/videos/${gone}`, { method: 'DELETE', token })).status).to.equal(204);
    const said = new Set<string>();
    for (const each of [revoked.token, orphan.token, live.token.slice(0, -1), `${live.token}A`, 'x', id, 'ü'])
      for (const rest of ['', '/file', '/file?download=1', '/poster', '/captions.vtt'])
        said.add(await ended(`/api/shared/${encodeURIComponent(each)}${rest}`));
    // Neither does a link that may not be saved.
    said.add(await ended(`/api/shared/${live.token}/file?download=1`));
    expect([...said]).to.have.length(1);
    expect((await list()).map(({ state }) => state)).to.deep.equal(['revoked', 'live']);
    expect(JSON.stringify(await list())).not.to.include(revoked.token);
    const saved = await make({ download: true });
    expect(
      (await app.fetch(`/api/shared/${saved.token}/file?download=1`)).headers.get('content-disposition'),
    ).to.match(/^attachment/);
  });

  it('are made, seen and ended by the owner of the video alone', async () => {
    const { id: link } = await make();
    for (const other of [visitorToken(), undefined])
      for (const [method, path, json] of [
        ['GET', `/api/videos/${id}/links`, undefined],
        ['POST', `/api/videos/${id}/links`, {}],
        ['DELETE', `/api/videos/${id}/links/${link}`, undefined],
      ] as const) {
        const init = { method, ...(json && { json }), ...(other === undefined ? {} : { token: other }) };
        expect((await app.fetch(path, init)).status, path).to.equal(other === undefined ? 401 : 403);
      }
    expect(await list()).to.have.length(1);
    const running = (await (await app.fetch('/api/videos', { json: { topic: 'x' }, token })).json()) as {
      id: string;
    };
    expect((await app.fetch(`/api/videos/${running.id}/links`, { json: {}, token })).status).to.equal(404);
  });

  it('are 50 at most, and count who plays them, without a cookie', async () => {
    const { token: shared } = await make();
    for (const range of [undefined, 'bytes=0-', 'bytes=0-1', 'bytes=500-'])
      await app.fetch(`/api/shared/${shared}/file`, { headers: range === undefined ? {} : { range } });
    expect((await app.fetch(`/api/shared/${shared}/file`)).headers.get('set-cookie')).to.equal(null);
    await app.links.drain();
    expect((await list())[0]).to.deep.include({ watched: 3 });
    for (let i = 1; i < 50; i++) await make();
    const full = await app.fetch(`/api/videos/${id}/links`, { json: {}, token });
    expect(full.status).to.equal(429);
    expect(await full.json()).to.include({ detail: '50 links are the most; revoke one first.' });
  });
});
