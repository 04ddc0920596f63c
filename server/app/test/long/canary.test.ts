import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JobJson } from '@shortfactory/contract';
import { SECRET_NAMES } from '@shortfactory/core';
import type { SecretName } from '@shortfactory/core';
import { expect } from 'chai';
import { StartedServer } from '@shortfactory/testing/started-server';

const CLIENT_KEY = 'canary-client-key-0123456789abcdefghijklmnopqrstuv';

/** A value for every secret that could not come from anywhere else. */
const CANARIES: Record<SecretName, string> = {
  GEMINI_API_KEY: 'canary/gemini+key=7Qx2',
  NANOBANANA_API_KEY: 'canary-nanobanana-key-8Zw3',
  ELEVENLABS_API_KEY: 'canary-elevenlabs-key-9Yv4',
  OPENAI_API_KEY: 'canary-openai-key-4Tg6',
  OPENROUTER_API_KEY: 'canary-openrouter-key-5Rf7',
  GROQ_API_KEY: 'canary-groq-key-6Ed8',
  DEEPSEEK_API_KEY: 'canary-deepseek-key-7Ws9',
  MISTRAL_API_KEY: 'canary-mistral-key-8Qa1',
  TOGETHER_API_KEY: 'canary-together-key-9Zx2',
  ENDPOINT_API_KEY: 'canary-endpoint-key-1Cv3',
  OTHER_ENDPOINT_API_KEY: 'canary-other-endpoint-key-2Bn4',
  YOUTUBE_CLIENT_SECRET: 'canary-youtube-secret-5Ug3',
  C2PA_PRIVATE_KEY: 'canary-c2pa-key-6Ty2',
  PEXELS_API_KEY: 'canary-pexels-key-3Hd5',
  PIXABAY_API_KEY: 'canary-pixabay-key-4Jf6',
  SIGNING_KEY: 'canary-signing-key-0Lk5-aaaaaaaaaaaaaaaa',
  API_KEYS: `ci:${createHash('sha256').update(CLIENT_KEY).digest('hex')}`,
  VISITOR_KEY: 'canary-visitor-key-3Pj8-cccccccccccccccc',
  WORKER_TOKEN: 'canary-worker-token-1Mj6-bbbbbbbbbbbbbbb',
  REDIS_URL: 'redis://:canary-redis-password-2Nh7@127.0.0.1:1/0',
};

/** Looks for each canary as it is and as it may be written elsewhere. */
function found(where: string, text: string): string[] {
  const bare = [
    ...Object.values(CANARIES).filter((value) => !value.includes(':')),
    'canary-redis-password-2Nh7',
    CANARIES.API_KEYS.slice(3),
    CLIENT_KEY,
  ];
  const forms = bare.flatMap((value) => [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    Buffer.from(value).toString('base64').replace(/=+$/, ''),
    Buffer.from(value).toString('base64url'),
    Buffer.from(value).toString('hex'),
  ]);
  return [...new Set(forms)].filter((form) => text.includes(form)).map((form) => `${form} in ${where}`);
}

/** A service that refuses everything and repeats in its answer whatever it was asked with, in several forms. */
async function indiscreetService(): Promise<Server> {
  const server = createServer((request, response) => {
    const secrets = [
      request.headers['x-goog-api-key'],
      request.headers['xi-api-key'],
      request.headers.authorization,
      new URL(request.url ?? '/', 'http://x').searchParams.get('key'),
    ].filter((value) => typeof value === 'string');
    const message = `API key not valid: ${secrets.join(' ')} (${secrets.map((s) => Buffer.from(s).toString('base64')).join(' ')}) at ${request.url}`;
    response.writeHead(400, {
      'Content-Type': 'application/json',
      'X-Echo': secrets.join(' ').slice(0, 200),
    });
    response.end(
      JSON.stringify({ error: { code: 400, message, status: 'INVALID_ARGUMENT' }, detail: { message } }),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

describe('a secret', function () {
  this.timeout(120_000);
  let service: Server;
  let server: StartedServer;
  let reports: string;
  before(async () => {
    service = await indiscreetService();
    reports = await mkdtemp(join(tmpdir(), 'shortfactory-reports-'));
  });
  after(async () => {
    service.close();
    await rm(reports, { recursive: true, force: true });
  });
  afterEach(() => server.stop());

  it('is nowhere: not in logs, answers, metrics, health, job records or a crash, when every provider fails', async () => {
    const at = `http://127.0.0.1:${(service.address() as AddressInfo).port}`;
    expect(Object.keys(CANARIES)).to.have.members([...SECRET_NAMES]);
    server = await StartedServer.start({
      ...CANARIES,
      LOG_LEVEL: 'trace',
      USE_REAL_LLM: 'true',
      USE_REAL_IMAGE: 'true',
      USE_REAL_VOICE: 'true',
      LLM_PROVIDERS: 'gemini,openai:writer,studio:writer',
      IMAGE_PROVIDERS: 'gemini,openai:painter',
      VOICE_PROVIDERS: 'gemini,elevenlabs,openai:speaker',
      ENDPOINTS: JSON.stringify({
        openai: { url: `${at}/v1` },
        studio: { url: `${at}/v1`, key: 'ENDPOINT_API_KEY' },
      }),
      GEMINI_BASE_URL: at,
      ELEVENLABS_BASE_URL: at,
      ...{ FOOTAGE: 'pexels,pixabay', PEXELS_BASE_URL: at, PIXABAY_BASE_URL: at },
      NODE_OPTIONS: `--report-on-signal --report-directory=${reports}`,
    });
    const seen: string[] = [];
    const ask = async (path: string, init: RequestInit = {}): Promise<string> => {
      const answer = await fetch(`${server.url}${path}`, {
        ...init,
        headers: { 'Content-Type': 'application/json', 'X-API-Key': CLIENT_KEY, ...init.headers },
      });
      const text = await answer.text();
      seen.push(
        ...found(`${init.method ?? 'GET'} ${path}`, `${text} ${JSON.stringify([...answer.headers])}`),
      );
      return text;
    };
    const post = (path: string, body: unknown): Promise<string> =>
      ask(path, { method: 'POST', body: JSON.stringify(body) });

    // Every kind of provider is asked, and each refuses.
    expect(await ask('/api/footage?q=sea')).to.include('PIXABAY_API_KEY');
    const byTopic = JSON.parse(await post('/api/videos', { topic: 'Why the sky is blue' })) as JobJson;
    const scenes = [{ narration: 'Nothing comes of this.', visual: 'nothing' }];
    const byScript = JSON.parse(
      await post('/api/videos', { script: { title: 'Nothing', language: 'en', scenes } }),
    ) as JobJson;
    for (const { id } of [byTopic, byScript]) {
      await server.until(async () => {
        const job = JSON.parse(await ask(`/api/videos/${id}`)) as JobJson;
        return job.status === 'failed';
      }, 60_000);
      const failed = JSON.parse(await ask(`/api/videos/${id}`)) as JobJson;
      expect(failed.error?.detail).to.match(/\w/);
      await ask(`/api/videos/${id}/events`);
    }
    await post('/api/stories', { topic: 'Why the sky is blue' });
    await post('/api/scripts', { topic: 'Why the sky is blue' });
    await post('/api/illustrations', { visual: 'a', narration: 'b', language: 'en', imageStyle: 'flat' });
    for (const path of [
      '/',
      '/health',
      '/ready',
      '/openapi.json',
      '/docs',
      '/api/options',
      '/api/videos',
      '/nowhere',
    ]) {
      await ask(path);
    }
    await ask('/internal/jobs/x/run', { method: 'POST', headers: { Authorization: 'Bearer wrong' } });
    await ask('/api/videos', { headers: { 'X-API-Key': 'unknown-key' } });
    seen.push(...found('metrics', await (await fetch(server.metricsUrl)).text()));
    expect(await (await fetch(server.metricsUrl)).text()).to.match(
      /shortfactory_provider_calls_total\{[^}]*provider="gemini"[^}]*\} [1-9]/,
    );
    const health = JSON.parse(await ask('/health')) as { checks: Record<string, { state: string }> };
    expect(health.checks['llm']?.state).to.equal('ok');

    // Node's own report of a process in trouble holds its environment.
    server.process.kill('SIGUSR2');
    await server.until(async () => (await readdir(reports)).length > 0, 10_000);

    server.process.kill('SIGTERM');
    expect((await server.ended).code).to.equal(0);
    seen.push(...found('standard output', server.output), ...found('standard error', server.errors));
    for (const folder of [server.folder, reports]) {
      for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
        if (!file.isFile()) continue;
        const path = join(file.parentPath, file.name);
        seen.push(...found(path, await readFile(path, 'latin1')));
      }
    }
    expect(seen).to.deep.equal([]);
    // The keys were really used, and what came back was really hidden.
    expect(server.output).to.include('[redacted]');
  });
});

describe("a user's words", function () {
  this.timeout(60_000);
  let server: StartedServer;
  afterEach(() => server.stop());

  it('are not in the log at info: neither topic nor title nor what is said or seen', async () => {
    server = await StartedServer.start({ LOG_LEVEL: 'info' });
    const post = async (body: unknown): Promise<JobJson> => {
      const headers = { 'Content-Type': 'application/json' };
      const init = { method: 'POST', headers, body: JSON.stringify(body) };
      return (await (await fetch(`${server.url}/api/videos`, init)).json()) as JobJson;
    };
    const scenes = [{ narration: 'Quokka narration.', visual: 'a quokka visual' }];
    const { id } = await post({
      script: { title: 'Quokka title', language: 'en', scenes },
      aspects: ['1:1'],
    });
    await post({ topic: 'Quokka topic', seconds: 0 });
    await post({ topic: 'Quokka topic', seconds: 10 });
    await fetch(`${server.url}/api/videos?q=Quokka`);
    await server.until(async () => {
      const job = (await (await fetch(`${server.url}/api/videos/${id}`)).json()) as JobJson;
      return job.status === 'done';
    }, 40_000);
    expect(server.log.length).to.be.greaterThan(4);
    expect(server.output).not.to.match(/quokka/i);
  });
});
