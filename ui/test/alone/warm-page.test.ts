import { expect } from 'chai';
import { startUi } from '../support/built-ui.ts';
import type { RunningUi } from '../support/built-ui.ts';
import { startRealServer } from '../support/real-server.ts';
import type { RealServer } from '../support/real-server.ts';

describe('the whole product, with nothing else running', function () {
  this.timeout(120_000);
  let server: RealServer;
  let ui: RunningUi;
  before(async () => {
    server = await startRealServer();
    ui = await startUi(server.url);
  });
  after(async () => {
    await ui?.stop();
    await server?.stop();
  });

  it('answers the first page in under 50 ms once it is warm', async () => {
    const times: number[] = [];
    for (let each = 0; each < 80; each += 1) {
      const started = performance.now();
      await (await fetch(ui.url)).text();
      times.push(performance.now() - started);
    }
    expect(Math.min(...times)).to.be.below(50);
  });
});
