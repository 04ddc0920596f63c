import { randomBytes } from 'node:crypto';
import { createServer as createTcpServer } from 'node:net';
import type { AddressInfo, Server } from 'node:net';
import { createServer } from 'node:http';
import type { IncomingMessage, RequestListener } from 'node:http';
import { networkRule } from '@shortfactory/network';
import { expect } from 'chai';
import { createSend } from '../index.ts';
import type { Send } from '../index.ts';
import { signedHeaders } from '../sending/signature.ts';
import { verified } from './receiver.ts';

const BODY = JSON.stringify({ type: 'video.done', data: { id: 'x', title: 'Drei Herzen – 三つの心臓' } });

describe('one message to a receiver', () => {
  const servers: Server[] = [];
  const sender = (timeoutMs = 2000): Send =>
    createSend({
      mayReach: networkRule({ networks: [], loopback: true }),
      lookup: async () => ['127.0.0.1'],
      userAgent: 'ShortFactory/test',
      timeoutMs,
    });
  const listening = async (server: Server): Promise<URL> => {
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new URL(`http://receiver.example:${(server.address() as AddressInfo).port}/hook?token=7`);
  };
  const post = (send: Send, url: URL, headers = {}): ReturnType<Send> =>
    send({ url, headers, body: BODY }, new AbortController().signal);
  const answering = (listener: RequestListener): Promise<URL> => listening(createServer(listener));
  afterEach(() => {
    for (const server of servers.splice(0)) {
      if ('closeAllConnections' in server) (server as ReturnType<typeof createServer>).closeAllConnections();
      server.close();
    }
  });

  it('comes whole, signed, with the host of its address, and is taken with any 2xx', async () => {
    const secrets = [1, 2].map(() => `whsec_${randomBytes(32).toString('base64')}`);
    let seen: { request: IncomingMessage; body: string } | undefined;
    const url = await answering(async (request, answer) => {
      let body = '';
      for await (const chunk of request.setEncoding('utf8')) body += chunk as string;
      seen = { request, body };
      answer.writeHead(202).end('thanks');
    });
    const nowMs = Date.now();
    const headers = signedHeaders(
      { id: 'msg_1', timestampSeconds: Math.floor(nowMs / 1000), body: BODY },
      secrets,
    );
    expect(await post(sender(), url, headers)).to.deep.equal({ status: 202 });
    expect(seen?.body).to.equal(BODY);
    expect(seen?.request.url).to.equal('/hook?token=7');
    expect(seen?.request.headers).to.include({
      host: url.host,
      'content-type': 'application/json',
      'user-agent': 'ShortFactory/test',
    });
    for (const secret of secrets)
      verified(secret, seen?.request.headers as Record<string, string>, BODY, nowMs);
    const others = `whsec_${randomBytes(32).toString('base64')}`;
    expect(() => verified(others, seen?.request.headers as Record<string, string>, BODY, nowMs)).to.throw();
  });

  it('is not followed anywhere', async () => {
    let hits = 0;
    const victim = await answering((_request, answer) => {
      hits += 1;
      answer.end();
    });
    const url = await answering((_request, answer) =>
      answer.writeHead(307, { Location: victim.href.replace('receiver.example', '127.0.0.1') }).end(),
    );
    expect(await post(sender(), url)).to.deep.equal({ status: 307 });
    expect(hits).to.equal(0);
  });

  it('is given up on a receiver that answers too late, drips its answer’s head, or never says anything', async () => {
    const late = await answering((_request, answer) => void setTimeout(() => answer.end(), 2000).unref());
    const dripping = await listening(
      createTcpServer((socket) => {
        const timer = setInterval(() => socket.write('HTTP/1.1 200 OK\r\n'.slice(0, 1)), 50);
        socket.on('close', () => clearInterval(timer)).on('error', () => undefined);
      }),
    );
    const silent = await listening(createTcpServer((socket) => void socket.on('error', () => undefined)));
    for (const url of [late, silent]) {
      const startedMs = performance.now();
      expect(await post(sender(300), url)).to.deep.equal({ problem: 'It did not answer within 0.3 s.' });
      expect(performance.now() - startedMs).to.be.lessThan(1500);
    }
    expect(await post(sender(300), dripping)).to.have.property('problem');
  });

  it('reads little of an answer that has no end', async () => {
    let written = 0;
    let closed: Promise<void> | undefined;
    const url = await answering((request, answer) => {
      request.resume();
      closed = new Promise((resolve) => answer.once('close', resolve));
      answer.writeHead(200);
      const chunk = Buffer.alloc(65_536);
      const more = (): void => {
        while (!answer.destroyed && written < 10_000_000_000) {
          written += chunk.length;
          if (!answer.write(chunk)) return void answer.once('drain', more);
        }
      };
      more();
    });
    expect(await post(sender(), url)).to.deep.equal({ status: 200 });
    await closed;
    expect(written).to.be.lessThan(20_000_000);
  });

  it('ends with one sentence where nobody listens, the connection breaks, or the answer is no HTTP', async () => {
    const gone = await answering(() => undefined);
    servers.pop()?.close();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await post(sender(), gone)).to.deep.equal({ problem: 'It refused the connection.' });
    const breaking = await listening(createTcpServer((socket) => void socket.resetAndDestroy()));
    expect(await post(sender(), breaking)).to.deep.equal({
      problem: 'The connection broke before it answered.',
    });
    const other = await listening(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.end('SSH-2.0-OpenSSH_9.6\r\n');
      }),
    );
    expect(await post(sender(), other)).to.deep.equal({ problem: 'Its answer is not one of HTTP.' });
    const encrypted = new URL(other.href.replace('http:', 'https:'));
    expect(await post(sender(), encrypted)).to.deep.equal({
      problem: 'It does not speak TLS as is needed here.',
    });
  });

  it('is stopped when the process shuts down', async () => {
    const url = await listening(createTcpServer((socket) => void socket.on('error', () => undefined)));
    const stop = new AbortController();
    const sent = sender()({ url, headers: {}, body: BODY }, stop.signal);
    setTimeout(() => stop.abort(), 50);
    expect(await sent)
      .to.have.property('problem')
      .that.includes('shutting down');
  });
});
