import { createServer } from 'node:net';
import type { HealthJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';
import { freePort } from '@shortfactory/testing/support/free-port';

describe('the server process', function () {
  this.timeout(120_000);
  const { spawn, start } = suiteServers();

  const warned = (server: StartedServer, words: string): unknown[] =>
    server.log.filter(({ severity, message }) => severity === 'WARNING' && String(message).includes(words));

  it('names every bad variable in one message and exits 78', async () => {
    const server = await spawn({ PORT: 'eighty', USE_REAL_LLM: 'yes', GEMINI_API_KEY: 'canary' });
    expect((await server.ended).code).to.equal(78);
    expect(server.errors).to.equal(
      'Invalid environment:\n' +
        '  PORT: a whole number from 1 to 65535 was expected\n' +
        '  USE_REAL_LLM: true or false was expected\n' +
        '  GEMINI_API_KEY: at least 8 characters were expected\n',
    );
    expect(server.output).to.equal('');
  });

  for (const variable of ['PORT', 'METRICS_PORT']) {
    it(`says in one sentence that ${variable} is taken, and exits 1`, async () => {
      const port = await freePort();
      const other = createServer().listen(port, '127.0.0.1');
      try {
        const server = await spawn({ [variable]: String(port) });
        expect((await server.ended).code).to.equal(1);
        expect(server.log.map(({ message }) => message)).to.deep.equal([
          `Port ${port} is taken by another program; stop it, or set ${variable} to another.`,
        ]);
      } finally {
        other.close();
      }
    });
  }

  it('serves the API and, on the other port only, the metrics', async () => {
    const server = await start();
    expect((await fetch(`${server.url}/ready`)).status).to.equal(200);
    expect((await fetch(`${server.url}/metrics`)).status).to.equal(404);
    expect(await (await fetch(server.metricsUrl)).text()).to.include('shortfactory_build_info');
    // Its parts are looked at with a time limit, which a busy machine may miss once.
    await server.until(async () => (await fetch(`${server.url}/health`)).ok, 30_000);
    expect(await (await fetch(`${server.url}/health`)).json()).to.have.property('status', 'ok');
  });

  it('listens first: /live answers, /ready is 503, and a request waits for the app', async () => {
    const server = await spawn();
    await server.until(async () => (await fetch(`${server.url}/live`)).ok, 10_000);
    const early = await Promise.all([fetch(`${server.url}/ready`), fetch(`${server.url}/api/options`)]);
    expect(early[0].status).to.be.oneOf([200, 503]);
    expect(early[1].status).to.equal(200);
  });

  it('is ready when its store has answered once, and stays so when the store is away later', async () => {
    const port = await freePort();
    const server = await spawn({
      STORAGE: 'gcs',
      GCS_BUCKET_NAME: 'shorts',
      STORAGE_EMULATOR_HOST: `http://127.0.0.1:${port}`,
      SIGNING_KEY: 'a signing key of more than thirty-two characters',
    });
    const ready = async (): Promise<string> => {
      const response = await fetch(`${server.url}/ready`);
      return `${response.status} ${((await response.json()) as { status: string }).status}`;
    };
    await server.until(() => warned(server, 'The store does not answer').length > 0, 30_000);
    expect(await ready()).to.equal('503 starting');
    const store = await FakeGcs.start(port);
    await server.until(async () => (await ready()) === '200 ready', 20_000);
    await store.stop();
    await server.until(async () => !(await fetch(`${server.url}/health`)).ok, 30_000);
    expect(await ready()).to.equal('200 ready');
  });

  it('with --check says what is wrong, or nothing, and ends without listening', async () => {
    const good = await spawn({}, ['--check']);
    const bad = await spawn({ ROLE: 'boss' }, ['--check']);
    expect((await good.ended).code).to.equal(0);
    expect((await bad.ended).code).to.equal(78);
    expect(bad.errors).to.include('ROLE: one of all, api, worker was expected');
  });

  it('works with fewer descriptors than its children are to have, and says so once', async () => {
    // Root may raise its limits unless that is taken away.
    const plain = process.getuid?.() === 0 ? ['setpriv', '--bounding-set', '-sys_resource'] : [];
    const server = await start({}, ['prlimit', '--nofile=128', ...plain]);
    const ffmpeg = async (): Promise<string> => {
      const health = (await (await fetch(`${server.url}/health`)).json()) as HealthJson;
      return `${health.checks.ffmpeg.state} ${health.checks.ffmpeg.detail}`;
    };
    await server.until(async () => /^(ok|slow) /.test(await ffmpeg()), 20_000);
    expect(warned(server, 'ffmpeg has a limit of 128 on its open files in place of 256')).to.have.length(1);
  });

  it('says once that nothing limits its children where there is no prlimit', async () => {
    const server = await start({ PATH: '/nowhere' });
    await server.until(() => warned(server, 'There is no prlimit on the PATH').length > 0, 20_000);
    expect(warned(server, 'prlimit')).to.have.length(1);
  });

  it('exits 0 within a second when nothing is under way', async () => {
    const server = await start();
    const began = performance.now();
    server.process.kill('SIGINT');
    expect((await server.ended).code).to.equal(0);
    expect(performance.now() - began).to.be.lessThan(2000);
  });
});
