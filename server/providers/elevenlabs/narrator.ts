import { splitWords, voiceFor } from '@shortfactory/core';
import type {
  NarrationRequest,
  Narrator,
  SpeechMark,
  SpendAccount,
  SpokenAudio,
  Voice,
} from '@shortfactory/core';
import { z } from 'zod';
import { guardedFetch } from '../calls/guarded-fetch.ts';
import type { Key } from '../calls/key.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { jsonCall } from '../calls/json-call.ts';
import { soundOfPcm } from '../speech/pcm.ts';
import { spokenAudio } from '../speech/spoken-audio.ts';

/** Raised when the same request would be handled differently. */
const VERSION = 1;
const BASE_URL = 'https://api.elevenlabs.io';
const SAMPLE_RATE = 24_000;
const MAX_BYTES = 40_000_000;
/**
 * Dollars for a thousand characters, as read in November 2026; plans differ.
 * @see https://elevenlabs.io/pricing/api
 */
const USD_PER_1000 = { flash: 0.05, others: 0.1 };

/** Cost of this number of characters, in dollars. */
export function elevenLabsUsd(model: string, characters: number): number {
  return (characters * (/flash|turbo/.test(model) ? USD_PER_1000.flash : USD_PER_1000.others)) / 1000;
}

/** @see https://elevenlabs.io/docs/api-reference/text-to-speech/convert-with-timestamps */
const answer = z.object({
  audio_base64: z.string(),
  alignment: z
    .object({ characters: z.array(z.string()), character_start_times_seconds: z.array(z.number()) })
    .nullish()
    // Without usable times the words are found in the sound.
    .catch(undefined),
});
const voicesAnswer = z.object({ voices: z.array(z.object({ voice_id: z.string() })) });

/** Languages of the multilingual models. @see https://elevenlabs.io/docs/models */
const LANGUAGES = [
  ...[
    'en-US',
    'en',
    'ar',
    'bg',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'fi',
    'fil',
    'fr',
    'hi',
    'hr',
    'id',
    'it',
    'ja',
    'ko',
  ],
  ...['ms', 'nl', 'pl', 'pt', 'ro', 'ru', 'sk', 'sv', 'ta', 'tr', 'uk', 'zh'],
];

export interface ElevenLabsVoice {
  readonly name: string;
  readonly voiceId: string;
}

export interface ElevenLabsNarratorOptions {
  readonly key: Key;
  readonly calls: ProviderCalls;
  readonly model: string;
  readonly voices: readonly ElevenLabsVoice[];
  readonly baseUrl?: string | undefined;
}

/** Speaks with ElevenLabs, by its documented REST interface, with its own time for every character. */
export class ElevenLabsNarrator implements Narrator {
  readonly id: string;
  readonly voices: readonly (Voice & ElevenLabsVoice)[];
  readonly #options: ElevenLabsNarratorOptions;
  readonly #fetch = guardedFetch({ label: 'ElevenLabs', keyName: 'ELEVENLABS_API_KEY', maxBytes: MAX_BYTES });

  constructor(options: ElevenLabsNarratorOptions) {
    this.#options = options;
    // The voice of a name may change; the voice's own id is part of the address of what was spoken.
    const ids = options.voices.map(({ name, voiceId }) => `${name}=${voiceId}`).join(',');
    this.id = `elevenlabs:${options.model}@${VERSION};${ids}`;
    this.voices = options.voices.map((voice) => ({
      ...voice,
      id: `elevenlabs-${voice.name.toLowerCase()}`,
      label: `${voice.name} (ElevenLabs)`,
      languages: LANGUAGES,
      ignoresIpa: true,
      natural: true,
    }));
  }

  async narrate(
    request: NarrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<SpokenAudio> {
    const { calls, model } = this.#options;
    const { voiceId } = voiceFor(this.voices, request.language, request.voice);
    const rate =
      model.includes('flash') || model.includes('turbo') ? USD_PER_1000.flash : USD_PER_1000.others;
    const usd = (request.text.length * rate) / 1000;
    const url = this.#url(`/v1/text-to-speech/${encodeURIComponent(voiceId)}/with-timestamps`);
    url.searchParams.set('output_format', `pcm_${SAMPLE_RATE}`);
    return calls.call({ signal, account, usd }, async (inner) => {
      const init = {
        headers: await this.#headers(),
        body: { text: request.text, model_id: model },
        signal: inner,
      };
      const spoken = await jsonCall(this.#fetch, 'ElevenLabs', url, init, answer);
      const sound = soundOfPcm(Buffer.from(spoken.audio_base64, 'base64'), SAMPLE_RATE);
      const marks = spoken.alignment ? marksOf(request, spoken.alignment) : undefined;
      return { value: spokenAudio('ElevenLabs', request, sound, marks), usd };
    });
  }

  /** Requests the account's voices, which is free; returns the configured ones that it does not have. */
  async check(signal: AbortSignal): Promise<readonly string[]> {
    const init = { headers: await this.#headers(), signal };
    const { voices } = await jsonCall(this.#fetch, 'ElevenLabs', this.#url('/v1/voices'), init, voicesAnswer);
    const has = new Set(voices.map(({ voice_id }) => voice_id));
    return this.voices.filter(({ voiceId }) => !has.has(voiceId)).map(({ name }) => name);
  }

  #url(path: string): URL {
    const base = this.#options.baseUrl ?? BASE_URL;
    return new URL(base.replace(/\/+$/, '') + path);
  }

  async #headers(): Promise<Record<string, string>> {
    return { 'xi-api-key': await this.#options.key() };
  }
}

/**
 * The times of each word's first and last character. Undefined when the characters are not those of the text: then
 * their times would fall on other words.
 */
function marksOf(
  { text, language }: NarrationRequest,
  { characters, character_start_times_seconds: starts }: NonNullable<z.infer<typeof answer>['alignment']>,
): SpeechMark[] | undefined {
  if (characters.join('') !== text || starts.length !== characters.length) return undefined;
  const secondsAt = new Map<number, number>();
  let offset = 0;
  characters.forEach((character, i) => {
    secondsAt.set(offset, starts[i] ?? 0);
    offset += character.length;
  });
  return splitWords(text, language).flatMap(({ start, end }) => {
    const own = [...Array(end - start).keys()].map((i) => start + i).filter((at) => secondsAt.has(at));
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const places = first === last ? [first] : [first, last];
    return places.map((at) => ({ offset: at, ms: (secondsAt.get(at) ?? 0) * 1000 }));
  });
}
