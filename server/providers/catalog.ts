import type { OWN_PROVIDERS } from '@shortfactory/config';
import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import { elevenLabsNarrator } from './elevenlabs/index.ts';
import { geminiIllustrator, geminiNarrator, geminiStoryWriter } from './gemini/index.ts';
import { googleNarrator } from './google/index.ts';
import { neuralNarrator } from './neural.ts';
import { endpointIllustrator, endpointNarrator, endpointStoryWriter } from './openai/index.ts';
import { offlineIllustrator, offlineNarrator, offlineStoryWriter } from './offline.ts';
import type { Build, BuildModel } from './tools.ts';

/** The providers of a port by name, and what builds a model of an endpoint. */
export interface Catalog<P> {
  readonly list: keyof typeof OWN_PROVIDERS;
  readonly own: Readonly<Record<string, Build<P>>>;
  readonly model: BuildModel<P>;
}

type Own<List extends keyof typeof OWN_PROVIDERS, P> = Readonly<
  Record<(typeof OWN_PROVIDERS)[List][number], Build<P>>
>;

/** Every provider of each port: one line each, under the name that the configuration lists it by. */
export const STORY_WRITERS: Catalog<StoryWriter> = {
  list: 'LLM_PROVIDERS',
  own: { gemini: geminiStoryWriter, offline: offlineStoryWriter } satisfies Own<'LLM_PROVIDERS', StoryWriter>,
  model: endpointStoryWriter,
};

export const ILLUSTRATORS: Catalog<Illustrator> = {
  list: 'IMAGE_PROVIDERS',
  own: { gemini: geminiIllustrator, offline: offlineIllustrator } satisfies Own<
    'IMAGE_PROVIDERS',
    Illustrator
  >,
  model: endpointIllustrator,
};

export const NARRATORS: Catalog<Narrator> = {
  list: 'VOICE_PROVIDERS',
  own: {
    gemini: geminiNarrator,
    elevenlabs: elevenLabsNarrator,
    google: googleNarrator,
    neural: neuralNarrator,
    offline: offlineNarrator,
  } satisfies Own<'VOICE_PROVIDERS', Narrator>,
  model: endpointNarrator,
};
