import { expect } from 'chai';
import { deviceOf } from '../../server/sign-in/device.ts';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('about what a session runs on', () => {
  it('is told by the User-Agent of the big browsers', () => {
    for (const [text, device, browser] of [
      [
        `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`,
        'Windows',
        'Chrome',
      ],
      [
        `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
        ...['Windows', 'Edge'],
      ],
      [
        `Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`,
        ...['Linux', 'Opera'],
      ],
      [
        `Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/140.0.0.0 Safari/537.36`,
        'Chromebook',
        'Chrome',
      ],
      ['Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0', 'Linux', 'Firefox'],
      [
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:143.0) Gecko/20100101 Firefox/143.0',
        'Mac',
        'Firefox',
      ],
      [
        'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15',
        ...['Mac', 'Safari'],
      ],
      [
        'Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1',
        ...['iPhone', 'Safari'],
      ],
      [
        'Mozilla/5.0 (iPad; CPU OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/140.0 Mobile/15E148 Safari/604.1',
        ...['iPad', 'Chrome'],
      ],
      [
        `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} Chrome/140.0.0.0 Mobile Safari/537.36`,
        'Android phone',
        'Chrome',
      ],
      [
        `Mozilla/5.0 (Linux; Android 10; K) ${WEBKIT} SamsungBrowser/28.0 Chrome/130.0.0.0 Safari/537.36`,
        ...['Android tablet', 'Samsung Internet'],
      ],
    ] as const)
      expect(deviceOf(text), text).to.deep.equal({ device, browser });
  });

  it('is nothing where nothing is known, and never what somebody wrote', () => {
    for (const text of ['', 'curl/8.5.0', '<script>alert(1)</script>', `${'x'.repeat(100_000)} Firefox/1`])
      expect(deviceOf(text), text.slice(0, 20)).to.deep.equal({});
  });
});
