import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig, modelRef } from '@shortfactory/config';
import type { Config } from '@shortfactory/config';
import { systemClock } from '@shortfactory/core/clock';
import { PictureReader } from '@shortfactory/pictures';
import {
  GoogleNarrator,
  callsFor,
  elevenLabsNarrator,
  endpointIllustrator,
  endpointNarrator,
  endpointStoryWriter,
  geminiIllustrator,
  geminiNarrator,
  geminiStoryWriter,
} from '@shortfactory/providers';
import type { Build, BuildModel, CallLimits, Tools } from '@shortfactory/providers';
import { FsObjectStore } from '@shortfactory/storage';
import { ElevenLabsServer } from './elevenlabs.ts';
import { GeminiServer } from './gemini.ts';
import { GoogleTtsServer } from './google-tts.ts';
import { OpenAiServer } from './openai.ts';

/** Looks like a key, and must never be seen anywhere but in the requests to its service. */
export const CANARY = 'canary-7f3kq9-do-not-show-me';

/** Time enough on a busy machine, and no long waits; tests of a service that hangs say less. */
export const QUICK: CallLimits = {
  ...{ timeoutMs: 8000, deadlineMs: 20_000, tries: 2, concurrency: 4, backoffMs: 5, maxPauseMs: 1200 },
  ...{ faultsInARow: 50, restMs: 200 },
};

/** One local service of each kind. Call `listen` before and `close` after the tests. */
export class Services {
  readonly gemini = new GeminiServer(CANARY);
  readonly elevenLabs = new ElevenLabsServer(CANARY);
  readonly google = new GoogleTtsServer(CANARY);
  readonly openai = new OpenAiServer(CANARY);
  readonly all = [this.gemini, this.elevenLabs, this.google, this.openai];
  readonly #folder = mkdtempSync(join(tmpdir(), 'providers-test-'));

  async listen(): Promise<void> {
    await Promise.all(this.all.map((server) => server.listen()));
  }

  async close(): Promise<void> {
    await Promise.all(this.all.map((server) => server.close()));
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A configuration whose providers are these services, with the canary for a key. */
  config(more: Readonly<Record<string, string>> = {}): Config {
    return loadConfig({
      ...{ USE_REAL_LLM: 'true', USE_REAL_IMAGE: 'true', USE_REAL_VOICE: 'true' },
      ...{ GEMINI_API_KEY: CANARY, ELEVENLABS_API_KEY: CANARY, GCP_PROJECT_ID: 'a-project' },
      ...{ GEMINI_BASE_URL: this.gemini.url, ELEVENLABS_BASE_URL: this.elevenLabs.url },
      GOOGLE_TTS_BASE_URL: this.google.url,
      ENDPOINTS: JSON.stringify({
        studio: {
          ...{ url: `${this.openai.url}/v1`, key: 'ENDPOINT_API_KEY' },
          usd: { inputPerMillion: 1, outputPerMillion: 4, perPicture: 0.04, perThousandCharacters: 0.015 },
          voices: { Ada: ['en-US', 'en'], Bruno: ['de'] },
        },
      }),
      ENDPOINT_API_KEY: CANARY,
      ...{ DATA_DIR: this.#folder, RENDER_CONCURRENCY: '2', PATH: process.env['PATH'] ?? '' },
      ...more,
    });
  }

  tools(limits: Partial<CallLimits> = {}): Tools {
    return {
      config: this.config(),
      secrets: { get: async () => CANARY },
      store: new FsObjectStore(mkdtempSync(join(this.#folder, 'store-'))),
      clock: systemClock,
      telemetry: { record: () => undefined },
      pictures: new PictureReader({ searchPath: process.env['PATH'] ?? '' }),
      limits: { ...QUICK, ...limits },
    };
  }

  storyWriter = (tools = this.tools()) => ported(geminiStoryWriter, tools);
  illustrator = (tools = this.tools()) => ported(geminiIllustrator, tools);
  geminiNarrator = (tools = this.tools()) => ported(geminiNarrator, tools);
  elevenLabsNarrator = (tools = this.tools()) => ported(elevenLabsNarrator, tools);
  endpointWriter = (tools = this.tools()) => modelled(endpointStoryWriter, tools, 'studio:writer');
  endpointIllustrator = (tools = this.tools()) => modelled(endpointIllustrator, tools, 'studio:painter');
  endpointNarrator = (tools = this.tools()) => modelled(endpointNarrator, tools, 'studio:speaker');
  googleNarrator = (tools = this.tools()) =>
    new GoogleNarrator({
      token: async () => CANARY,
      calls: callsFor(tools, 'voice', 'google', 'Google Cloud'),
      project: 'a-project',
      baseUrl: this.google.url,
    });
}

function ported<P>(build: Build<P>, tools: Tools): P {
  const provider = build(tools);
  if (!provider) throw new Error('the provider is not set up');
  return provider.port;
}

function modelled<P>(build: BuildModel<P>, tools: Tools, name: string): P {
  const ref = modelRef(name, tools.config.ENDPOINTS);
  if (!ref) throw new Error(`${name} is not set up`);
  return build(tools, ref).port;
}
