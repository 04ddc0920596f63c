import { randomBytes } from 'node:crypto';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { FakeCloudTasks } from '@shortfactory/testing/fakes/cloud-tasks';
import { FakeGcs } from '@shortfactory/testing/fakes/gcs/server';
import { FakeSecretManager } from '@shortfactory/testing/fakes/secret-manager';
import { StartedServer } from '@shortfactory/testing/started-server';
import { freePort } from '@shortfactory/testing/support/free-port';
import { SpanReceiver } from '@shortfactory/testing/support/span-receiver';

const QUEUE = 'projects/my-project/locations/europe-west1/queues/jobs';
const ACCOUNT = 'tasks@my-project.iam.gserviceaccount.com';
const PAGE = 'https://shorts.example';
const SIGNING_KEY = 'the-signing-key-that-both-services-have';

const BLUE = bluePicture();

function bluePicture(): Buffer {
  const canvas = createCanvas(540, 960);
  const context = canvas.getContext('2d');
  context.fillStyle = '#0000ff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  return canvas.toBuffer('image/png');
}

interface Announced {
  readonly upload: string;
  readonly url: string;
  readonly headers: Record<string, string>;
}

/** An identity token as it arrives behind Cloud Run's own check, which takes the signature away. */
function identityToken(audience: string, email: string): string {
  const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: 'https://accounts.google.com',
    aud: audience,
    email,
    email_verified: true,
    exp: Math.floor(Date.now() / 1000) + 600,
  };
  return `${part({ alg: 'RS256' })}.${part(claims)}.SIGNATURE_REMOVED_BY_GOOGLE`;
}

/** A pixel near the top of a picture, where no caption stands. */
async function pixelAbove(url: string): Promise<Uint8ClampedArray> {
  const picture = await loadImage(Buffer.from(await (await fetch(url)).arrayBuffer()));
  const context = createCanvas(picture.width, picture.height).getContext('2d');
  context.drawImage(picture, 0, 0);
  return context.getImageData(picture.width / 2, picture.height / 8, 1, 1).data;
}

describe('an API and a worker over a bucket, Cloud Tasks and Secret Manager', function () {
  this.timeout(120_000);
  let gcs: FakeGcs;
  let tasks: FakeCloudTasks;
  let secrets: FakeSecretManager;
  let api: StartedServer;
  let worker: StartedServer;
  let upload: string | undefined;
  let collector: SpanReceiver;
  const traceId = randomBytes(16).toString('hex');
  const headers = { Authorization: `Bearer ${randomBytes(32).toString('base64url')}` };

  before(async () => {
    collector = await SpanReceiver.start();
    [gcs, tasks, secrets] = await Promise.all([
      FakeGcs.start(),
      FakeCloudTasks.start(QUEUE),
      FakeSecretManager.start(),
    ]);
    tasks.authorization = ({ audience, serviceAccountEmail }) =>
      `Bearer ${identityToken(audience, serviceAccountEmail)}`;
    secrets.add('signing-key', `${SIGNING_KEY}\n`);
    const workerPort = await freePort();
    const env = {
      APP_ENV: 'prod',
      CORS_ORIGINS: PAGE,
      HOST: '127.0.0.1',
      STORAGE: 'gcs',
      GCS_BUCKET_NAME: gcs.name,
      STORAGE_EMULATOR_HOST: gcs.url,
      SECRETS: 'secret-manager',
      SECRET_MANAGER_EMULATOR_HOST: secrets.address,
      QUEUE: 'cloud-tasks',
      TASKS_EMULATOR_HOST: tasks.address,
      TASKS_QUEUE: 'jobs',
      TASKS_SERVICE_ACCOUNT: ACCOUNT,
      GCP_PROJECT_ID: 'my-project',
      GCP_REGION: 'europe-west1',
      WORKER_URL: `http://127.0.0.1:${workerPort}`,
      WORKER_INVOKER: 'platform',
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.url,
    };
    [api, worker] = await Promise.all([
      StartedServer.start({ ...env, ROLE: 'api' }),
      StartedServer.start({ ...env, ROLE: 'worker', PORT: String(workerPort) }),
    ]);
  });
  after(async () => {
    await Promise.all([api.stop(), worker.stop()]);
    collector.stop();
    tasks.stop();
    secrets.stop();
    await gcs.stop();
  });

  async function announce(origin: string): Promise<Announced> {
    const answer = await fetch(`${api.url}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, Origin: origin, 'Content-Type': 'application/json' },
      body: JSON.stringify({ filename: 'blue.png', contentType: 'image/png', bytes: BLUE.length }),
    });
    expect(answer.status).to.equal(201);
    return (await answer.json()) as Announced;
  }

  it('takes a picture from a page straight into the bucket, and allows no other page to read the responses', async () => {
    const strange = await announce('https://elsewhere.example');
    const asked = await fetch(strange.url, { method: 'OPTIONS' });
    expect(asked.headers.get('access-control-allow-origin')).to.equal(null);
    const place = await announce(PAGE);
    expect(new URL(place.url).origin).to.equal(gcs.url);
    const preflight = await fetch(place.url, { method: 'OPTIONS' });
    expect(preflight.headers.get('access-control-allow-origin')).to.equal(PAGE);
    const sent = await fetch(place.url, { method: 'PUT', headers: place.headers, body: BLUE });
    expect(sent.status).to.equal(200);
    expect(sent.headers.get('access-control-allow-origin')).to.equal(PAGE);
    upload = place.upload;
  });

  it('makes a video with it: accepted by one, made by the other, fetched from the first', async () => {
    const scenes = [{ narration: 'One scene is enough to see that it works.', visual: 'blue', upload }];
    const accepted = await fetch(`${api.url}/api/videos`, {
      method: 'POST',
      headers: {
        ...headers,
        'Content-Type': 'application/json',
        traceparent: `00-${traceId}-00f067aa0ba902b7-01`,
      },
      body: JSON.stringify({ script: { title: 'In the cloud', language: 'en', scenes }, aspects: ['1:1'] }),
    });
    expect(accepted.status).to.equal(202);
    const { id } = (await accepted.json()) as JobJson;
    let job: JobJson | undefined;
    await api.until(async () => {
      job = (await (await fetch(`${api.url}/api/videos/${id}`, { headers })).json()) as JobJson;
      return job.status === 'done' || job.status === 'failed';
    }, 90_000);
    expect(job?.status, worker.output.slice(-2000)).to.equal('done');
    const file = await fetch(`${api.url}${job?.outputs[0]?.url}`, { headers });
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(bytes.byteLength).to.equal(job?.outputs[0]?.bytes);
    expect(bytes.subarray(4, 8).toString('latin1')).to.equal('ftyp');
    const [red, , blue] = await pixelAbove(`${api.url}${job?.poster}`);
    expect(blue).to.be.above(200);
    expect(red).to.be.below(60);
    expect(worker.log.some(({ message }) => message === 'A job began to run.')).to.equal(true);
    expect(api.log.some(({ message }) => message === 'A job began to run.')).to.equal(false);
  });

  it('shows the video as one trace, from the caller’s traceparent over queue, worker and stages to ffmpeg', async () => {
    const here = (): typeof collector.spans => collector.spans.filter((span) => span.traceId === traceId);
    await api.until(async () => here().some(({ name }) => name === 'job run'), 10_000);
    const counts: Record<string, number> = {};
    for (const { service, name } of here()) {
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
      'worker: stage narrate': 1,
      'worker: provider narrate': 1,
      'worker: stage caption': 1,
      'worker: stage compose': 1,
      'worker: stage publish': 1,
    });
    expect(ffmpeg).to.be.at.least(2);
    const byId = new Map(here().map((span) => [span.spanId, span]));
    const path = (span: (typeof collector.spans)[number]): string[] => {
      const parent = span.parentSpanId === undefined ? undefined : byId.get(span.parentSpanId);
      return [...(parent ? path(parent) : []), span.name];
    };
    const speaking = here().find(({ name }) => name === 'provider narrate');
    expect(speaking && path(speaking)).to.deep.equal([
      'HTTP POST',
      'queue add',
      'HTTP POST',
      'job run',
      'stage narrate',
      'provider narrate',
    ]);
    expect(here().find(({ name }) => name === 'HTTP POST')?.parentSpanId).to.equal('00f067aa0ba902b7');
    for (const text of ['One scene', 'In the cloud', headers.Authorization.slice(7)])
      expect(collector.text).not.to.include(text);
  });

  it('is healthy on both sides, and says what it stands on', async () => {
    for (const server of [api, worker]) {
      const answer = await fetch(`${server.url}/health`);
      const { checks } = (await answer.json()) as {
        checks: Record<string, { state: string; detail: string }>;
      };
      expect(answer.status, JSON.stringify(checks)).to.equal(200);
      expect(checks['queue']?.detail).to.equal('cloud-tasks');
      expect(checks['secrets']?.detail).to.equal('secret-manager');
      expect(checks['storage']?.detail).to.include('a bucket');
    }
  });

  it('serves no API on the worker, and rejects unauthorized callers of its endpoint', async () => {
    expect((await fetch(`${worker.url}/api/options`)).status).to.equal(404);
    const run = `${worker.url}/internal/jobs/01ARZ3NDEKTSV4RRFFQ69G5FAV/run`;
    expect((await fetch(run, { method: 'POST' })).status).to.equal(401);
    const unauthorized = { Authorization: `Bearer ${identityToken(worker.url, 'other@else.example')}` };
    expect((await fetch(run, { method: 'POST', headers: unauthorized })).status).to.equal(403);
  });

  it('logs in the shape of Cloud Logging, without a secret, and ends in order', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    await fetch(`${api.url}/`, { headers: { traceparent: `00-${trace}-b7ad6b7169203331-01` } });
    await api.until(() => api.output.includes(trace), 2000);
    const line = api.log.find((each) => JSON.stringify(each).includes(trace));
    expect(line).to.include({
      severity: 'INFO',
      'logging.googleapis.com/trace': `projects/my-project/traces/${trace}`,
    });
    for (const server of [api, worker]) {
      server.process.kill('SIGTERM');
      expect((await server.ended).code).to.equal(0);
      expect(server.output).not.to.include(SIGNING_KEY);
      expect(server.errors).to.equal('');
    }
  });
});
