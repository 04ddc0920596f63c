import type { Narrator } from '@shortfactory/core';
import { CallFailed } from '../calls/failure.ts';
import { keyFrom } from '../calls/key.ts';
import { callsFor, hasKey } from '../tools.ts';
import type { Build } from '../tools.ts';
import { videoPrice } from '../video-price.ts';
import { ElevenLabsNarrator } from './narrator.ts';

export const elevenLabsNarrator: Build<Narrator> = (tools) => {
  const { config, secrets } = tools;
  if (!hasKey(config, ['ELEVENLABS_API_KEY'])) return undefined;
  const model = config.ELEVENLABS_MODEL;
  const port = new ElevenLabsNarrator({
    key: keyFrom(secrets, 'ElevenLabs', ['ELEVENLABS_API_KEY']),
    calls: callsFor(tools, 'voice', 'elevenlabs', 'ElevenLabs'),
    model,
    voices: config.ELEVENLABS_VOICES,
    baseUrl: config.ELEVENLABS_BASE_URL,
  });
  return {
    port,
    ...videoPrice('voice', 'elevenlabs', config),
    async check(signal) {
      const missing = await port.check(signal);
      if (missing.length === 0) return 'the key is accepted, and its voices are there';
      throw new CallFailed('request', `ElevenLabs accepts the key, but does not have ${missing.join(', ')}.`);
    },
  };
};
