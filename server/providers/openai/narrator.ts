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
import { CallFailed } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import { soundOfWav } from '../speech/pcm.ts';
import type { Sound } from '../speech/pcm.ts';
import { spokenAudio } from '../speech/spoken-audio.ts';
import type { EndpointClient } from './client.ts';
import { pricesOf } from './prices.ts';

/** Raised when the same request would be handled differently. */
const VERSION = 1;
/** A head is shorter; and what stands in it in place of a length (0xffffffff, or the largest signed one). */
const HEAD_BYTES = 4096;
const LENGTH_UNKNOWN = 0x7fff_f000;
/** What a model is taken to speak whose voices are listed without languages. */
const LANGUAGES = [
  ...[
    'en-US',
    'en',
    'ar',
    'cs',
    'da',
    'de',
    'el',
    'es',
    'fi',
    'fr',
    'he',
    'hi',
    'hu',
    'id',
    'it',
    'ja',
    'ko',
  ],
  ...['nb', 'nl', 'pl', 'pt', 'ro', 'ru', 'sv', 'th', 'tr', 'uk', 'vi', 'zh'],
];
/** Voices of a server that has no list of them. */
const VOICES = ['alloy'];

/** Kokoro-FastAPI says when each word is heard. @see https://github.com/remsky/Kokoro-FastAPI#timestamped-captions */
const captionedAnswer = z.object({
  audio: z.string(),
  timestamps: z.array(z.object({ word: z.string(), start_time: z.number() })),
});

interface EndpointVoice extends Voice {
  /** What the server calls it. */
  readonly name: string;
}

export interface EndpointNarratorOptions {
  readonly client: EndpointClient;
  readonly calls: ProviderCalls;
  readonly model: string;
}

/** Speaks by /audio/speech; words are found in the sound where the server does not say when they are heard. */
export class EndpointNarrator implements Narrator {
  readonly id: string;
  readonly voices: readonly EndpointVoice[];
  readonly #options: EndpointNarratorOptions;

  constructor(options: EndpointNarratorOptions) {
    const { name, label, voices = VOICES } = options.client.endpoint;
    this.#options = options;
    this.id = `${name}:${options.model}@${VERSION}`;
    const listed = Array.isArray(voices)
      ? voices.map((voice: string): [string, readonly string[]] => [voice, LANGUAGES])
      : Object.entries(voices as Readonly<Record<string, readonly string[]>>);
    this.voices = listed.map(([voice, languages]) => ({
      id: `${name}-${voice}`.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-'),
      label: `${voice} (${label})`,
      name: voice,
      languages,
      ignoresIpa: true,
      natural: true,
    }));
  }

  async narrate(
    request: NarrationRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<SpokenAudio> {
    const { client, calls, model } = this.#options;
    const { name } = voiceFor(this.voices, request.language, request.voice);
    const { label } = client.endpoint;
    const usd = (request.text.length * pricesOf(client.endpoint).perThousandCharacters) / 1000;
    return calls.call({ signal, account, usd }, async (inner) => {
      const body = { model, input: request.text, voice: name, response_format: 'wav' };
      if (client.endpoint.name === 'kokoro-fastapi') {
        const { audio, timestamps } = await client.json(
          '/../dev/captioned_speech',
          { ...body, stream: false, return_timestamps: true },
          captionedAnswer,
          inner,
        );
        const sound = soundIn(label, Buffer.from(audio, 'base64'));
        return { value: spokenAudio(label, request, sound, marksOf(request, timestamps)), usd };
      }
      const { bytes, mediaType } = await client.bytes('/audio/speech', body, inner);
      if (/json|html|text/.test(mediaType))
        throw new CallFailed('unusable', `The answer of ${label} cannot be read.`);
      return { value: spokenAudio(label, request, soundIn(label, bytes)), usd };
    });
  }
}

function soundIn(label: string, bytes: Uint8Array): Sound {
  try {
    return soundOfWav(withLength(bytes));
  } catch (cause) {
    throw new CallFailed('unusable', `${label} sent sound that cannot be read; WAV of 16 bit was expected.`, {
      cause,
    });
  }
}

/** Servers that write the head before they know the length state the largest one there is: all that follows is sound. */
function withLength(bytes: Uint8Array): Uint8Array {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, HEAD_BYTES));
  const at = head.indexOf('data', 12, 'latin1');
  if (at < 0 || at + 8 > head.length || head.readUInt32LE(at + 4) < LENGTH_UNKNOWN) return bytes;
  const whole = Buffer.from(bytes);
  whole.writeUInt32LE(bytes.byteLength - at - 8, at + 4);
  return whole;
}

/** Times of words that come in the order of the text. Undefined unless most of its words are among them. */
function marksOf(
  { text, language }: NarrationRequest,
  timestamps: z.infer<typeof captionedAnswer>['timestamps'],
): SpeechMark[] | undefined {
  const marks: SpeechMark[] = [];
  let at = 0;
  for (const { word, start_time: seconds } of timestamps) {
    const found = word.trim() === '' ? -1 : text.indexOf(word.trim(), at);
    if (found < 0 || !Number.isFinite(seconds)) continue;
    marks.push({ offset: found, ms: seconds * 1000 });
    at = found + word.trim().length;
  }
  return marks.length >= splitWords(text, language).length / 2 ? marks : undefined;
}
