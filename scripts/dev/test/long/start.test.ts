import { execFileSync, spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';
import { freePort } from '@shortfactory/testing/support/free-port';

/** Building both takes a while where nothing is built yet. */
const BUILT_MS = 240_000;

describe('npm start', function () {
  this.timeout(BUILT_MS + 60_000);
  let folder: string;
  let ports: { UI_PORT: string; PORT: string; METRICS_PORT: string };
  let child: ChildProcess | undefined;
  let said = '';
  let complained = '';

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-start-'));
    const [ui, api, metrics] = [await freePort(), await freePort(), await freePort()];
    ports = { UI_PORT: String(ui), PORT: String(api), METRICS_PORT: String(metrics) };
    said = complained = '';
  });
  afterEach(async () => {
    if (child?.pid !== undefined && child.exitCode === null && child.signalCode === null)
      process.kill(-child.pid, 'SIGKILL');
    await rm(folder, { recursive: true, force: true });
  });

  /** In a group of its own, as a terminal would start it. */
  function npmStart(env: Record<string, string> = {}): Promise<number | null> {
    const started = spawn('npm', ['start', '--silent'], {
      cwd: ROOT,
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...ports, DATA_DIR: join(folder, 'data'), SCRATCH_DIR: folder, ...env },
    });
    started.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    started.stderr.on('data', (chunk: Buffer) => (complained += chunk.toString()));
    child = started;
    return new Promise((resolve) => started.once('close', (code) => resolve(code)));
  }

  async function until(condition: () => boolean | Promise<boolean>, withinMs: number): Promise<void> {
    const end = performance.now() + withinMs;
    while (!(await condition())) {
      if (performance.now() > end) throw new Error(`Not within ${withinMs} ms:\n${said}\n${complained}`);
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('builds what is missing, serves the UI and the API, says where, and ends both at Ctrl-C', async () => {
    const ended = npmStart();
    await until(() => said.includes('ShortFactory is ready.'), BUILT_MS);
    expect(said)
      .to.include(`http://localhost:${ports.UI_PORT}`)
      .and.include(`http://localhost:${ports.PORT}`);
    const page = await fetch(`http://127.0.0.1:${ports.UI_PORT}/`);
    expect(page.status).to.equal(200);
    expect(page.headers.get('content-type')).to.include('text/html');
    // While everything else starts, a part may not answer its first look in time.
    await until(async () => (await fetch(`http://127.0.0.1:${ports.PORT}/health`)).status === 200, 30_000);
    // A terminal's Ctrl-C reaches every process of the group.
    process.kill(-(child?.pid ?? 0), 'SIGINT');
    await ended;
    for (const port of Object.values(ports)) {
      const refused = await fetch(`http://127.0.0.1:${port}/`).then(
        () => false,
        () => true,
      );
      expect(refused, `port ${port} is free again`).to.equal(true);
    }
    expect(complained).to.equal('');
  });

  /** The process of the group that runs this file. */
  function pidOf(file: string): number {
    const group = String(child?.pid);
    const line = execFileSync('ps', ['-eo', 'pid=,pgid=,args='], { encoding: 'utf8' })
      .split('\n')
      .map((each) => each.trim().split(/\s+/))
      .find(([, pgid, , path]) => pgid === group && path === file);
    if (!line) throw new Error(`Nothing runs ${file}`);
    return Number(line[0]);
  }
  const status = (port: string, path: string): Promise<number> =>
    fetch(`http://127.0.0.1:${port}${path}`).then(
      (answer) => answer.status,
      () => 0,
    );

  it('starts what was killed again, says so, and the other one goes on', async () => {
    const ended = npmStart();
    await until(() => said.includes('ShortFactory is ready.'), BUILT_MS);
    const ui = pidOf('ui/build/server.js');
    process.kill(pidOf('build/server/main.js'), 'SIGKILL');
    await until(() => complained.includes('The server crashed (SIGKILL). It is started again in 1 s'), 5_000);
    const page = await fetch(`http://127.0.0.1:${ports.UI_PORT}/videos`);
    expect(page.status).to.equal(503);
    expect(await page.text()).to.include('if it crashed, it is being started again');
    await until(() => complained.includes('The server is back.'), 30_000);
    await until(async () => (await status(ports.UI_PORT, '/videos')) === 200, 10_000);
    expect(pidOf('ui/build/server.js'), 'the web UI went on').to.equal(ui);

    const server = pidOf('build/server/main.js');
    process.kill(ui, 'SIGKILL');
    await until(() => complained.includes('The web UI crashed (SIGKILL). It is started again in 1 s'), 5_000);
    expect(await status(ports.PORT, '/live')).to.equal(200);
    await until(() => complained.includes('The web UI is back.'), 30_000);
    expect(await status(ports.UI_PORT, '/')).to.equal(200);
    expect(pidOf('build/server/main.js'), 'the server went on').to.equal(server);

    process.kill(-(child?.pid ?? 0), 'SIGINT');
    await ended;
    expect(await Promise.all(Object.values(ports).map((port) => status(port, '/')))).to.deep.equal([0, 0, 0]);
  });

  it('ends with npm, when only npm gets the signal', async () => {
    void npmStart();
    await until(() => said.includes('ShortFactory is ready.'), BUILT_MS);
    child?.kill('SIGTERM');
    await until(
      () =>
        fetch(`http://127.0.0.1:${ports.PORT}/live`).then(
          () => false,
          () => true,
        ),
      12_000,
    );
  });

  it('says which ports are taken before it builds anything', async () => {
    const other = createServer().listen(Number(ports.UI_PORT), '127.0.0.1');
    try {
      expect(await npmStart()).to.equal(1);
      expect(complained).to.equal(
        `Port ${ports.UI_PORT} is taken by another program; stop it, or set UI_PORT to another.\n`,
      );
      expect(said).to.equal('');
    } finally {
      other.close();
    }
  });

  it('refuses a port that is not a number, and one that is wanted twice', async () => {
    expect(await npmStart({ UI_PORT: 'three' })).to.equal(2);
    expect(complained).to.equal('UI_PORT: a whole number from 1 to 65535 was expected\n');
    complained = '';
    expect(await npmStart({ UI_PORT: ports.PORT })).to.equal(2);
    expect(complained).to.match(/^UI_PORT: \d+ is PORT's too; another was expected\n$/);
  });

  it("passes on the server's own message when its configuration does not fit, and ends the rest", async () => {
    const ended = npmStart({ RATE_LIMIT_PER_MINUTE: 'many' });
    expect(await ended).to.equal(78);
    expect(complained).to.include('RATE_LIMIT_PER_MINUTE: a whole number from 1 to 100000 was expected');
    expect(complained).to.include('The server ended by itself (exit code 78); stopping the rest.');
  });
});
