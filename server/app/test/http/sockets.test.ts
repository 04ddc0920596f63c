import { createServer } from 'node:http';
import type { Socket } from 'node:net';
import { expect } from 'chai';
import { guardServer, serverOptions } from '../../http/app.ts';
import { serveApp } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const JSON_HEAD = 'POST /api/videos HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';

/** The one answer on a raw connection: status, headers by lower-case name, body. */
function parsed(text: string): { status: number; headers: Record<string, string>; body: string } {
  const [head = '', body = ''] = text.split(/\r\n\r\n([\s\S]*)/);
  const [line = '', ...fields] = head.split('\r\n');
  const headers = Object.fromEntries(
    fields.map((field) => [
      field.slice(0, field.indexOf(':')).toLowerCase(),
      field.slice(field.indexOf(':') + 2),
    ]),
  );
  return { status: Number(line.split(' ')[1]), headers, body };
}

describe('a connection', () => {
  let app: ServedApp;
  before(async () => {
    app = await serveApp({ deps: { limits: { jsonBodyMs: 250, lingerMs: 500 } } });
  });
  after(() => app.stop());

  const refusals: readonly [what: string, bytes: string | Buffer, status: number, kind: string][] = [
    ['that is not HTTP', 'hello\r\n\r\n', 400, 'malformed-request'],
    ['that is TLS', Buffer.from('16030100a5010000a10303', 'hex'), 400, 'malformed-request'],
    ['with an unknown method', 'FETCH / HTTP/1.1\r\nHost: a\r\n\r\n', 400, 'malformed-request'],
    ['with a broken header', 'GET / HTTP/1.1\r\nHost: a\r\nbad header\r\n\r\n', 400, 'malformed-request'],
    ['with a NUL in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\0b\r\n\r\n', 400, 'malformed-request'],
    ['without Host', 'GET / HTTP/1.1\r\n\r\n', 400, 'malformed-request'],
    [
      'with two lengths',
      `${JSON_HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`,
      400,
      'malformed-request',
    ],
    [
      'with a length and chunks',
      `${JSON_HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
      'malformed-request',
    ],
    ['with a length below zero', `${JSON_HEAD}Content-Length: -1\r\n\r\n`, 400, 'malformed-request'],
    [
      'with broken chunks',
      `${JSON_HEAD}Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n`,
      400,
      'malformed-request',
    ],
    [
      'with large headers',
      `GET / HTTP/1.1\r\nHost: a\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'with a large address',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
      431,
      'headers-too-large',
    ],
    [
      'with an expectation',
      'GET / HTTP/1.1\r\nHost: a\r\nExpect: the unexpected\r\n\r\n',
      417,
      'expectation-failed',
    ],
    [
      'that wants a tunnel',
      'CONNECT example.org:443 HTTP/1.1\r\nHost: example.org\r\n\r\n',
      405,
      'method-not-allowed',
    ],
    [
      'with an empty body',
      `${JSON_HEAD}Content-Length: 0\r\nConnection: close\r\n\r\n`,
      400,
      'malformed-request',
    ],
    ['whose body does not come', `${JSON_HEAD}Content-Length: 50\r\n\r\n{"topic"`, 408, 'too-slow'],
  ];
  for (const [what, bytes, status, kind] of refusals) {
    it(`${what} is answered with ${status} and closed`, async () => {
      const answer = parsed(await app.raw(bytes));
      expect(answer.status).to.equal(status);
      expect(answer.headers).to.include({ 'content-type': 'application/problem+json', connection: 'close' });
      const { type, instance } = JSON.parse(answer.body) as { type: string; instance: string };
      expect(type).to.equal(`urn:shortfactory:problem:${kind}`);
      expect(instance).to.equal(`/requests/${answer.headers['x-request-id']}`);
    });
  }

  it('that asks for another protocol is answered in this one', async () => {
    const upgrade = 'GET /live HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n';
    expect(parsed(await app.raw(upgrade, 300)).status).to.equal(200);
  });

  it('that smuggles a second request in a body gets one answer', async () => {
    const inner = 'GET /live HTTP/1.1\r\nHost: a\r\n\r\n';
    const text = await app.raw(
      `${JSON_HEAD}Content-Length: ${inner.length}\r\nConnection: close\r\n\r\n${inner}`,
      500,
    );
    expect(text.match(/HTTP\/1\.1/g)).to.have.length(1);
  });

  it('lives on after a body that was refused, when its sender is quick', async () => {
    const body = `{"topic":"${'x'.repeat(400_000)}"}`;
    const patient = await serveApp({ deps: { limits: { lingerMs: 10_000 } } });
    const socket = await patient.socket();
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.write(
      `${JSON_HEAD}Content-Length: ${body.length}\r\n\r\n${body}GET /live HTTP/1.1\r\nHost: a\r\n\r\n`,
    );
    const answers = (): string[] => text.match(/HTTP\/1\.1 (\d+)/g) ?? [];
    for (let waited = 0; answers().length < 2 && waited < 1000; waited++) await pause(10);
    socket.destroy();
    await patient.stop();
    expect(answers()).to.deep.equal(['HTTP/1.1 413', 'HTTP/1.1 200']);
  });

  for (const [how, head] of [
    ['says how long it is', `Content-Length: ${64 * 2 ** 20}`],
    ['comes in chunks', 'Transfer-Encoding: chunked'],
  ] as const) {
    it(`with a body of 64 MB that ${how} gets its answer with a close, unread, and is closed`, async () => {
      const socket = await app.socket();
      let text = '';
      let answeredMs = 0;
      socket.on('data', (chunk) => {
        text += chunk.toString();
        answeredMs ||= performance.now();
      });
      const ended = new Promise<number>((resolve) => socket.once('close', () => resolve(performance.now())));
      const failures: Error[] = [];
      socket.on('error', (error) => failures.push(error));
      socket.write(`${JSON_HEAD}${head}\r\n\r\n`);
      const block = 'x'.repeat(0x10000);
      const more = (): void => {
        while (socket.writable && socket.write(head.startsWith('C') ? block : `10000\r\n${block}\r\n`));
      };
      socket.on('drain', more);
      more();
      const closedMs = await ended;
      const { status, headers, body } = parsed(text);
      expect(status, text).to.equal(413);
      expect(headers['connection']).to.equal('close');
      expect(Buffer.byteLength(body)).to.equal(Number(headers['content-length']));
      // It is left time to read what it got, before anything resets the connection.
      expect(closedMs - answeredMs).to.be.greaterThan(250);
      // What the system's own buffers took comes on top of the 2 MB that are read.
      expect(socket.bytesWritten - socket.writableLength).to.be.lessThan(20_000_000);
    });
  }

  it('of a client as programs use it shows the refusal of a large body', async () => {
    const answer = await app.fetch('/api/videos', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ topic: 'x'.repeat(8_000_000) }),
    });
    expect(answer.status).to.equal(413);
    expect(answer.headers.get('connection')).to.equal('close');
    expect(await answer.text()).to.include('The body has more than');
  });

  it('is closed where an unwanted body never ends', async () => {
    const socket = await app.socket();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    socket.write('GET /live HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n');
    const flood = setInterval(() => {
      if (socket.writable) socket.write(`10000\r\n${'x'.repeat(0x10000)}\r\n`);
    }, 1);
    await closed;
    clearInterval(flood);
  });

  it('that drips an unwanted body is closed, too', async () => {
    const socket = await app.socket();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => undefined).resume();
    socket.write('POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n');
    const drip = setInterval(() => socket.writable && socket.write('x'), 100);
    const start = Date.now();
    await closed;
    clearInterval(drip);
    expect(Date.now() - start).to.be.lessThan(2000);
  });

  it('that is half open, or closed, does not affect others', async () => {
    const sockets: Socket[] = [];
    for (const bytes of ['', 'GET', 'GET / HTTP/1.1\r\nHost', `${JSON_HEAD}Content-Length: 9\r\n\r\n`]) {
      for (let times = 0; times < 25; times++) {
        const socket = await app.socket();
        socket.on('error', () => undefined);
        socket.write(bytes);
        if (times % 3 === 0) socket.end();
        else if (times % 3 === 1) socket.resetAndDestroy();
        sockets.push(socket);
      }
    }
    expect((await app.fetch('/live')).status).to.equal(200);
    for (const socket of sockets) socket.destroy();
    expect(app.lines.filter(({ level }) => level === 'error')).to.deep.equal([]);
  });
});

describe('the server’s time limits', () => {
  it('are what the deployment relies on', () => {
    expect(serverOptions).to.include({
      headersTimeout: 15_000,
      connectionsCheckingInterval: 1000,
      keepAliveTimeout: 620_000,
      maxHeaderSize: 16_384,
    });
    expect(serverOptions.requestTimeout).to.be.within(60_000, 900_000);
  });

  it('end a request with slow headers, with a response', async () => {
    const server = guardServer(
      createServer(
        { ...serverOptions, headersTimeout: 200, connectionsCheckingInterval: 50 },
        (_request, response) => response.end(),
      ),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    const { connect } = await import('node:net');
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.on('data', (chunk) => (text += chunk.toString()));
    socket.write('GET / HTTP/1.1\r\nHost: a\r\n');
    const drip = setInterval(() => socket.writable && socket.write('X: y\r\n'), 40);
    await new Promise((resolve) => socket.once('close', resolve));
    clearInterval(drip);
    server.close();
    expect(text).to.match(/^HTTP\/1\.1 408 [\s\S]*urn:shortfactory:problem:too-slow/);
  });
});

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
