import { splitWords, voiceFor } from '@shortfactory/core';
import type { NarrationRequest, Narrator, SpeechMark, SpendAccount, SpokenAudio } from '@shortfactory/core';
import { z } from 'zod';
import { CallFailed } from '../calls/failure.ts';
import { guardedFetch } from '../calls/guarded-fetch.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { jsonCall } from '../calls/json-call.ts';
import { soundOfWav } from '../speech/pcm.ts';
import type { Sound } from '../speech/pcm.ts';
import { spokenAudio } from '../speech/spoken-audio.ts';
import { GOOGLE_VOICES } from './voices.ts';
import type { GoogleVoice } from './voices.ts';

/** Raised when the same request would be handled differently. */
const VERSION = 1;
const BASE_URL = 'https://texttospeech.googleapis.com';
const SAMPLE_RATE = 24_000;
const MAX_BYTES = 40_000_000;
/** In dollars; marks count as characters. @see https://cloud.google.com/text-to-speech/pricing */
export const NATURAL_USD_PER_CHARACTER = 30e-6;
const MARKED_USD_PER_CHARACTER = 16e-6;

/** @see https://cloud.google.com/text-to-speech/docs/reference/rest/v1beta1/text/synthesize */
const answer = z.object({
  audioContent: z.string(),
  timepoints: z
    .array(z.object({ markName: z.string(), timeSeconds: z.number().default(0) }))
    .optional()
    // Without usable times the words are found in the sound.
    .catch(undefined),
});
const voicesAnswer = z.object({ voices: z.array(z.object({ name: z.string() })).default([]) });

export interface GoogleNarratorOptions {
  /** An OAuth access token for the scope cloud-platform; requested before every call. Throws CallFailed. */
  readonly token: () => Promise<string>;
  readonly calls: ProviderCalls;
  /** Whose quota is used, when the credentials do not say. */
  readonly project?: string | undefined;
  readonly baseUrl?: string | undefined;
}

/**
 * Speaks with Google Cloud Text-to-Speech, by its documented REST interface. Voices that take SSML marks give the time
 * of every word; with the others words are aligned with the sound.
 */
export class GoogleNarrator implements Narrator {
  readonly id = `google:text-to-speech@${VERSION}`;
  readonly voices = GOOGLE_VOICES;
  readonly #options: GoogleNarratorOptions;
  readonly #fetch = guardedFetch({
    label: 'Google Cloud',
    keyName: 'the application default credentials',
    maxBytes: MAX_BYTES,
  });

  constructor(options: GoogleNarratorOptions) {
    this.#options = options;
  }

  async narrate(
    request: NarrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<SpokenAudio> {
    const { calls } = this.#options;
    const voice = voiceFor(this.voices, request.language, request.voice);
    const input = voice.timepoints ? { ssml: markedUp(request) } : plain(request);
    const characters = 'ssml' in input ? input.ssml.length : input.text.length;
    const usd = characters * (voice.timepoints ? MARKED_USD_PER_CHARACTER : NATURAL_USD_PER_CHARACTER);
    const body = {
      input,
      voice: { languageCode: voice.locale, name: voice.name },
      audioConfig: { audioEncoding: 'LINEAR16', sampleRateHertz: SAMPLE_RATE },
      ...(voice.timepoints ? { enableTimePointing: ['SSML_MARK'] } : {}),
    };
    const url = this.#url(`/${voice.timepoints ? 'v1beta1' : 'v1'}/text:synthesize`);
    return calls.call({ signal, account, usd }, async (inner) => {
      const init = { headers: await this.#headers(), body, signal: inner };
      const spoken = await jsonCall(this.#fetch, 'Google Cloud', url, init, answer);
      const sound = soundIn(spoken.audioContent);
      const marks = spoken.timepoints ? marksOf(request, spoken.timepoints) : undefined;
      return { value: spokenAudio('Google Cloud', request, sound, marks), usd };
    });
  }

  /** Requests the list of voices, which is free; returns those of ours that it does not have. */
  async check(signal: AbortSignal): Promise<readonly string[]> {
    const init = { headers: await this.#headers(), signal };
    const { voices } = await jsonCall(
      this.#fetch,
      'Google Cloud',
      this.#url('/v1/voices'),
      init,
      voicesAnswer,
    );
    const has = new Set(voices.map(({ name }) => name));
    return this.voices.filter(({ name }: GoogleVoice) => !has.has(name)).map(({ name }) => name);
  }

  #url(path: string): URL {
    return new URL((this.#options.baseUrl ?? BASE_URL).replace(/\/+$/, '') + path);
  }

  async #headers(): Promise<Record<string, string>> {
    const { token, project } = this.#options;
    const authorization = `Bearer ${await token()}`;
    return { authorization, ...(project === undefined ? {} : { 'x-goog-user-project': project }) };
  }
}

function soundIn(base64: string): Sound {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length === 0) throw new CallFailed('unusable', 'Google Cloud sent no sound.');
  try {
    return soundOfWav(bytes);
  } catch (cause) {
    throw new CallFailed('unusable', 'Google Cloud sent sound that cannot be read.', { cause });
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** The text with a mark before each word. @see https://cloud.google.com/text-to-speech/docs/ssml#mark */
function markedUp({ text, language, phonemes = [] }: NarrationRequest): string {
  const escaped = (part: string): string =>
    part.replace(/[&<>"']/g, (char) => ESCAPES[char] ?? char).replace(/(?![\t\n\r])\p{Cc}/gu, ' ');
  // A mark may not stand inside of a phoneme element: the words in one share the first one's.
  const inside = (offset: number): boolean =>
    phonemes.some(({ start, end }) => offset > start && offset < end);
  const marks = splitWords(text, language).map(({ start }, index) => ({
    start,
    mark: `<mark name="${index}"/>`,
  }));
  const places = [
    0,
    ...marks.map(({ start }) => start),
    ...phonemes.flatMap(({ start, end }) => [start, end]),
  ];
  const cuts = [...new Set(places)].filter((offset) => !inside(offset)).sort((a, b) => a - b);
  const pieces = cuts.map((start, i) => {
    const piece = escaped(text.slice(start, cuts[i + 1]));
    const sound = phonemes.find((each) => each.start === start);
    const mark = marks.find((each) => each.start === start)?.mark ?? '';
    return mark + (sound ? `<phoneme alphabet="ipa" ph="${escaped(sound.ipa)}">${piece}</phoneme>` : piece);
  });
  return `<speak>${pieces.join('')}</speak>`;
}

/** @see https://cloud.google.com/text-to-speech/docs/chirp3-hd, custom pronunciations */
function plain({ text, phonemes = [] }: NarrationRequest) {
  if (phonemes.length === 0) return { text };
  const byPhrase = new Map(phonemes.map(({ start, end, ipa }) => [text.slice(start, end), ipa]));
  const pronunciations = [...byPhrase].map(([phrase, pronunciation]) => ({
    phrase,
    phoneticEncoding: 'PHONETIC_ENCODING_IPA',
    pronunciation,
  }));
  return { text, customPronunciations: { pronunciations } };
}

function marksOf(
  { text, language }: NarrationRequest,
  timepoints: readonly { readonly markName: string; readonly timeSeconds: number }[],
): SpeechMark[] {
  const words = splitWords(text, language);
  return timepoints.flatMap(({ markName, timeSeconds }) => {
    const word = words[Number(markName)];
    return word ? [{ offset: word.start, ms: timeSeconds * 1000 }] : [];
  });
}
