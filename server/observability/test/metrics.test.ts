import { spawnSync } from 'node:child_process';
import type { AddressInfo } from 'node:net';
import { NO_TRACES, PortUnavailable } from '@shortfactory/core';
import type { Traces } from '@shortfactory/core';
import { expect } from 'chai';
import { METRICS, PROCESS_METRICS } from '../metric-definitions.ts';
import { Metrics } from '../metrics.ts';
import { serveMetrics } from '../metrics-server.ts';

const made = (): Metrics => new Metrics({ version: '1.2.3', revision: 'abc', role: 'all' });

/** One event of every kind, so that every series has a value. */
function busy(): Metrics {
  const metrics = made();
  metrics.httpRequest({ method: 'GET', route: '/api/videos/:id', status: 200, seconds: 0.01 });
  metrics.eventStream(1);
  metrics.record({ type: 'job-started', waitedSeconds: 2 });
  metrics.record({ type: 'job-ended', outcome: 'done', seconds: 12, videoSeconds: 30.5 });
  metrics.record({ type: 'job-retried' });
  metrics.record({ type: 'lease-lost' });
  metrics.record({ type: 'publication-ended', outcome: 'sent' });
  metrics.record({ type: 'publication-failed', why: 'quota' });
  metrics.record({ type: 'stage-ended', stage: 'compose', outcome: 'done', seconds: 8 });
  metrics.record({ type: 'artifact', stage: 'narrate', found: true });
  metrics.record({
    type: 'provider-called',
    kind: 'image',
    provider: 'gemini',
    outcome: 'retryable',
    seconds: 1,
    costUsd: 0.04,
  });
  return metrics;
}

describe('metrics', () => {
  it('names the trace of a video’s duration to a scraper that takes OpenMetrics', async () => {
    const traces: Traces = {
      ...NO_TRACES,
      headers: () => ({ traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01' }),
    };
    const metrics = new Metrics({ version: '1.2.3', revision: 'abc', role: 'worker', traces });
    metrics.record({ type: 'job-ended', outcome: 'done', seconds: 12, videoSeconds: 30.5 });
    const [open, plain] = await Promise.all([
      metrics.text('application/openmetrics-text;version=1.0.0,text/plain;q=0.5'),
      metrics.text('text/plain'),
    ]);
    expect(open.contentType).to.match(/^application\/openmetrics-text/);
    expect(open.text).to.match(
      /generation_duration_seconds_bucket\{le="15",outcome="done"\} 1 # \{trace_id="0af7651916cd43dd8448eb211c80319c",span_id="b7ad6b7169203331"\} 12 /,
    );
    expect(open.text.trimEnd().endsWith('# EOF')).to.equal(true);
    expect(plain.contentType).to.match(/^text\/plain; version=0\.0\.4/);
    expect(plain.text).not.to.include('trace_id');
  });

  it('counts what is recorded under the names that alerts use', async () => {
    const { text } = await busy().text();
    for (const line of [
      'shortfactory_http_request_duration_seconds_count{route="/api/videos/:id",method="GET",status_class="2xx"} 1',
      'shortfactory_video_generation_duration_seconds_sum{outcome="done"} 12',
      'shortfactory_video_generation_duration_seconds_count{outcome="failed"} 0',
      'shortfactory_stage_duration_seconds_count{stage="compose",outcome="done"} 1',
      'shortfactory_queue_wait_seconds_sum 2',
      'shortfactory_job_retries_total 1',
      'shortfactory_lease_losses_total 1',
      'shortfactory_provider_calls_total{kind="image",provider="gemini",outcome="retryable"} 1',
      'shortfactory_provider_calls_total{kind="image",provider="gemini",outcome="failed"} 0',
      'shortfactory_cache_hits_total{stage="narrate"} 1',
      'shortfactory_rendered_video_seconds_total 30.5',
      'shortfactory_estimated_cost_usd_total{kind="image",provider="gemini"} 0.04',
      'shortfactory_publications_total{outcome="sent"} 1',
      'shortfactory_publications_total{outcome="refused"} 0',
      'shortfactory_publication_failures_total{why="quota"} 1',
      'shortfactory_http_event_streams 1',
      `shortfactory_build_info{version="1.2.3",revision="abc",role="all",node_version="${process.version}"} 1`,
    ]) {
      expect(text.split('\n')).to.include(line);
    }
  });

  it('drops an invalid value, counts it, logs it once, and never throws', async () => {
    const said: string[] = [];
    const log = { warn: (message: string) => void said.push(message) };
    const metrics = new Metrics({ version: '1', revision: 'a', role: 'all', log });
    for (const odd of [
      NaN,
      -1,
      -Infinity,
      Infinity,
      '12x' as unknown as number,
      undefined as unknown as number,
    ]) {
      metrics.record({
        ...{ type: 'provider-called', kind: 'llm', provider: 'gemini', outcome: 'ok' },
        ...{ seconds: odd, costUsd: odd },
      });
      metrics.record({ type: 'job-ended', outcome: 'done', seconds: odd, videoSeconds: odd });
      metrics.record({ type: 'stage-ended', stage: 'compose', outcome: 'done', seconds: odd });
      metrics.httpRequest({ method: 'GET', route: '/', status: odd, seconds: odd });
    }
    metrics.watchLoad(() => ({ running: NaN, waiting: 4 }));
    const { text } = await metrics.text();
    expect(text).to.include('shortfactory_provider_calls_total{kind="llm",provider="gemini",outcome="ok"} 6');
    expect(text).not.to.match(/^shortfactory_.* (NaN|Nan|-\d.*|\+?Inf)$/m);
    expect(Number(/^shortfactory_metrics_dropped_total (\d+)$/m.exec(text)?.[1])).to.be.greaterThan(20);
    expect(said).to.deep.equal(['A value could not be recorded and was dropped.']);
  });

  it('reads the number of jobs at each scrape', async () => {
    const metrics = made();
    let running = 1;
    metrics.watchLoad(() => ({ running, waiting: 4 }));
    expect((await metrics.text()).text).to.include('shortfactory_jobs{state="running"} 1');
    running = 0;
    const { text } = await metrics.text();
    expect(text).to.include('shortfactory_jobs{state="running"} 0');
    expect(text).to.include('shortfactory_jobs{state="queued"} 4');
  });

  it('has no label that untrusted input can set: an invented method is counted as other', async () => {
    const metrics = made();
    for (let i = 0; i < 50; i++) {
      metrics.httpRequest({ method: `M${i}`, route: 'unmatched', status: 404, seconds: 0.001 });
    }
    const { text } = await metrics.text();
    expect(text).to.include('{route="unmatched",method="other",status_class="4xx"} 50');
    expect(text).not.to.include('M1');
  });

  it('serves every metric of the table', async () => {
    const { text } = await busy().text();
    for (const { name } of Object.values(METRICS)) expect(text).to.include(`# TYPE ${name} `);
    for (const name of PROCESS_METRICS) expect(text).to.include(`# TYPE ${name} `);
  });

  it('passes promtool check metrics', async function () {
    const checked = spawnSync('promtool', ['check', 'metrics'], {
      input: (await busy().text()).text,
      encoding: 'utf8',
    });
    if (checked.error) {
      process.stdout.write(
        '    promtool is not installed, so the names were not checked (apt: prometheus, brew: prometheus)\n',
      );
      return this.skip();
    }
    expect(checked.stdout + checked.stderr).to.equal('');
    expect(checked.status).to.equal(0);
  });
});

describe('the metrics port', () => {
  it('answers /metrics, scrubbed, and nothing else', async () => {
    const server = await serveMetrics(busy(), {
      host: '127.0.0.1',
      port: 0,
      scrub: (text) => text.replaceAll('1.2.3', '[redacted]'),
    });
    try {
      const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const answer = await fetch(`${address}/metrics`);
      expect(answer.status).to.equal(200);
      expect(answer.headers.get('content-type')).to.include('text/plain; version=0.0.4');
      expect(await answer.text()).to.include('version="[redacted]"');
      expect((await fetch(`${address}/`)).status).to.equal(404);
      expect((await fetch(`${address}/metrics`, { method: 'POST' })).status).to.equal(405);
    } finally {
      server.close();
    }
  });

  it('says when its port is taken', async () => {
    const options = { host: '127.0.0.1', port: 0, scrub: (text: string) => text };
    const first = await serveMetrics(made(), options);
    try {
      const { port } = first.address() as AddressInfo;
      const second = await serveMetrics(made(), { ...options, port }).catch((error: unknown) => error);
      expect(second)
        .to.be.instanceOf(PortUnavailable)
        .and.have.property('message')
        .that.matches(/^Port \d+ is taken by another program; stop it, or set METRICS_PORT to another\.$/);
    } finally {
      first.close();
    }
  });
});
