import type { Illustrator, Narrator, SecretName, StoryWriter } from '@shortfactory/core';
import { CallFailed } from '../calls/failure.ts';
import { keyFrom } from '../calls/key.ts';
import { callsFor, hasKey } from '../tools.ts';
import type { Build, Tools } from '../tools.ts';
import { ModelStoryWriter } from '../writing/story-writer.ts';
import { GeminiClient } from './client.ts';
import { GeminiIllustrator } from './illustrator.ts';
import { GeminiNarrator } from './narrator.ts';
import { geminiVideoPrice } from './prices.ts';
import { GeminiTextModel } from './text-model.ts';

export const geminiStoryWriter: Build<StoryWriter> = (tools) => {
  const model = tools.config.GEMINI_TEXT_MODEL;
  const client = clientFor(tools, ['GEMINI_API_KEY']);
  return (
    client && {
      port: new ModelStoryWriter(
        new GeminiTextModel({ client, calls: callsFor(tools, 'llm', 'gemini', 'Gemini'), model }),
      ),
      ...geminiVideoPrice('text', model),
      check: (signal) => checkModel(client, model, signal),
    }
  );
};

export const geminiIllustrator: Build<Illustrator> = (tools) => {
  const { GEMINI_IMAGE_MODEL: model, GEMINI_IMAGE_SIZE: imageSize } = tools.config;
  const client = clientFor(tools, ['NANOBANANA_API_KEY', 'GEMINI_API_KEY']);
  const calls = callsFor(tools, 'image', 'gemini', 'Gemini');
  return (
    client && {
      port: new GeminiIllustrator({
        client,
        calls,
        model,
        imageSize,
        store: tools.store,
        pictures: tools.pictures,
      }),
      ...geminiVideoPrice('image', model, imageSize),
      check: (signal) => checkModel(client, model, signal),
    }
  );
};

export const geminiNarrator: Build<Narrator> = (tools) => {
  const model = tools.config.GEMINI_VOICE_MODEL;
  const client = clientFor(tools, ['GEMINI_API_KEY']);
  return (
    client && {
      port: new GeminiNarrator({ client, calls: callsFor(tools, 'voice', 'gemini', 'Gemini'), model }),
      ...geminiVideoPrice('voice', model),
      check: (signal) => checkModel(client, model, signal),
    }
  );
};

function clientFor({ config, secrets }: Tools, names: readonly SecretName[]): GeminiClient | undefined {
  if (!hasKey(config, names)) return undefined;
  const key = keyFrom(secrets, 'Gemini', names);
  return new GeminiClient({ key, keyName: names.join(' or '), baseUrl: config.GEMINI_BASE_URL });
}

async function checkModel(client: GeminiClient, model: string, signal: AbortSignal): Promise<string> {
  const models = await client.check(signal);
  if (models.includes(model)) return `the key is accepted, and ${model} is there`;
  throw new CallFailed('request', `Gemini accepts the key, but does not list ${model}.`);
}
