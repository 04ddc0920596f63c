import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { StartedServer } from '@shortfactory/testing/started-server';
import { freePort } from '@shortfactory/testing/support/free-port';
import { METRICS_PORT } from '../../src/environments/addresses.ts';
import { needs } from '../run-api/index.ts';

const LOCAL = fileURLToPath(new URL('../../../dist/local/monitoring/', import.meta.url));

interface Sample {
  readonly metric: Readonly<Record<string, string>>;
  readonly value: readonly [number, string];
}

/** Debian's Prometheus with the local configuration; only the port of what it scrapes is this test's own. */
class Prometheus {
  readonly #process: ChildProcess;
  readonly #folder: string;
  readonly url: string;
  output = '';

  private constructor(child: ChildProcess, folder: string, port: number) {
    this.#process = child;
    this.#folder = folder;
    this.url = `http://127.0.0.1:${port}`;
    child.stderr?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
  }

  static async start(scraped: number): Promise<Prometheus> {
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-prometheus-'));
    const config = readFileSync(`${LOCAL}prometheus.yaml`, 'utf8').replace(
      `127.0.0.1:${METRICS_PORT}`,
      `127.0.0.1:${scraped}`,
    );
    expect(config).to.include(`127.0.0.1:${scraped}`);
    writeFileSync(join(folder, 'prometheus.yaml'), config);
    writeFileSync(join(folder, 'rules.yaml'), readFileSync(`${LOCAL}rules.yaml`));
    const port = await freePort();
    const child = spawn(
      'prometheus',
      [
        `--config.file=${join(folder, 'prometheus.yaml')}`,
        `--storage.tsdb.path=${join(folder, 'data')}`,
        `--web.listen-address=127.0.0.1:${port}`,
      ],
      { stdio: ['ignore', 'ignore', 'pipe'] },
    );
    return new Prometheus(child, folder, port);
  }

  /** What a query gives now; nothing while Prometheus starts. */
  async query(expression: string): Promise<readonly Sample[]> {
    const answer = await fetch(
      `${this.url}/api/v1/query?${new URLSearchParams({ query: expression }).toString()}`,
    ).catch(() => undefined);
    if (!answer) return [];
    const { data, error } = (await answer.json()) as { data?: { result: Sample[] }; error?: string };
    if (error !== undefined) throw new Error(`${expression}: ${error}`);
    return data?.result ?? [];
  }

  async stop(): Promise<void> {
    const ended = once(this.#process, 'exit');
    if (this.#process.exitCode === null && this.#process.kill('SIGKILL')) await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

describe('a real Prometheus by the local configuration', function () {
  this.timeout(180_000);
  let server: StartedServer | undefined;
  let prometheus: Prometheus | undefined;

  needs('prometheus', 'nothing was scraped');
  after(async () => {
    await prometheus?.stop();
    await server?.stop();
  });

  it('answers every query of the dashboard with a series after one video', async () => {
    const metricsPort = await freePort();
    const started = (server = await StartedServer.start({ METRICS_PORT: String(metricsPort) }));
    const scraping = (prometheus = await Prometheus.start(metricsPort));
    // Once before the video, so that what it adds is an increase.
    await started.until(async () => (await scraping.query('up == 1')).length > 0, 30_000);
    await makeVideo(started);

    const { panels } = JSON.parse(readFileSync(`${LOCAL}grafana-dashboard.json`, 'utf8')) as {
      panels: { title: string; targets: { expr: string }[] }[];
    };
    let silent = panels.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title, expr })));
    expect(silent).to.have.length.above(15);
    // A series that began with the video has a rate from its second scrape on.
    for (
      const end = performance.now() + 60_000;
      silent.length > 0 && performance.now() < end;
      await sleep(500)
    ) {
      const answers = await Promise.all(silent.map(({ expr }) => scraping.query(expr)));
      silent = silent.filter((_, index) => answers[index]?.length === 0);
    }
    expect(silent, scraping.output.slice(-2000)).to.deep.equal([]);

    // And with numbers, not with zeros: what was scraped is what was done.
    const above = async (query: string): Promise<boolean> =>
      Number((await scraping.query(query))[0]?.value[1]) > 0;
    for (const query of [
      'shortfactory_video_generation_duration_seconds_count{outcome="done"} == 1',
      'histogram_quantile(0.95, sum by (le) (rate(shortfactory_video_generation_duration_seconds_bucket{outcome="done"}[5m])))',
      'sum(rate(shortfactory_http_request_duration_seconds_count{service_name="shortfactory-server"}[5m]))',
      'sum(increase(shortfactory_rendered_video_seconds_total[1h]))',
    ]) {
      // Requests go on: those that all fell between two scrapes would have a count, but no rate.
      await started.until(async () => {
        await fetch(`${started.url}/api/options`);
        return above(query);
      }, 30_000);
    }
    expect(await scraping.query('ALERTS{alertstate="firing"}')).to.deep.equal([]);
  });

  async function makeVideo(started: StartedServer): Promise<void> {
    const script = {
      title: 'Hello',
      language: 'en',
      scenes: [{ narration: 'Octopuses have three hearts.', visual: 'an octopus' }],
    };
    const submitted = await fetch(`${started.url}/api/videos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ script }),
    });
    expect(submitted.status, await submitted.clone().text()).to.equal(202);
    const { id } = (await submitted.json()) as { id: string };
    await started.until(async () => {
      const job = (await (await fetch(`${started.url}/api/videos/${id}`)).json()) as {
        status: string;
        error?: object;
      };
      if (job.status === 'failed') expect.fail(JSON.stringify(job.error));
      return job.status === 'done';
    }, 90_000);
  }
});
