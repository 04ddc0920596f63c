import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { InputInvalid } from '@shortfactory/core';
import { networkRule } from '@shortfactory/network';
import { expect } from 'chai';
import { createSend } from '../index.ts';
import { receiverOf } from '../sending/receiver.ts';

/** An address of the public internet that is routed nowhere from a test: what is sent there is not answered in time. */
const PUBLIC = '93.184.215.14';

interface Trick {
  /** What it is; PORT stands for the port of a server on loopback that must not be reached. */
  readonly url: string;
  /** What its name leads to, look-up by look-up. */
  readonly answers?: readonly (readonly string[])[];
  /** Networks that are allowed all the same. */
  readonly allowed?: readonly string[];
}

const NAMED = 'http://receiver.example:PORT/';
const TRICKS: Readonly<Record<string, Trick>> = {
  'loopback as it is': { url: 'http://127.0.0.1:PORT/' },
  'another address of loopback': { url: 'http://127.9.8.7:PORT/' },
  'a decimal number': { url: 'http://2130706433:PORT/' },
  'a hexadecimal number': { url: 'http://0x7f000001:PORT/' },
  'octal parts': { url: 'http://0177.0.0.01:PORT/' },
  'parts left out': { url: 'http://127.1:PORT/' },
  'nothing but zero': { url: 'http://0:PORT/' },
  'wide digits': { url: 'http://１２７.０.０.１:PORT/' },
  'digits in circles': { url: 'http://①②⑦.⓪.⓪.①:PORT/' },
  'an escaped host': { url: 'http://%31%32%37.0.0.1:PORT/' },
  'a dot behind it': { url: 'http://127.0.0.1.:PORT/' },
  'a backslash before another host': { url: 'http://127.0.0.1:PORT\\@example.org/' },
  'a user that looks like a host': { url: 'http://example.org@127.0.0.1:PORT/' },
  'loopback of IPv6': { url: 'http://[::1]:PORT/' },
  'any address of IPv6': { url: 'http://[::]:PORT/' },
  'IPv4 mapped into IPv6': { url: 'http://[::ffff:127.0.0.1]:PORT/' },
  'IPv4 mapped, in hexadecimal': { url: 'http://[0:0:0:0:0:ffff:7f00:1]:PORT/' },
  'IPv4 in IPv6, as before 2006': { url: 'http://[::127.0.0.1]:PORT/' },
  'IPv4 behind NAT64': { url: 'http://[64:ff9b::7f00:1]:PORT/' },
  'IPv4 in 6to4': { url: 'http://[2002:7f00:1::]:PORT/' },
  'a link-local address': { url: 'http://[fe80::1]:PORT/' },
  'a unique local address': { url: 'http://[fd12:3456::1]:PORT/' },
  'private networks': { url: 'http://10.0.0.1:PORT/' },
  'a shared network': { url: 'http://100.64.0.1:PORT/' },
  'a multicast address': { url: 'http://224.0.0.1:PORT/' },
  localhost: { url: 'http://localhost:PORT/', answers: [['127.0.0.1', '::1']] },
  'a name of loopback': { url: NAMED, answers: [['127.0.0.1']] },
  'a name of loopback with a dot behind it': {
    url: 'http://receiver.example.:PORT/',
    answers: [['127.0.0.1']],
  },
  'a name of loopback, mapped': { url: NAMED, answers: [['::ffff:127.0.0.1']] },
  'a name of loopback, with a zone': { url: NAMED, answers: [['fe80::1%lo']] },
  'a name with a private address among public ones': { url: NAMED, answers: [[PUBLIC, '127.0.0.1']] },
  'a name whose answer changes between a check and the connection': {
    url: NAMED,
    answers: [[PUBLIC], ['127.0.0.1']],
  },
  'a name that leads to nothing': { url: NAMED, answers: [[]] },
  'a cloud’s metadata': { url: 'http://169.254.169.254/latest/meta-data' },
  'a cloud’s metadata, though its network is allowed': {
    url: 'http://169.254.169.254/latest/meta-data',
    allowed: ['169.254.0.0/16', '::ffff:0:0/96'],
  },
  'a cloud’s metadata, mapped and allowed': {
    url: 'http://[::ffff:a9fe:a9fe]/',
    allowed: ['169.254.0.0/16', '::ffff:0:0/96'],
  },
  'metadata of IPv6, though its network is allowed': {
    url: 'http://[fd00:ec2::254]/',
    allowed: ['fd00::/8'],
  },
  'a name of metadata': { url: 'http://metadata.google.internal./computeMetadata/v1/' },
  'a name that leads to metadata': {
    url: NAMED,
    answers: [['169.254.169.254']],
    allowed: ['169.254.0.0/16'],
  },
  'a file': { url: 'file:///etc/passwd' },
  'another protocol': { url: 'gopher://127.0.0.1:PORT/_POST' },
};

describe('the addresses that webhooks reach', () => {
  let hits = 0;
  const victim = createServer((_request, answer) => {
    hits += 1;
    answer.end();
  });
  let port: number;
  before(async () => {
    await new Promise<void>((resolve) => victim.listen(0, '127.0.0.1', resolve));
    ({ port } = victim.address() as AddressInfo);
  });
  after(() => victim.close());
  beforeEach(() => (hits = 0));

  for (const [what, { url, answers = [], allowed = [] }] of Object.entries(TRICKS)) {
    it(`do not include ${what}`, async () => {
      const mayReach = networkRule({ networks: allowed, loopback: false });
      let lookups = 0;
      const send = createSend({
        mayReach,
        lookup: async () => answers[Math.min(lookups++, answers.length - 1)] ?? [],
        userAgent: 'a test',
        timeoutMs: 150,
      });
      let given: URL;
      try {
        given = receiverOf(url.replace('PORT', String(port)), { mayReach, allowHttp: true }, 'url');
      } catch (error) {
        expect(error).to.be.instanceOf(InputInvalid);
        return;
      }
      for (let tries = 1; tries <= 2; tries++) {
        const sent = await send({ url: given, headers: {}, body: '{}' }, new AbortController().signal);
        expect(sent)
          .to.have.property('problem')
          .that.matches(/^[A-Z].*\.$/);
        expect(lookups, 'one look-up a connection').to.equal(tries);
      }
      expect(hits).to.equal(0);
    });
  }

  it('include loopback on a laptop, a network that is allowed, and every public one', () => {
    const laptop = networkRule({ networks: [], loopback: true });
    expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', PUBLIC, '2606:4700::1111'].map(laptop)).to.deep.equal(
      Array(5).fill(true),
    );
    expect(['10.0.0.1', '169.254.169.254', 'fe80::1', 'no address'].map(laptop)).to.deep.equal(
      Array(4).fill(false),
    );
    const cluster = networkRule({ networks: ['10.1.0.0/16', 'fd12::/16'], loopback: false });
    expect(['10.1.2.3', '::ffff:10.1.2.3', 'fd12::7'].map(cluster)).to.deep.equal([true, true, true]);
    expect(['10.2.0.1', '127.0.0.1', 'fd13::7'].map(cluster)).to.deep.equal([false, false, false]);
  });

  it('are checked once more when the socket is connected, before anything is written', async () => {
    let asked = 0;
    const send = createSend({
      // What was looked up is allowed; what is connected is not.
      mayReach: () => ++asked === 1,
      lookup: async () => ['127.0.0.1'],
      userAgent: 'a test',
      timeoutMs: 1000,
    });
    const url = new URL(`http://receiver.example:${port}/`);
    expect(await send({ url, headers: {}, body: '{}' }, new AbortController().signal)).to.deep.equal({
      problem: 'Its address is not public, so nothing was sent.',
    });
    expect(hits).to.equal(0);
  });

  it('are https ones where http is not allowed, and have no password', () => {
    const rule = { mayReach: networkRule({ networks: [], loopback: false }), allowHttp: false };
    expect(() => receiverOf('http://example.org/hook', rule, 'url')).to.throw('url: is not an https address');
    expect(() => receiverOf('https://ada:s3cret@example.org/hook', rule, 'url'))
      .to.throw('has a name or password in it')
      .that.satisfies(({ message }: Error) => !message.includes('s3cret'));
    expect(receiverOf('https://example.org/hook?token=x#part', rule, 'url').href).to.equal(
      'https://example.org/hook?token=x',
    );
  });
});
