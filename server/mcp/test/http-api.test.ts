import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect } from 'chai';
import { isApiProblem } from '../api.ts';
import { HttpApi } from '../http-api.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

describe('the API over HTTP', () => {
  let server: Server;
  let api: HttpApi;
  let answer: Answer;
  before(async () => {
    server = createServer((request, response) => answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    api = new HttpApi({
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      token: 'secret',
    });
  });
  after(() => {
    server.closeAllConnections();
    server.close();
  });

  const never = new AbortController().signal;
  const event = (id: number, status: string): string =>
    `id: ${id}\nevent: progress\ndata: {"status":"${status}"}\n\n`;

  it('opens a stream that broke again, and hears nothing twice', async () => {
    const seen: (string | undefined)[] = [];
    answer = ({ headers }, response) => {
      seen.push(headers['last-event-id'] as string | undefined);
      response.setHeader('content-type', 'text/event-stream');
      if (seen.length > 1) return response.end(event(2, 'done'));
      response.write(event(1, 'running'));
      setTimeout(() => response.destroy(), 50);
    };
    const heard: string[] = [];
    for await (const { status } of api.watch('an id', never)) heard.push(status);
    expect(heard).to.deep.equal(['running', 'done']);
    expect(seen).to.deep.equal([undefined, '1']);
  });

  it('stops listening with the signal, and at once for what there is not', async () => {
    answer = (_request, response) =>
      void response.writeHead(200, { 'content-type': 'text/event-stream' }).flushHeaders();
    const heard: unknown[] = [];
    for await (const job of api.watch('an id', AbortSignal.timeout(100))) heard.push(job);
    expect(heard).to.deep.equal([]);

    answer = (_request, response) =>
      void response
        .writeHead(404)
        .end(JSON.stringify({ status: 404, detail: 'There is no video with this id.' }));
    const error = await api
      .watch('an id', never)
      [Symbol.asyncIterator]()
      .next()
      .catch((thrown: unknown) => thrown);
    expect(isApiProblem(error) && error.problem.detail).to.equal('There is no video with this id.');
  });

  it('shows its token and no other header, and says when something else answers', async () => {
    let shown: string | undefined;
    answer = ({ headers, url }, response) => {
      shown = `${url} ${headers.authorization}`;
      response.writeHead(502).end('<html>');
    };
    const error = await api
      .call('getVideo', { params: { id: 'a/b' } }, never)
      .catch((thrown: unknown) => thrown);
    expect(shown).to.equal('/api/videos/a%2Fb Bearer secret');
    expect(isApiProblem(error) && error.problem.detail).to.match(
      /answered 502, which is no answer of this API/,
    );
  });
});
