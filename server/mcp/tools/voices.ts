import { languageTag, voicesJson } from '@shortfactory/contract';
import { canSpeak } from '@shortfactory/core';
import { z } from 'zod';
import { inputOf, outputOf } from '../schemas.ts';
import type { Tool } from './tool.ts';
import { argumentsBy, expected } from './tool.ts';

const voicesInput = z.strictObject(
  { language: languageTag.optional().describe('only voices that speak it: "en", "pt-BR"') },
  { error: expected('an object') },
);

const list: Tool = {
  name: 'list_voices',
  title: 'List voices',
  description: `Who can speak: the id for create_video's voice, a name, the languages, and where a sample can be heard. The first voice of a language is its default.`,
  input: inputOf(voicesInput),
  output: outputOf(voicesJson),
  effect: 'reads',
  async call(given, { api, signal }) {
    const { language } = argumentsBy(voicesInput, given);
    const { voices } = (await api.call('listVoices', {}, signal)).body as z.output<typeof voicesJson>;
    return {
      content: {
        voices: voices
          .filter((voice) => language === undefined || canSpeak([voice], language))
          .map((voice) => ({ ...voice, sample: new URL(voice.sample, api.origin).href })),
      },
    };
  },
};

export const voiceTools: readonly Tool[] = [list];
