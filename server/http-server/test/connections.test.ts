import { once } from 'node:events';
import { createServer } from 'node:http';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { connect } from 'node:net';
import { expect } from 'chai';
import { connectionLimits } from '../connection-limits.ts';
import { Connections } from '../connections.ts';
import { Crowd, HALF_A_HEAD, ONE_REQUEST } from '@shortfactory/testing/support/crowd';
import { getFrom } from '@shortfactory/testing/support/get-from';

const LIMITS = { connections: 8, connectionsPerAddress: 4 };
const BUSY = 'GET /busy HTTP/1.1\r\nHost: a\r\n\r\n';

describe('connections', () => {
  let server: Server;
  let connections: Connections;
  let url: string;
  let said: string[];
  const crowds: Crowd[] = [];

  async function serve(answer: RequestListener, stalledWriteMs = 60_000): Promise<void> {
    server = createServer(answer);
    connections = new Connections(server, LIMITS, { stalledWriteMs });
    said = [];
    connections.reportTo((message) => said.push(message));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }
  /** /busy is never answered. */
  const plain: RequestListener = ({ url: path }, response) => void (path === '/busy' || response.end('fine'));
  afterEach(() => {
    crowds.splice(0).forEach((crowd) => crowd.leave());
    server.closeAllConnections();
    server.close();
  });

  async function crowd(address: string, count: number, bytes: string): Promise<Crowd> {
    const one = new Crowd(url, address);
    crowds.push(one);
    await one.fill(count, bytes);
    // Until the server has read what they sent.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return one;
  }

  it('are closed for new ones when they are all taken: the longest idle ones, and none with a request', async () => {
    await serve(plain);
    connections.behindProxies(1);
    const busy = await crowd('127.0.0.1', 4, BUSY);
    const idle = await crowd('127.0.0.1', 4, HALF_A_HEAD);
    const newer = await crowd('127.0.0.1', 4, ONE_REQUEST);
    expect([busy.open, idle.open, newer.open]).to.deep.equal([4, 0, 4]);
    expect(connections.counts).to.deep.include({ open: 8, closedIdle: 4, refused: 0 });
    expect(said).to.deep.equal([
      'All 8 connections are taken; the longest idle ones are closed for new ones.',
    ]);
  });

  it('are refused when every one has a request under way', async () => {
    await serve(plain);
    connections.behindProxies(1);
    const busy = await crowd('127.0.0.1', 8, BUSY);
    const more = await crowd('127.0.0.1', 2, ONE_REQUEST);
    expect([busy.open, more.open]).to.deep.equal([8, 0]);
    expect(connections.counts).to.deep.include({ open: 8, closedIdle: 0, refused: 2 });
  });

  it('of one address are at most half of all, busy ones too', async () => {
    await serve(plain);
    const busy = await crowd('127.0.0.1', 6, BUSY);
    expect(busy.open).to.equal(4);
    expect((await getFrom('127.0.0.2', url)).body).to.equal('fine');
    const other = await crowd('127.0.0.2', 6, ONE_REQUEST);
    expect([busy.open, other.open]).to.deep.equal([4, 4]);
  });

  it('end when their client takes nothing, and not while it takes a little or the answer is being made', async () => {
    await serve(({ url: path }, response) => {
      if (path === '/late') setTimeout(() => response.end('late'), 1500);
      else response.end(Buffer.alloc(path === '/some' ? 12_000_000 : 50_000_000));
    }, 600);
    const open = (path: string): ReturnType<typeof connect> => {
      const socket = connect((server.address() as AddressInfo).port, '127.0.0.1');
      socket
        .on('error', () => undefined)
        .write(`GET ${path} HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n`);
      return socket;
    };
    const never = open('/all').pause();
    const slow = open('/some');
    let taken = 0;
    let sipped = 0;
    slow.on('data', (chunk) => {
      taken += chunk.length;
      sipped += chunk.length;
      if (sipped > 1_000_000) slow.pause();
    });
    const sip = setInterval(() => {
      sipped = 0;
      slow.resume();
    }, 100);
    try {
      expect((await getFrom('127.0.0.1', `${url}/late`)).body).to.equal('late');
      if (!slow.closed) await once(slow, 'close', { signal: AbortSignal.timeout(15_000) });
    } finally {
      clearInterval(sip);
    }
    expect(taken).to.be.greaterThan(12_000_000);
    for (let waited = 0; connections.counts.closedStalled === 0 && waited < 200; waited++) {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(connections.counts.closedStalled).to.equal(1);
    never.destroy();
  });

  it('are a third of the descriptors, and no more than 4,000', () => {
    expect(connectionLimits(1024)).to.deep.equal({ connections: 341, connectionsPerAddress: 171 });
    expect(connectionLimits(1_048_576)).to.deep.equal({ connections: 4000, connectionsPerAddress: 2000 });
    expect(connectionLimits(Infinity).connections).to.equal(4000);
    expect(connectionLimits(20).connections).to.equal(16);
  });
});
