import type { Config } from '@shortfactory/config';
import type { Illustrator, Narrator, StoryWriter } from '@shortfactory/core';
import { elevenLabsNarrator } from './elevenlabs/index.ts';
import { geminiIllustrator, geminiNarrator, geminiStoryWriter } from './gemini/index.ts';
import { googleNarrator } from './google/index.ts';
import { offlineIllustrator, offlineNarrator, offlineStoryWriter } from './offline.ts';
import type { Build } from './tools.ts';

type Catalog<Names extends readonly string[], P> = Readonly<Record<Names[number], Build<P>>>;

/** Every provider of each port: one line each, under the name that the configuration lists it by. */
export const STORY_WRITERS: Catalog<Config['LLM_PROVIDERS'], StoryWriter> = {
  gemini: geminiStoryWriter,
  offline: offlineStoryWriter,
};

export const ILLUSTRATORS: Catalog<Config['IMAGE_PROVIDERS'], Illustrator> = {
  gemini: geminiIllustrator,
  offline: offlineIllustrator,
};

export const NARRATORS: Catalog<Config['VOICE_PROVIDERS'], Narrator> = {
  gemini: geminiNarrator,
  elevenlabs: elevenLabsNarrator,
  google: googleNarrator,
  offline: offlineNarrator,
};
