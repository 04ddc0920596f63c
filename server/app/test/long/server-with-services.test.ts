import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { kindOf, scenesOf } from '@shortfactory/testing/fakes/providers/gemini';
import { CANARY, Services } from '@shortfactory/testing/fakes/providers/services';
import { StartedServer } from '@shortfactory/testing/started-server';

describe('the server process with real services', () => {
  const services = new Services();
  const { gemini, elevenLabs } = services;
  let server: StartedServer | undefined;
  before(() => services.listen());
  after(async () => {
    await server?.stop();
    await services.close();
  });

  it('finishes a job whose pictures a service refuses, names them, counts the cost, and shows the key nowhere', async () => {
    // The refusal repeats the key in its words.
    gemini.fault = (work) => (kindOf(work) === 'image' ? 'unauthorized' : undefined);
    server = await StartedServer.start({
      ...{ USE_REAL_LLM: 'true', USE_REAL_IMAGE: 'true', USE_REAL_VOICE: 'true', LOG_LEVEL: 'trace' },
      ...{ GEMINI_API_KEY: CANARY, ELEVENLABS_API_KEY: CANARY, VOICE_PROVIDERS: 'elevenlabs,offline' },
      ...{ GEMINI_BASE_URL: gemini.url, ELEVENLABS_BASE_URL: elevenLabs.url },
    });
    const { url } = server;
    const script = { title: 'Rain', language: 'en', scenes: scenesOf(2) };
    const body = JSON.stringify({ script, aspects: ['1:1'] });
    const headers = { 'Content-Type': 'application/json' };
    const { id } = (await (
      await fetch(`${url}/api/videos`, { method: 'POST', headers, body })
    ).json()) as JobJson;
    let job: JobJson | undefined;
    await server.until(async () => {
      job = (await (await fetch(`${url}/api/videos/${id}`)).json()) as JobJson;
      return job.status === 'done' || job.status === 'failed';
    }, 90_000);
    const why =
      'Gemini did not accept the key in NANOBANANA_API_KEY or GEMINI_API_KEY, or does not allow it this service.';
    expect(job).to.deep.include({
      status: 'done',
      degraded: [1, 2].map((scene) => `Scene ${scene}’s picture was drawn offline: ${why}`),
      offline: ['illustrate'],
    });
    const characters = scenesOf(2).reduce((sum, { narration }) => sum + narration.length, 0);
    expect(job?.costUsd).to.be.closeTo(characters * 0.0001, 1e-4);

    const metrics = await (await fetch(server.metricsUrl)).text();
    expect(metrics).to.match(/provider="elevenlabs".*outcome="ok".* 2$/m);
    expect(metrics).to.match(/provider="gemini".*outcome="failed".* 2$/m);
    const health = await (await fetch(`${url}/health`)).text();
    const events = await (await fetch(`${url}/api/videos/${id}/events`)).text();
    const files = await readdir(server.folder, { recursive: true, withFileTypes: true });
    const contents = await Promise.all(
      files
        .filter((file) => file.isFile())
        .map((file) => readFile(join(file.parentPath, file.name), 'latin1')),
    );
    const everything = [
      server.output,
      server.errors,
      metrics,
      health,
      events,
      JSON.stringify(job),
      ...contents,
    ];
    expect(everything.join('\n')).not.to.include(CANARY);
  }).timeout(120_000);
});
