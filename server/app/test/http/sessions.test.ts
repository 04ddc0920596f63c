import type { SessionListJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const VISITOR_KEY = visitorToken();
const named = (subject: string): Record<string, string> => ({
  'x-visitor-key': VISITOR_KEY,
  'x-visitor-address': '198.51.100.1',
  'x-visitor-subject': subject.repeat(43),
});
const [ADA, BEN] = [named('a'), named('b')];
const [ONE, OTHER, THIRD] = ['1'.repeat(32), '2'.repeat(32), '3'.repeat(32)];
const DAY_MS = 86_400_000;

describe('where people are signed in', () => {
  let app: ServedApp;
  beforeEach(async () => {
    app = await serveApp({
      env: { APP_ENV: 'dev', AUTH: 'oidc', VISITOR_KEY, RATE_LIMIT_PER_MINUTE: '100' },
      secrets: { VISITOR_KEY },
    });
  });
  afterEach(() => app.stop());

  const told = (changed: object = {}): object => ({
    begunAt: new Date(Date.now() - 1000).toISOString(),
    endsAt: new Date(Date.now() + DAY_MS).toISOString(),
    isNew: false,
    ...changed,
  });
  const put = (id: string, body: object, headers = ADA): Promise<Response> =>
    app.fetch(`/api/sessions/${id}`, { json: body, headers, method: 'PUT' });
  const isLive = async (id: string, headers = ADA): Promise<boolean> => {
    const answer = await put(id, told(), headers);
    expect(answer.status, await answer.clone().text()).to.equal(200);
    return ((await answer.json()) as { live: boolean }).live;
  };
  const remove = async (path: string, headers = ADA): Promise<number> =>
    (await app.fetch(`/api/sessions/${path}`, { method: 'DELETE', headers })).status;
  const list = async (headers = ADA): Promise<SessionListJson['sessions']> =>
    ((await (await app.fetch('/api/sessions', { headers })).json()) as SessionListJson).sessions;

  it('is listed with device and browser, ended one by one or all but one, and nobody else’s to see or end', async () => {
    await put(ONE, told({ isNew: true, device: 'Mac', browser: 'Firefox' }));
    for (const id of [OTHER, THIRD]) expect(await isLive(id)).to.equal(true);
    const shown = await list();
    expect(shown.map(({ id }) => id)).to.have.members([ONE, OTHER, THIRD]);
    expect(shown.find(({ id }) => id === ONE)).to.include({ device: 'Mac', browser: 'Firefox' });
    expect(await list(BEN)).to.deep.equal([]);
    expect(await remove(OTHER, BEN)).to.equal(404);
    expect(await remove(`${OTHER}/others`, BEN)).to.equal(404);
    expect(await remove(OTHER)).to.equal(204);
    expect(await isLive(OTHER)).to.equal(false);
    // A number that is another's is a new one here, and says nothing of theirs.
    expect(await isLive(OTHER, BEN)).to.equal(true);
    expect(await remove(`${ONE}/others`)).to.equal(204);
    expect((await list()).map(({ id }) => id)).to.deep.equal([ONE]);
    expect([await isLive(ONE), await isLive(THIRD)]).to.deep.equal([true, false]);
  });

  it('is asked of beside every page, and takes nothing of what a person may ask in a minute', async () => {
    for (let page = 0; page < 120; page++) expect(await isLive(ONE)).to.equal(true);
    expect((await app.fetch('/api/sessions', { headers: ADA })).status).to.equal(200);
  });

  it('says in one sentence what does not fit, and takes nobody’s word without the key of the web interface', async () => {
    for (const [body, detail] of [
      [told({ device: 'a fridge' }), /device is not one of iPhone, iPad/],
      [told({ browser: '<b>' }), /browser is not one of Chrome/],
      [told({ begunAt: 'yesterday' }), /begunAt.*RFC 3339/],
      [told({ endsAt: new Date(Date.now() + 91 * DAY_MS).toISOString() }), /endsAt.*90 days/],
      [{ ...told(), isNew: 'yes' }, /isNew.*true or false/],
      [{}, /begunAt/],
    ] as const) {
      const answer = await put(ONE, body);
      expect(answer.status).to.equal(400);
      expect(((await answer.json()) as { detail: string }).detail).to.match(detail);
    }
    expect((await put('not-a-number', told())).status).to.equal(404);
    for (const headers of [{}, { ...ADA, 'x-visitor-key': visitorToken() }, { 'x-visitor-key': VISITOR_KEY }])
      expect((await put(ONE, told(), headers as never)).status).to.equal(401);
    expect(await list()).to.deep.equal([]);
  });
});
