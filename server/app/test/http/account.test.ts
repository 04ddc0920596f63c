import type { DeletionStateJson, ExportJson, JobListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { unzipSync } from 'fflate';
import { visitorOwner } from '../../http/identity/authenticate.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';
import { VIDEO_BYTES, finishedVideo } from './support/finished-video.ts';

const HOUR_MS = 3_600_000;
const TITLE = 'Why octopuses have three hearts';

describe('all that one has', () => {
  let app: ServedApp;
  const [ada, ben] = [visitorToken(), visitorToken()];

  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev', WEBHOOK_HTTP: 'false' } });
    await finishedVideo(app, TITLE, { token: ada });
    await finishedVideo(app, 'Why ice floats', { token: ben });
    await app.fetch('/api/videos', { token: ada, json: { topic: 'Why stars twinkle' } });
    for (const token of [ada, ben])
      await app.fetch('/api/webhooks', { token, json: { url: 'https://example.org/hook' } });
    await app.fetch('/api/batches?name=Ocean', {
      ...{ method: 'POST', token: ada, headers: { 'content-type': 'text/csv' } },
      body: 'topic\nWhy the sea is salty\n',
    });
    await app.batches.settled();
    const { usage, ownerHash } = app;
    const owner = visitorOwner(ada, undefined);
    await usage.admit(owner, { id: 'one', ownerHash: ownerHash(owner), costUsd: 0 });
  });
  after(() => app.stop());

  const videosOf = async (token: string): Promise<number> =>
    ((await (await app.fetch('/api/videos', { token })).json()) as JobListJson).videos.length;

  describe('to take along', () => {
    const exported = async (token: string): Promise<Record<string, Buffer>> => {
      const part = (await (await app.fetch('/api/account/export', { token })).json()) as ExportJson;
      const answer = await app.fetch(part.url, { token });
      expect(answer.headers.get('content-length')).to.equal(String(part.bytes));
      const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
      return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, Buffer.from(bytes)]));
    };

    it('is a folder a video with its files and record, and all else in one file, without secrets', async () => {
      const files = await exported(ada);
      const names = Object.keys(files);
      const film = names.find((name) => name.endsWith('video 9x16.mp4')) ?? '';
      expect(film).to.match(
        /^videos\/Why octopuses have three hearts \d{4}-\d\d-\d\d \w{6}\/video 9x16\.mp4$/,
      );
      expect(files[film]?.equals(VIDEO_BYTES)).to.equal(true);
      const folder = film.slice(0, film.lastIndexOf('/'));
      for (const file of ['video.json', 'captions.srt', 'poster.jpg'])
        expect(names).to.include(`${folder}/${file}`);
      expect(JSON.parse(String(files[`${folder}/video.json`]))).to.nested.include({
        title: TITLE,
        'script.scenes[0].narration': `About ${TITLE}.`,
      });
      // Those that are not finished have their record.
      expect(names.filter((name) => name.endsWith('/video.json'))).to.have.length(3);
      const account = JSON.parse(String(files['account.json'])) as Record<string, object[]>;
      expect(account['batches']).to.have.length(1);
      expect(account['webhooks']).to.have.nested.property('[0].url', 'https://example.org/hook');
      expect(account['usage']).to.have.length(1);
      const all = Buffer.concat(Object.values(files)).toString('latin1');
      for (const secret of ['whsec_', 'ownerHash', app.ownerHash(visitorOwner(ada, undefined))])
        expect(all, secret).not.to.include(secret);
      expect(all).not.to.include('ice floats');
    });

    it('goes on where a download was cut, and begins anew once something has changed', async () => {
      const whole = Buffer.from(
        await (await app.fetch('/api/account/export.zip', { token: ada })).arrayBuffer(),
      );
      const first = await app.fetch('/api/account/export.zip', { token: ada });
      const etag = first.headers.get('etag') ?? '';
      await first.body?.cancel();
      const rest = { range: 'bytes=500-', 'if-range': etag };
      const resumed = await app.fetch('/api/account/export.zip', { token: ada, headers: rest });
      expect(resumed.status).to.equal(206);
      expect(Buffer.from(await resumed.arrayBuffer()).equals(whole.subarray(500))).to.equal(true);
      await app.fetch('/api/videos', { token: ada, json: { topic: 'Another one' } });
      const anew = await app.fetch('/api/account/export.zip', { token: ada, headers: rest });
      expect(anew.status).to.equal(200);
      await anew.body?.cancel();
    });

    it('of a hundred and more videos comes in several archives', async () => {
      const token = visitorToken();
      for (let i = 0; i < 101; i++) await app.fetch('/api/videos', { token, json: { topic: `Topic ${i}` } });
      const seen: number[] = [];
      for (let next: string | undefined = ''; next !== undefined;) {
        const query = next === '' ? '' : `?cursor=${next}`;
        const part = (await (await app.fetch(`/api/account/export${query}`, { token })).json()) as ExportJson;
        seen.push(part.videos);
        next = part.next;
      }
      expect(seen.reduce((sum, videos) => sum + videos, 0)).to.equal(101);
      expect(seen.length).to.be.above(1);
      const wrong = await app.fetch('/api/account/export?cursor=x', { token });
      expect(wrong.status).to.equal(400);
    });
  });

  describe('to delete', () => {
    const ask = (token: string, confirm: unknown = 'delete everything'): Promise<Response> =>
      app.fetch('/api/account/deletion', { token, json: { confirm } });
    const state = async (token: string): Promise<DeletionStateJson['deletion']> =>
      ((await (await app.fetch('/api/account/deletion', { token })).json()) as DeletionStateJson).deletion;

    it('needs the words, and a person or a visitor', async () => {
      for (const wrong of ['', 'yes', null, 'Delete everything']) {
        const answer = await ask(ada, wrong);
        expect(answer.status, `${wrong}`).to.equal(400);
        expect(((await answer.json()) as { detail: string }).detail).to.match(/"delete everything"/);
      }
      expect(await state(ada)).to.equal(undefined);
      expect(
        (await app.fetch('/api/account/deletion', { json: { confirm: 'delete everything' } })).status,
      ).to.equal(401);
      const none = await app.fetch('/api/account/deletion', { method: 'DELETE', token: ada });
      expect(none.status).to.equal(404);
    });

    it('is taken back within a day, and nothing was touched', async () => {
      expect((await ask(ada)).status).to.equal(202);
      const asked = await state(ada);
      expect(Date.parse(asked?.dueAt ?? '') - Date.parse(asked?.askedAt ?? '')).to.equal(24 * HOUR_MS);
      await app.deleteDue(23 * HOUR_MS);
      expect(await state(ada)).to.deep.equal(asked);
      expect((await app.fetch('/api/account/deletion', { method: 'DELETE', token: ada })).status).to.equal(
        204,
      );
      await app.deleteDue(25 * HOUR_MS);
      expect(await videosOf(ada)).to.equal(4);
    });

    it('takes all of it, and nothing of anybody else', async () => {
      expect((await ask(ada)).status).to.equal(202);
      await app.deleteDue(25 * HOUR_MS);
      expect(await state(ada)).to.equal(undefined);
      expect(await videosOf(ada)).to.equal(0);
      for (const path of ['/api/batches', '/api/webhooks']) {
        const body = (await (await app.fetch(path, { token: ada })).json()) as Record<string, unknown[]>;
        expect(Object.values(body)[0], path).to.deep.equal([]);
      }
      const hash = app.ownerHash(visitorOwner(ada, undefined));
      const left = await app.store.list('', { limit: 1000 });
      expect(left.filter((name) => name.includes(hash) && !name.startsWith('owners/'))).to.deep.equal([]);
      expect(await videosOf(ben)).to.equal(1);
      const hooks = (await (await app.fetch('/api/webhooks', { token: ben })).json()) as {
        webhooks: unknown[];
      };
      expect(hooks.webhooks).to.have.length(1);
    });
  });
});
