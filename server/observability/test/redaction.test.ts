import { expect } from 'chai';
import { Redactor } from '../redaction.ts';

const SECRET = 'AIza+Canary/"7f3ä\\9";key';

function knowing(...values: string[]): Redactor {
  const redactor = new Redactor();
  for (const value of values) redactor.register(value);
  return redactor;
}

describe('redaction', () => {
  const forms: [name: string, form: string][] = [
    ['as it is', SECRET],
    ['in JSON', JSON.stringify({ key: SECRET })],
    ['in JSON inside JSON', JSON.stringify(JSON.stringify({ key: SECRET }))],
    ['in an address', `https://example.org/v1?key=${encodeURIComponent(SECRET)}&alt=sse`],
    [
      'in an address with lower-case codes',
      encodeURIComponent(SECRET).replace(/%../g, (c) => c.toLowerCase()),
    ],
    ['in a form', new URLSearchParams({ key: SECRET }).toString()],
    ['in base64', Buffer.from(SECRET).toString('base64')],
    ['in base64 after one byte', Buffer.from(`u${SECRET}`).toString('base64')],
    ['in base64 after two bytes and before more', Buffer.from(`u:${SECRET} and more`).toString('base64')],
    ['in base64url', Buffer.from(SECRET).toString('base64url')],
    ['in hex', Buffer.from(SECRET).toString('hex')],
  ];
  for (const [name, form] of forms) {
    it(`takes a secret out of a text ${name}`, () => {
      const scrubbed = knowing(SECRET).scrub(`before ${form} between ${form} after`);
      expect(scrubbed).to.match(/^before .*\[redacted\].* between .*\[redacted\].* after$/);
      // A few bits at the edges of a base64 may stay; eight characters in a row of any form may not.
      for (let at = 0; at + 8 <= SECRET.length; at++) {
        const part = SECRET.slice(at, at + 8);
        expect(scrubbed).not.to.include(part);
        expect(scrubbed).not.to.include(Buffer.from(part).toString('hex'));
      }
    });
  }

  it('knows the password inside an address and the hashes inside API_KEYS', () => {
    const hash = 'c0ffee'.repeat(10) + 'abcd';
    const redactor = knowing('rediss://:p%40ssw0rd-9@redis:6379/1', `ci:${hash},web:${'1'.repeat(64)}`);
    expect(redactor.scrub(`AUTH p@ssw0rd-9 or p%40ssw0rd-9, then ${hash}`)).to.equal(
      'AUTH [redacted] or [redacted], then [redacted]',
    );
  });

  it('keeps a line of JSON a line of JSON whatever the secret is made of', () => {
    const redactor = knowing('"severity":"INFO"', '123456789', 'x-secret-name');
    const line = JSON.stringify({
      severity: 'INFO',
      message: 'the line has "severity":"INFO" in it',
      amount: 1234567890,
      'x-secret-name': 1,
    });
    const read = JSON.parse(redactor.scrubJson(line)) as Record<string, unknown>;
    expect(read).to.deep.equal({
      severity: 'INFO',
      message: 'the line has [redacted] in it',
      amount: '[redacted]',
      '[redacted]': 1,
    });
  });

  it('knows a value as soon as it is registered, beside those before', () => {
    const redactor = knowing('first-secret');
    redactor.register('second-secret');
    expect(redactor.scrub('first-secret second-secret third-secret')).to.equal(
      '[redacted] [redacted] third-secret',
    );
  });

  it('takes out the longer of two secrets of which one begins with the other', () => {
    expect(knowing('secret-key', 'secret-key-2026').scrub('secret-key-2026')).to.equal('[redacted]');
  });
});
