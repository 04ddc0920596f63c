import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { SAME_LINES_PER_MINUTE } from '../../server/log/bounded-logger.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

const REQUESTS = 25;

describe('what the UI’s server writes into its log', () => {
  /** Its options are an empty object, which no page can show. */
  const api = createServer(({ url }, response) => {
    const status = url === '/api/options' ? 200 : 404;
    response.writeHead(status, { 'content-type': 'application/json' }).end('{}');
  });
  let ui: RunningUi;
  let lines: string[];
  before(async () => {
    await new Promise<void>((resolve) => api.listen(0, '127.0.0.1', resolve));
    ui = await startUi(`http://127.0.0.1:${(api.address() as AddressInfo).port}`);
    for (const output of [ui.process.stdout, ui.process.stderr]) {
      output?.on('data', (chunk: Buffer) => lines.push(...chunk.toString().trimEnd().split('\n')));
    }
  });
  beforeEach(() => {
    lines = [];
  });
  after(async () => {
    await ui.stop();
    api.close();
  });

  const ask = async (init: RequestInit, path = '/status'): Promise<number[]> => {
    const statuses = new Set<number>();
    for (let each = 0; each < REQUESTS; each += 1) {
      const answer = await fetch(ui.url + path, { redirect: 'manual', ...init });
      await answer.text();
      statuses.add(answer.status);
    }
    // What the process wrote before it answered is read by then.
    await new Promise((resolve) => setTimeout(resolve, 100));
    return [...statuses];
  };
  const form = { 'content-type': 'application/x-www-form-urlencoded' };

  for (const [what, init, path, status] of [
    ['a form to a page that takes none', { method: 'POST', headers: form, body: 'a=1' }, '/status', 405],
    ['a form to an address without a page', { method: 'POST', headers: form, body: 'a=1' }, '/x.php', 405],
    ['JSON in place of a form', { method: 'POST', body: '{}' }, '/?index', 415],
    ['no body', { method: 'POST' }, '/?index', 415],
    [
      'a form that breaks off',
      { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=x' }, body: '--x\r\nno' },
      '/?index',
      400,
    ],
    ['a method that no page has', { method: 'PROPFIND' }, '/', 405],
    ['another one', { method: 'DELETE' }, '/videos', 405],
    ['an address without a page', {}, '/wp-login.php', 404],
    ['an address that cannot be decoded', {}, '/videos/%zz', 404],
    ['the address of the colours', {}, '/theme', 302],
  ] as const) {
    it(`writes no line above the access log's for ${what}`, async () => {
      expect(await ask(init, path)).to.deep.equal([status]);
      expect(lines).to.deep.equal([]);
    });
  }

  it('is a bounded number of lines, each of one line, for a page that cannot be made', async () => {
    expect(await ask({}, '/')).to.deep.equal([500]);
    expect(lines.length).to.be.within(1, SAME_LINES_PER_MINUTE);
    for (const line of lines) expect(JSON.parse(line)).to.include({ message: 'A page could not be made' });
  });
});
