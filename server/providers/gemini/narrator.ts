import { isSampleRate, voiceFor } from '@shortfactory/core';
import type { NarrationRequest, Narrator, SpendAccount, SpokenAudio } from '@shortfactory/core';
import { CallFailed } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { tokensOf } from '../calls/tokens.ts';
import { soundOfPcm, soundOfWav } from '../speech/pcm.ts';
import type { Sound } from '../speech/pcm.ts';
import { spokenAudio } from '../speech/spoken-audio.ts';
import type { GeminiClient } from './client.ts';
import { geminiUsd } from './prices.ts';
import { GEMINI_VOICES } from './voices.ts';

/** Raised when the same request would be handled differently. */
const VERSION = 1;
/** Default of the model: 24 kHz. */
const SAMPLE_RATE = 24_000;
/** Audio out is counted by time; a token of text is spoken in about a third of a second. */
const AUDIO_TOKENS_PER_TEXT_TOKEN = 10;

export interface GeminiNarratorOptions {
  readonly client: GeminiClient;
  readonly calls: ProviderCalls;
  readonly model: string;
}

/**
 * Speaks with a Gemini voice model, which reads the text and nothing else and returns no times: words are aligned with
 * the sound.
 * @see https://ai.google.dev/gemini-api/docs/speech-generation
 */
export class GeminiNarrator implements Narrator {
  readonly id: string;
  readonly voices = GEMINI_VOICES;
  readonly #options: GeminiNarratorOptions;

  constructor(options: GeminiNarratorOptions) {
    this.#options = options;
    this.id = `gemini:${options.model}@${VERSION}`;
  }

  async narrate(
    request: NarrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<SpokenAudio> {
    const { client, calls, model } = this.#options;
    const voice = voiceFor(this.voices, request.language, request.voice);
    // Brackets would be taken for directions such as <sigh> and [whispering]. Offsets stay as they are.
    const text = request.text.replace(/[<>[\]]/g, ' ');
    const input = tokensOf(text);
    const tokens = { input, output: input * AUDIO_TOKENS_PER_TEXT_TOKEN, thoughts: 0 };
    const estimateUsd = geminiUsd('voice', model, tokens);
    const config = {
      responseModalities: ['AUDIO'],
      speechConfig: { voiceConfig: { prebuiltVoiceConfig: { voiceName: voice.name } } },
    };
    const contents = [{ role: 'user', parts: [{ text }] }];
    const asked = 'this narration';
    return calls.call({ signal, account, usd: estimateUsd }, async (inner) => {
      const generated = await client.generate(
        { kind: 'voice', model, contents, config, asked, estimateUsd },
        inner,
      );
      const parts = generated.response.candidates?.[0]?.content?.parts ?? [];
      const spoken = parts.find(({ inlineData }) => inlineData?.data)?.inlineData;
      const sound = soundOf(Buffer.from(spoken?.data ?? '', 'base64'), spoken?.mimeType ?? '');
      return {
        value: spokenAudio('Gemini', { text, language: request.language }, sound),
        usd: generated.usd,
      };
    });
  }
}

/** A WAV file, or raw samples whose rate is in the media type: "audio/L16;codec=pcm;rate=24000". */
function soundOf(bytes: Uint8Array, mimeType: string): Sound {
  if (bytes.length >= 4 && Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'RIFF') {
    try {
      return soundOfWav(bytes);
    } catch (cause) {
      throw new CallFailed('unusable', 'Gemini sent sound that cannot be read.', { cause });
    }
  }
  const stated = Number(/rate=(\d{4,6})/.exec(mimeType)?.[1]);
  return soundOfPcm(bytes, isSampleRate(stated) ? stated : SAMPLE_RATE);
}
