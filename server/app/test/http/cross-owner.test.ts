import { changeObject } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { OPERATIONS } from '@shortfactory/mcp/api';
import { CLIENT_LINES } from '@shortfactory/testing/support/mcp-clients';
import { expect } from 'chai';
import type { AppDeps } from '../../http/app.ts';
import { SCOPES } from '../../http/identity/key-scopes.ts';
import { routesFor } from '../../http/routes/index.ts';
import type { RouteShape } from '../../http/routing/route.ts';
import { finishedVideo } from './support/finished-video.ts';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

/** Stands in everything that Ada has, and may stand in nothing that anybody else is answered. */
const CANARY = 'canary-of-ada';
const VISITOR_KEY = visitorToken();
const named = (subject: string): Record<string, string> => ({
  'x-visitor-key': VISITOR_KEY,
  'x-visitor-address': '198.51.100.1',
  'x-visitor-subject': subject.repeat(43),
});
const [ADA, BEN] = [named('a'), named('b')];

/**
 * Routes without an owner that have something of one: who has the unguessable name in the address may see it. Each is
 * asked here without that name. A new route for anyone stands in one of these lists, or fails.
 */
const BY_NAME = new Set([
  ...[
    'getVideo',
    'watchVideo',
    'getVideoFile',
    'getSrtCaptions',
    'getVttCaptions',
    'getPoster',
    'getIllustration',
  ],
  ...['getKit', 'getKitText', 'getProject', 'getUpload', 'sendUpload', 'getFootagePreview', 'getFootageFilm'],
  ...['getShared', 'getSharedFile', 'getSharedPoster', 'getSharedCaptions'],
]);
const EVERYBODYS = new Set([
  ...['getService', 'getLive', 'getReady', 'getHealth', 'getOpenApi', 'getDocs', 'getOptions', 'listVoices'],
]);

interface Role {
  readonly who: string;
  readonly headers: Record<string, string>;
  /** Whether it acts as Ada, within its scopes. */
  readonly scopes?: readonly string[];
}

describe('what is somebody else’s', () => {
  const shapes = routesFor({
    config: { ROLE: 'all', APP_ENV: 'local', CORS_ORIGINS: [] },
    // What is about the machine, and so about nobody, is left out.
    closing: new AbortController().signal,
  } as unknown as AppDeps).map(({ shape }) => shape);
  let app: ServedApp;
  let roles: Role[];
  let of: Record<string, string>;
  let endedLink: string;
  let pastLink: string;

  const json = async (path: string, body: object, headers = ADA): Promise<Record<string, string>> => {
    const answer = await app.fetch(path, { json: body, headers });
    expect(answer.status, `${path} ${await answer.clone().text()}`).to.be.within(200, 299);
    return (await answer.json()) as Record<string, string>;
  };
  const keyOf = (scopes: readonly string[], headers = ADA) =>
    json('/api/keys', { name: headers === ADA ? CANARY : 'of Ben', scopes }, headers);
  /** As its day comes. */
  const ended = async (object: string, list: 'keys' | 'links', id: string): Promise<void> => {
    await changeObject({ objects: app.versioned, clock: systemClock }, object, (stored) => {
      const record = JSON.parse(Buffer.from(stored?.bytes ?? []).toString()) as Record<
        'keys' | 'links',
        { id: string; endsMs: number }[]
      >;
      const before = record[list];
      const past = before.map((each) => (each.id === id ? { ...each, endsMs: Date.now() - 1000 } : each));
      expect(past).not.to.deep.equal(before);
      return Buffer.from(JSON.stringify({ ...record, [list]: past }));
    });
  };
  const endKey = async (id: string): Promise<void> => {
    for (const name of await app.store.list('people/', { limit: 10 })) {
      const object = await app.versioned.get(name);
      if (Buffer.from(object?.bytes ?? []).includes(id)) await ended(name, 'keys', id);
    }
  };
  const endLink = (video: string, id: string): Promise<void> => ended(`links/${video}`, 'links', id);
  const bearing = (key: string): Record<string, string> => ({ authorization: `Bearer ${key}` });

  before(async () => {
    app = await serveApp({ env: { APP_ENV: 'dev', AUTH: 'oidc', VISITOR_KEY }, secrets: { VISITOR_KEY } });
    const video = await finishedVideo(app, CANARY, { headers: ADA });
    const webhook = await json('/api/webhooks', { url: `https://${CANARY}.example/hook` });
    const batch = await app.fetch(`/api/batches?name=${CANARY}&start=paused`, {
      method: 'POST',
      headers: { ...ADA, 'content-type': 'text/csv' },
      body: `topic\n${CANARY}\n`,
    });
    const [link, ended] = [
      await json(`/api/videos/${video}/links`, {}),
      await json(`/api/videos/${video}/links`, {}),
    ];
    await app.fetch(`/api/videos/${video}/links/${ended['id']}`, { method: 'DELETE', headers: ADA });
    endedLink = ended['token'] ?? '';
    const revoked = await keyOf(['read', 'make', 'manage']);
    await app.fetch(`/api/keys/${revoked['id']}`, { method: 'DELETE', headers: ADA });
    const over = await keyOf(['read', 'make', 'manage']);
    await endKey(over['id'] ?? '');
    const overLink = await json(`/api/videos/${video}/links`, {});
    await endLink(video, overLink['id'] ?? '');
    pastLink = overLink['token'] ?? '';
    const session = '5e'.repeat(16);
    const now = Date.now();
    const begun = await app.fetch(`/api/sessions/${session}`, {
      ...{ method: 'PUT', headers: ADA },
      json: {
        begunAt: new Date(now).toISOString(),
        endsAt: new Date(now + 60_000).toISOString(),
        isNew: true,
      },
    });
    expect(begun.status).to.equal(200);
    const { id: key = '' } = await keyOf(['read']);
    of = {
      ...{ video, key, session, link: link['id'] ?? '', webhook: webhook['id'] ?? '' },
      batch: ((await batch.json()) as { id: string }).id,
    };
    const scoped = async (...scopes: string[]): Promise<Role> => ({
      ...{ who: `a key of Ada's that may ${scopes.join(', ')}`, scopes },
      headers: bearing((await keyOf(scopes))['key'] ?? ''),
    });
    roles = [
      { who: 'a member', headers: BEN },
      {
        who: 'a key of a member',
        headers: bearing((await keyOf(['read', 'make', 'manage'], BEN))['key'] ?? ''),
      },
      { who: 'a visitor', headers: bearing(visitorToken()) },
      { who: 'nobody', headers: {} },
      { who: 'a revoked key of Ada’s', headers: bearing(revoked['key'] ?? '') },
      { who: 'a key of Ada’s that has ended', headers: bearing(over['key'] ?? '') },
      { who: 'a link to Ada’s video that has ended', headers: bearing(overLink['token'] ?? '') },
      { who: 'a link to Ada’s video', headers: bearing(link['token'] ?? '') },
      {
        who: 'a member who says to be an admin, by a page’s own header',
        headers: { ...bearing(visitorToken()), 'x-visitor-role': 'admin' },
      },
      {
        who: 'an admin without proof',
        headers: { ...BEN, 'x-visitor-key': visitorToken(), 'x-visitor-role': 'admin' },
      },
      { who: 'who names Ada without proof', headers: { ...ADA, 'x-visitor-key': visitorToken() } },
      await scoped('read'),
      await scoped('make'),
      await scoped('manage'),
    ];
  });
  after(() => app.stop());

  /** The address of Ada's thing for a route; where its name alone opens it, of one that is not there. */
  const addressOf = ({ id, path }: RouteShape): string => {
    const unknown = BY_NAME.has(id);
    const first = path.split('/')[2] ?? '';
    const own: Record<string, string | undefined> = { videos: of['video'], batches: of['batch'] };
    const thing =
      { ...own, keys: of['key'], sessions: of['session'], webhooks: of['webhook'] }[first] ?? 'f'.repeat(32);
    return path
      .replace(':id', unknown ? '0123456789ABCDEFGHJKMNPQRS' : thing)
      .replace(':link', of['link'] ?? '')
      .replace(':token', endedLink)
      .replace(':delivery', 'f'.repeat(32))
      .replace(':n', '0')
      .replace(/:\w+/g, 'x');
  };
  const ask = (shape: RouteShape, headers: Record<string, string>): Promise<Response> => {
    const { method } = shape;
    const body = shape.body ? { json: bodyFor(shape) } : {};
    return app.fetch(addressOf(shape), { method, headers, ...body });
  };
  const bodyFor = ({ id }: RouteShape): object =>
    id === 'claimVideos' ? { visitor: visitorToken(), videos: [of['video']] } : {};
  /** All that Ada has, as she sees it. */
  const world = async (): Promise<string> => {
    const paths = [
      '/api/videos',
      '/api/webhooks',
      '/api/batches',
      '/api/keys',
      '/api/sessions',
      `/api/videos/${of['video']}/links`,
    ];
    const seen = await Promise.all(
      paths.map(async (path) => (await app.fetch(path, { headers: ADA })).json()),
    );
    // The use of a key is noted.
    return JSON.stringify(seen, (name, value: unknown) => (name === 'lastUsedAt' ? undefined : value));
  };
  const attacked = shapes.filter(
    ({ access, id }) => access !== 'queue' && access !== 'machine' && id !== 'mcp',
  );

  it('is behind an owner, an unguessable name, or is everybody’s, on every route', () => {
    for (const { id, access } of shapes)
      if (access === 'anyone') expect(BY_NAME.has(id) || EVERYBODYS.has(id), id).to.equal(true);
    const known = new Set(shapes.map(({ id }) => id));
    for (const id of [...BY_NAME, ...EVERYBODYS]) expect(known.has(id), id).to.equal(true);
  });

  it('is neither shown nor changed by any route, whoever asks', async () => {
    const before = await world();
    expect(before).to.include(CANARY).and.include(of['session']);
    let asked = 0;
    for (const { who, headers, scopes } of roles)
      for (const shape of attacked) {
        const wanted = SCOPES[shape.id] ?? '';
        // What Ada allowed her own program is hers to do.
        if (scopes?.includes(wanted)) continue;
        const answer = await ask(shape, headers);
        const text = await answer.text();
        asked += 1;
        const what = `${who}: ${shape.method} ${shape.path} answered ${answer.status} ${text.slice(0, 300)}`;
        expect(text, what).not.to.include(CANARY);
        if (scopes && wanted !== 'any') expect(answer.status, what).to.equal(403);
        else if (shape.access === 'operator') expect(answer.status, what).to.be.oneOf([401, 403]);
        else if (shape.params && !EVERYBODYS.has(shape.id))
          expect(answer.status, what).to.be.within(400, 499);
      }
    expect(asked).to.be.greaterThan(roles.length * 40);
    expect(await world()).to.equal(before);
  });

  it('is not shown by a link that was revoked or has ended, alike', async () => {
    const shared = shapes.filter(({ path }) => path.startsWith('/api/shared/'));
    expect(shared.map(({ id }) => id)).to.include.members(['getShared', 'getSharedFile', 'getSharedPoster']);
    for (const { path } of shared) {
      const answers = await Promise.all(
        [endedLink, pastLink].map((token) => app.fetch(path.replace(':token', token))),
      );
      for (const answer of answers) {
        expect(answer.status, path).to.equal(404);
        expect(await answer.text(), path).not.to.include(CANARY);
      }
    }
  });

  it('is neither shown nor changed over MCP, whoever asks', async () => {
    const before = await world();
    const [line] = CLIENT_LINES;
    const calls = {
      list_videos: {},
      get_video: { id: '0123456789ABCDEFGHJKMNPQRS' },
      cancel_video: { id: of['video'] },
      retry_video: { id: of['video'] },
    };
    const operations = {
      list_videos: 'listVideos',
      get_video: 'getVideo',
      cancel_video: 'cancelVideo',
      retry_video: 'retryVideo',
    };
    expect(Object.keys(OPERATIONS)).to.include.members(Object.values(operations));
    for (const { who, headers, scopes } of roles) {
      const client = await line?.overHttp(`${app.base}/mcp`, headers).catch((error: unknown) => {
        expect(String(error), who).to.match(/40[13]|Unauthorized/i);
      });
      if (!client) continue;
      for (const [tool, given] of Object.entries(calls)) {
        if (scopes?.includes(SCOPES[operations[tool as keyof typeof operations]] ?? '')) continue;
        const result = await client.call(tool, given);
        expect(JSON.stringify(result), `${who}: ${tool}`).not.to.include(CANARY);
        if (scopes || tool !== 'list_videos') expect(result.isError, `${who}: ${tool}`).to.equal(true);
      }
      await client.close();
    }
    expect(await world()).to.equal(before);
  });
});
