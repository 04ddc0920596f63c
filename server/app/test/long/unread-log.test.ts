import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { expect } from 'chai';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

/** Lines of some 400 bytes: half as much again as the buffer and the pipes hold. */
const ASKED = 4000;

/** Each leaves a line in the log. Rejects when one is not answered. */
async function ask(server: StartedServer, times: number): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 20 });
  const one = (): Promise<void> =>
    new Promise((resolve, reject) => {
      get(`${server.url}/`, { agent, signal: AbortSignal.timeout(20_000) }, (answer) => {
        answer.resume().once('end', resolve);
      }).once('error', reject);
    });
  await Promise.all(Array.from({ length: times }, one));
  agent.destroy();
}

async function dropped(server: StartedServer): Promise<number> {
  const text = await (await fetch(server.metricsUrl)).text();
  return Number(/^shortfactory_log_lines_dropped_total (\d+)$/m.exec(text)?.[1]);
}

describe('the server whose log is not read', function () {
  this.timeout(60_000);
  const { start } = suiteServers();

  it('goes on, buffers what fits, counts what it drops, and logs how many when it is read again', async () => {
    const server = await start();
    expect(await dropped(server)).to.equal(0);
    // The last line that a start writes by itself.
    await server.until(
      () => server.log.some(({ message }) => /^Made with ffmpeg/.test(String(message))),
      20_000,
    );
    server.process.stdout?.pause();
    await ask(server, ASKED);
    expect((await fetch(`${server.url}/live`)).status).to.equal(200);
    const lost = await dropped(server);
    expect(lost).to.be.greaterThan(0);
    server.process.stdout?.resume();
    const note = (): Record<string, unknown> | undefined =>
      server.log.find(({ message }) => String(message).startsWith('Log lines were dropped'));
    await server.until(() => note() !== undefined, 10_000);
    expect(note()).to.include({ severity: 'WARNING', droppedLines: lost });
    expect(server.log.filter(({ message }) => message === 'GET / 200')).to.have.length(ASKED - lost);
  });

  it('writes its last lines when it is read again while it ends', async () => {
    const server = await start();
    server.process.stdout?.pause();
    await ask(server, 400);
    server.process.kill('SIGTERM');
    server.process.stdout?.resume();
    expect((await server.ended).code).to.equal(0);
    expect(server.log.at(-1)).to.include({ message: 'Shut down.' });
    expect(server.log.filter(({ message }) => message === 'GET / 200')).to.have.length(400);
  });

  it('ends all the same when it is not', async () => {
    const server = await start();
    server.process.stdout?.pause();
    await ask(server, 400);
    const exited = once(server.process, 'exit');
    server.process.kill('SIGTERM');
    expect(await exited).to.deep.equal([0, null]);
    server.process.stdout?.resume();
  });
});
