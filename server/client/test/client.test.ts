import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { ApiRefused, createShortFactory, makeVideo } from '../index.ts';

type Answer = readonly [status: number, body: object | string, headers?: Readonly<Record<string, string>>];

describe('the client', () => {
  let server: Server;
  let answers: Answer[];
  let asked: IncomingMessage[];
  const url = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const api = () => createShortFactory({ url: url(), token: 'a-token' });
  beforeEach(async () => {
    asked = [];
    server = createServer((request, response) => {
      asked.push(request);
      const [status, body, headers] = answers.shift() ?? [500, 'nothing more was expected'];
      const type = typeof body === 'string' ? 'text/html' : 'application/json';
      response.writeHead(status, { 'Content-Type': type, ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  it('makes one video of a request that had no good answer at first, and follows it to its end', async () => {
    answers = [
      [503, { title: 'Unavailable', status: 503 }, { 'Retry-After': '0.01' }],
      [202, { id: 'job1', status: 'queued', percent: 0 }],
      [502, '<h1>Bad gateway</h1>', { 'Retry-After': '0.01' }],
      [200, { id: 'job1', status: 'running', percent: 40 }],
      [200, { id: 'job1', status: 'done', percent: 100 }],
    ];
    const seen: number[] = [];
    const job = await makeVideo(
      api(),
      { topic: 'Tides' },
      { everyMs: 1, onProgress: ({ percent }) => seen.push(percent) },
    );
    expect(job.status).to.equal('done');
    expect(seen).to.deep.equal([0, 40, 100]);
    expect(asked.map(({ method, url }) => `${method} ${url}`)).to.deep.equal([
      ...['POST /api/videos', 'POST /api/videos'],
      ...['GET /api/videos/job1', 'GET /api/videos/job1', 'GET /api/videos/job1'],
    ]);
    const keys = asked.slice(0, 2).map(({ headers }) => headers['idempotency-key']);
    expect(keys[0]).to.match(/^[\w-]{36}$/);
    expect(keys[1]).to.equal(keys[0]);
    expect(asked.every(({ headers }) => headers.authorization === 'Bearer a-token')).to.equal(true);
  });

  it('asks again with the same key where no answer came', async () => {
    answers = [[202, { id: 'job1', status: 'done', percent: 100 }]];
    const keys: (string | null)[] = [];
    const once = createShortFactory({
      url: url(),
      fetch: (request) => {
        keys.push(request.headers.get('idempotency-key'));
        return keys.length === 1 ? Promise.reject(new TypeError('fetch failed')) : fetch(request);
      },
    });
    expect(await makeVideo(once, { topic: 'Tides' }, { everyMs: 1 })).to.have.property('status', 'done');
    expect(keys).to.have.lengthOf(2);
    expect(keys[0]).to.equal(keys[1]);
  });

  it('leaves a long wait to its caller', async () => {
    answers = [[429, { title: 'Too many', status: 429, detail: 'tomorrow' }, { 'Retry-After': '86400' }]];
    const error = await makeVideo(api(), { topic: 'Tides' }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(ApiRefused).and.to.have.property('message', 'tomorrow');
  });

  it('says what the API refused, and does not ask for it again', async () => {
    const problem = {
      type: 'urn:shortfactory:problem:invalid-input',
      title: 'Invalid',
      status: 422,
      detail: '/topic: it is empty.',
    };
    answers = [[422, problem]];
    const error = await makeVideo(api(), { topic: ' ' }).catch((reason: unknown) => reason);
    expect(error)
      .to.be.instanceOf(ApiRefused)
      .and.to.deep.include({ message: '/topic: it is empty.', problem });
    expect(asked).to.have.lengthOf(1);
  });

  it('names the status of what is no problem of the API', async () => {
    answers = [[404, '<h1>No such page</h1>']];
    const error = await makeVideo(api(), { topic: 'Tides' }).catch((reason: unknown) => reason);
    expect(error).to.be.instanceOf(ApiRefused).with.nested.property('problem.status', 404);
  });

  it('stops waiting when it is told to', async () => {
    answers = [[202, { id: 'job1', status: 'queued', percent: 0 }]];
    const abort = new AbortController();
    const making = makeVideo(
      api(),
      { topic: 'Tides' },
      { everyMs: 60_000, signal: abort.signal, onProgress: () => abort.abort(new Error('enough')) },
    );
    expect(await making.catch((reason: unknown) => reason)).to.have.property('message', 'enough');
  });
});
