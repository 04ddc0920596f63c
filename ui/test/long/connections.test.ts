import { expect } from 'chai';
import { Crowd, HALF_A_HEAD, ONE_REQUEST } from '@shortfactory/testing/support/crowd';
import { getFrom } from '@shortfactory/testing/support/get-from';
import { ApiDouble } from '../double/api.ts';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';

describe('the UI’s server with more connections than it has descriptors', function () {
  this.timeout(60_000);
  const api = new ApiDouble();
  let ui: RunningUi;
  before(async () => {
    ui = await startUi(await api.listen(), {}, { launcher: ['prlimit', '--nofile=1024'] });
  });
  after(async () => {
    await ui.stop();
    await api.close();
  });

  for (const [what, bytes] of [
    ['have sent half a head', HALF_A_HEAD],
    ['have asked once', ONE_REQUEST],
  ] as const) {
    it(`answers another client while 1,300 ${what}`, async () => {
      const crowd = new Crowd(ui.url);
      try {
        await crowd.fill(1300, bytes);
        expect((await getFrom('127.0.0.2', `${ui.url}/live`)).status).to.equal(200);
        expect((await getFrom('127.0.0.2', `${ui.url}/`)).status).to.equal(200);
        expect(crowd.open).to.be.lessThan(500);
      } finally {
        crowd.leave();
      }
    });
  }
});
