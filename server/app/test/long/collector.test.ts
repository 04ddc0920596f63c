import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { StartedServer } from '@shortfactory/testing/started-server';
import { Collector } from '@shortfactory/testing/support/collector';
import { freePort } from '@shortfactory/testing/support/free-port';

const SCENES = [
  { narration: 'The kettle hums before the morning has a name.', visual: 'a kettle' },
  { narration: 'A gull walks along the pier.', visual: 'a gull' },
];

describe('the spans of one video, in a collector that others wrote', function () {
  this.timeout(120_000);
  let collector: Collector;
  let api: StartedServer;
  let worker: StartedServer;

  before(async function () {
    if (!Collector.built) {
      console.log(
        '    a collector is not built here (.ci/otelcol-validation does it, with Go), so none was sent spans',
      );
      this.skip();
    }
    collector = await Collector.start();
    const port = await freePort();
    const shared = { ...env(), WORKER_URL: `http://127.0.0.1:${port}` };
    worker = await StartedServer.start({ ...shared, ROLE: 'worker', PORT: String(port) });
    api = await StartedServer.start({ ...shared, ROLE: 'api', DATA_DIR: join(worker.folder, 'data') });
  });
  after(async () => {
    await api?.stop();
    await worker?.stop();
    await collector?.stop();
  });

  const env = (): Record<string, string> => ({
    APP_ENV: 'local',
    QUEUE: 'http',
    WORKER_TOKEN: 't'.repeat(40),
    OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
  });

  it('are printed by its debug exporter as one trace: the request, the queue, the job, each stage, voice and ffmpeg', async () => {
    const traceId = randomBytes(16).toString('hex');
    const accepted = await fetch(`${api.url}/api/videos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', traceparent: `00-${traceId}-00f067aa0ba902b7-01` },
      body: JSON.stringify({ script: { title: 'Morning', language: 'en', scenes: SCENES } }),
    });
    const { id } = (await accepted.json()) as JobJson;
    expect(accepted.status).to.equal(202);
    await api.until(async () => {
      const job = (await (await fetch(`${api.url}/api/videos/${id}`)).json()) as JobJson;
      return job.status === 'done';
    }, 90_000);
    const ours = () => collector.spans.filter((span) => span.traceId === traceId);
    await api.until(() => ours().some(({ name }) => name === 'job run'), 20_000);
    const counts: Record<string, number> = {};
    for (const { service, name } of ours()) {
      const key = `${service.replace('shortfactory-', '')}: ${name}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
    const { 'worker: ffmpeg': ffmpeg, ...others } = counts;
    expect(others).to.deep.equal({
      'server: HTTP POST': 1,
      'server: queue add': 1,
      'worker: HTTP POST': 1,
      'worker: job run': 1,
      'worker: stage illustrate': 1,
      'worker: provider illustrate': 2,
      'worker: stage narrate': 1,
      'worker: provider narrate': 2,
      'worker: stage caption': 1,
      'worker: stage compose': 1,
      'worker: stage publish': 1,
    });
    expect(ffmpeg).to.be.at.least(2);
    const known = new Set(ours().map(({ spanId }) => spanId));
    const roots = ours().filter(({ parentSpanId }) => !known.has(parentSpanId ?? ''));
    expect(roots.map(({ name, parentSpanId }) => [name, parentSpanId])).to.deep.equal([
      ['HTTP POST', '00f067aa0ba902b7'],
    ]);
    expect(ours().find(({ name }) => name === 'job run')?.facts).to.include({ 'shortfactory.job.id': id });
    expect(collector.text).not.to.include('kettle');
  });
});
