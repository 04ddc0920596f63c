import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect } from 'chai';
import { ApiDouble } from '../double/api.ts';
import { octopusJob } from '../double/jobs.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

/** A request as bytes, which no client library corrects. */
interface Sent {
  readonly target?: string;
  readonly method?: string;
  /** Header lines; Host is added unless there is one. */
  readonly headers?: readonly string[];
  readonly body?: string;
}

interface Answer {
  readonly status: number;
  readonly head: string;
  readonly body: string;
  readonly cookies: readonly string[];
}

async function send(
  ui: RunningUi,
  { target = '/', method = 'GET', headers = [], body }: Sent,
): Promise<Answer> {
  const socket = connect(Number(new URL(ui.url).port), '127.0.0.1');
  await once(socket, 'connect');
  const host = headers.some((line) => /^host:/i.test(line)) ? [] : ['Host: shorts.example'];
  const length = body === undefined ? [] : [`Content-Length: ${body.length}`];
  const lines = [`${method} ${target} HTTP/1.1`, ...host, ...headers, ...length, 'Connection: close'];
  socket.write(Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`, 'latin1'));
  const [head = '', ...rest] = (await text(socket)).split('\r\n\r\n');
  return {
    status: Number(/^HTTP\/1\.1 (\d+)/.exec(head)?.[1]),
    head,
    body: rest.join('\r\n\r\n'),
    cookies: [...head.matchAll(/^set-cookie: (.*)$/gim)].map(([, cookie = '']) => cookie),
  };
}

const ODD: readonly (Sent & { readonly what: string; readonly status: number })[] = [
  { what: 'a Host that is markup', headers: ['Host: <script>'], status: 400 },
  { what: 'a Host with a blank', headers: ['Host: a b'], status: 400 },
  { what: 'a Host with a bad escape', headers: ['Host: a%zz'], status: 400 },
  { what: 'a Host with a port that cannot be', headers: ['Host: a:99999'], status: 400 },
  { what: 'a Host with a user', headers: ['Host: user:word@b'], status: 400 },
  { what: 'a Host with a path', headers: ['Host: a/b'], status: 400 },
  { what: 'half an IPv6 address', headers: ['Host: [::1'], status: 400 },
  { what: 'two Hosts', headers: ['Host: a.example', 'Host: b.example'], status: 400 },
  { what: 'an IPv6 address', headers: ['Host: [::1]:3000'], status: 200 },
  { what: 'an empty Host', headers: ['Host:'], status: 200 },
  { what: 'a target in absolute form', target: 'http://shorts.example/videos', status: 200 },
  { what: 'an absolute target for another host', target: 'http://elsewhere.example/videos', status: 200 },
  { what: 'an absolute target without a host', target: 'http:///videos', status: 200 },
  { what: 'an absolute target of another scheme', target: 'ftp://shorts.example/', status: 400 },
  { what: 'an absolute target with a user and a bad port', target: 'http://u:p@a:99999/', status: 400 },
  { what: 'an asterisk', target: '*', status: 400 },
  { what: 'an asterisk for OPTIONS', target: '*', method: 'OPTIONS', status: 405 },
  { what: 'a target that looks like another host', target: '//elsewhere.example:99999/', status: 404 },
  { what: 'a target with a bad escape', target: '/%zz', status: 404 },
  { what: 'TRACE', method: 'TRACE', status: 405 },
  { what: 'DELETE of a page', method: 'DELETE', status: 405 },
  {
    what: 'JSON in place of a form',
    method: 'POST',
    target: '/?index',
    body: '{}',
    headers: ['Content-Type: application/json'],
    status: 415,
  },
  {
    what: 'a multipart form without a boundary',
    method: 'POST',
    target: '/?index',
    body: 'a=b',
    headers: ['Content-Type: multipart/form-data'],
    status: 400,
  },
  { what: 'an empty body of no type', method: 'POST', target: '/?index', body: '', status: 415 },
];
const FORWARDED = ['X-Forwarded-Proto: <b>', 'X-Forwarded-Proto: ,', 'X-Forwarded-Host: <script>'];

describe('the origin that a request is for', () => {
  const api = new ApiDouble();
  /** Deployed over plain http, and behind one proxy that speaks https. */
  let plain: RunningUi;
  let proxied: RunningUi;
  let logged = '';

  before(async function () {
    this.timeout(120_000);
    api.videos = [octopusJob('done', Date.now())];
    const url = await api.listen();
    [plain, proxied] = await Promise.all([
      startUi(url, { APP_ENV: 'prod' }),
      startUi(url, { APP_ENV: 'prod', TRUSTED_PROXIES: '1' }),
    ]);
    for (const stream of [plain.process.stdout, plain.process.stderr, proxied.process.stderr])
      stream?.on('data', (chunk: Buffer) => (logged += chunk.toString()));
  });
  after(async () => {
    await Promise.all([plain, proxied].map((ui) => ui.stop()));
    await api.close();
  });

  for (const { what, status, ...sent } of ODD) {
    it(`answers ${status} to ${what}`, async () => {
      const before = logged.length;
      const answer = await send(plain, sent);
      expect(answer.status).to.equal(status);
      if (status >= 400 && status !== 404) expect(answer.body).to.match(/\./).and.not.include('<script>');
      expect(logged.slice(before)).to.not.match(/"severity":"ERROR"|^\w*Error:/m);
    });
  }

  for (const header of FORWARDED) {
    it(`refuses ${header} of its proxy with 400, and does not look at it without one`, async () => {
      const refused = await send(proxied, { headers: [header] });
      expect(refused.status).to.equal(400);
      expect(refused.body).to.match(/^X-Forwarded-(Proto|Host): .* was expected/);
      expect((await send(plain, { headers: [header] })).status).to.equal(200);
    });
  }

  it('serves pages over plain http, with a cookie that such a page can keep, and says so once in the log', async () => {
    const answers = [await send(plain, {}), await send(plain, { target: '/status' })];
    for (const { status, cookies, head } of answers) {
      expect(status).to.equal(200);
      expect(cookies).to.have.lengthOf(1);
      expect(cookies[0])
        .to.match(/^sf_visitor=[\w-]{43};/)
        .and.not.match(/secure/i);
      // Either would send the browser to an https that is not there.
      expect(head).to.not.match(/upgrade-insecure-requests|^strict-transport-security/im);
    }
    expect(logged.match(/TRUSTED_PROXIES/g)).to.have.lengthOf(1);
  });

  it('protects the cookie over https, and keeps a visitor who has the earlier one', async () => {
    const https = 'X-Forwarded-Proto: https';
    const fresh = await send(proxied, { headers: [https] });
    expect(fresh.cookies).to.have.lengthOf(1);
    expect(fresh.cookies[0])
      .to.match(/^__Host-sf_visitor=[\w-]{43}; path=\/;/)
      .and.match(/; secure/i)
      .and.match(/; httponly/i)
      .and.not.match(/domain=/i);
    expect(fresh.head)
      .to.match(/upgrade-insecure-requests/)
      .and.match(/^strict-transport-security/im);
    const [old, token] = ['a'.repeat(43), 'b'.repeat(43)];
    const owner = async (cookie: string): Promise<[unknown, readonly string[]]> => {
      const { cookies } = await send(proxied, { target: '/videos', headers: [https, `Cookie: ${cookie}`] });
      const asked = api.seen.findLast(({ path }) => path.startsWith('/api/videos'));
      return [asked?.headers.authorization, cookies.map((each) => each.split(';')[0] ?? '')];
    };
    expect(await owner(`sf_visitor=${old}`)).to.deep.equal([`Bearer ${old}`, [`__Host-sf_visitor=${old}`]]);
    expect(await owner(`sf_visitor=${old}; __Host-sf_visitor=${token}`)).to.deep.equal([
      `Bearer ${token}`,
      [],
    ]);
  });

  it('believes what proxies wrote only as many entries from the end as there are proxies', async () => {
    const claims = ['X-Forwarded-Proto: https, http', 'X-Forwarded-Host: claimed.example, real.example'];
    const [claimed] = (await send(proxied, { headers: claims })).cookies;
    expect(claimed).to.match(/^sf_visitor=/);
    const form = { method: 'POST', target: '/theme', body: 'theme=dark' };
    const type = 'Content-Type: application/x-www-form-urlencoded';
    const from = async (ui: RunningUi, origin: string, ...more: string[]): Promise<number> =>
      (await send(ui, { ...form, headers: [type, `Origin: ${origin}`, ...more] })).status;
    expect(await from(proxied, 'https://real.example', ...claims)).to.equal(302);
    expect(await from(proxied, 'https://claimed.example', ...claims)).to.equal(403);
    expect(await from(plain, 'http://real.example', ...claims)).to.equal(403);
    expect(await from(plain, 'http://shorts.example')).to.equal(302);
  });
});
