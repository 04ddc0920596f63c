import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { suiteServers } from '@shortfactory/testing/started-server';

const SCRIPT = {
  title: 'Two hearts',
  language: 'en',
  scenes: [
    { narration: 'An octopus has three hearts, and two of them rest while it swims.', visual: 'an octopus' },
    { narration: 'Its blood is blue, because copper carries the air in it.', visual: 'a blue drop' },
  ],
};

async function submit(url: string): Promise<JobJson> {
  const answer = await fetch(`${url}/api/videos`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ script: SCRIPT, aspects: ['1:1'] }),
  });
  expect(answer.status).to.equal(202);
  return (await answer.json()) as JobJson;
}

async function look(url: string, id: string): Promise<JobJson> {
  return (await (await fetch(`${url}/api/videos/${id}`)).json()) as JobJson;
}

describe('the server process with work under way', function () {
  this.timeout(180_000);
  const { start } = suiteServers();

  it('shuts down on SIGTERM: not ready, nothing new, streams told to reconnect, work handed back, exit 0', async () => {
    const server = await start();
    const { id } = await submit(server.url);
    const stream = await fetch(`${server.url}/api/videos/${id}/events`);
    const said = stream.text();
    await server.until(async () => (await look(server.url, id)).status === 'running', 20_000);
    const toldMs = performance.now();
    server.process.kill('SIGTERM');
    await server.until(async () => (await fetch(`${server.url}/ready`)).status === 503, 2000);
    const refused = await fetch(`${server.url}/api/videos`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ topic: 'Too late' }),
    });
    expect(refused.status).to.equal(503);
    expect(refused.headers.get('content-type')).to.include('application/problem+json');
    expect(await said).to.include('retry:');
    expect(await server.ended).to.deep.equal({ code: 0, signal: null });
    expect(performance.now() - toldMs).to.be.lessThan(10_000);

    // What the first could not finish in time the next takes at once; an unreleased lease would have to run out, in a
    // minute.
    const { DATA_DIR, SCRATCH_DIR } = { DATA_DIR: `${server.folder}/data`, SCRATCH_DIR: server.folder };
    const next = await start({ DATA_DIR, SCRATCH_DIR });
    const isDone = async (): Promise<boolean> => (await look(next.url, id)).status === 'done';
    const began = (): boolean => next.log.some(({ message }) => message === 'A job began to run.');
    await next.until(async () => began() || (await isDone()), 20_000);
    await next.until(isDone, 90_000);
  });

  it('exits at once at the second signal', async () => {
    const server = await start();
    const { id } = await submit(server.url);
    await server.until(async () => (await look(server.url, id)).status === 'running', 20_000);
    server.process.kill('SIGTERM');
    await server.until(async () => (await fetch(`${server.url}/ready`)).status === 503, 2000);
    // The same press may arrive twice; a second one comes later.
    server.process.kill('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 600));
    expect((await fetch(`${server.url}/live`)).status).to.equal(200);
    const began = performance.now();
    server.process.kill('SIGTERM');
    expect((await server.ended).code).to.equal(143);
    expect(performance.now() - began).to.be.lessThan(500);
  });
});
