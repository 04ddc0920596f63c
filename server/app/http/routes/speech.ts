import { languageTag, speechAnswer, speechRequest, voicesJson } from '@shortfactory/contract';
import { InputInvalid, NotFound, canSpeak, withoutMarks } from '@shortfactory/core';
import type { Speech, Voice } from '@shortfactory/core';
import { detectLanguage } from '@shortfactory/text';
import { z } from 'zod';
import type { AppDeps } from '../deps.ts';
import { addableVoices, shownVoice } from '../shown-voice.ts';
import type { Answer, Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { checkVoice, localesOf } from '../videos/short-request.ts';

const TAG = 'Speech';
/** The same day for everybody, so that a sample is spoken once. */
const SAMPLE_DAY = Date.UTC(2026, 10, 30, 12);
const SAMPLE_HEADERS = { 'Cache-Control': 'private, max-age=86400' };

/** Hearing before a video is made: any sentence, and what each voice sounds like. */
export function speechRoutes({ studio, config, voiceInstalls }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'GET',
        path: '/api/voices',
        id: 'listVoices',
        tag: TAG,
        summary: 'Who can speak, and where each can be heard',
        access: 'anyone',
        bucket: 'read',
        answers: {
          200: {
            description: 'The voices, the first one of a language being its default',
            schema: voicesJson,
          },
        },
      },
      async () => {
        const { voices } = await studio.about();
        const isLocal = config.APP_ENV === 'local';
        return {
          status: 200,
          // On one's own machine voices come and go.
          headers: isLocal ? NO_STORE : { 'Cache-Control': 'public, max-age=60' },
          body: {
            voices: voices.map((voice) => ({
              ...shownVoice(voice),
              sample: `/api/voices/${voice.id}/sample`,
            })),
            // Elsewhere whoever runs it decides on its voices.
            ...(isLocal && {
              addable: addableVoices(voices).map((voice) => {
                const install = voiceInstalls?.state(voice.id);
                if (!install) return voice;
                const { state, of: bytes } = install;
                return { ...voice, bytes, ...(state === 'adding' && { adding: true as const }) };
              }),
            }),
          },
        };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/voices/:voice/sample',
        id: 'hearVoice',
        tag: TAG,
        summary: 'A few words of a voice',
        description: 'Spoken once and kept. A voice of a service costs what those few words cost there.',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        params: z.strictObject({ voice: z.string().min(1).max(100) }),
        query: z.strictObject({
          language: languageTag.optional().describe("of the voice's languages; its first one without it"),
        }),
        gives: ['audio/wav'],
        answers: { 200: { description: 'Mono sound of 16 bit', type: 'audio/wav' } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ params, query, signal }) => {
        const { voices } = await studio.about();
        const voice = voices.find(({ id }) => id === params.voice.toLowerCase());
        if (!voice) throw new NotFound('There is no such voice; GET /api/voices lists them.');
        const language = query.language ?? voice.languages[0] ?? 'en';
        if (!canSpeak([voice], language))
          throw new NotFound(
            `${voice.id} does not speak ${language}; it speaks ${voice.languages.slice(0, 12).join(', ')}.`,
          );
        const { wav } = await studio.speak({ text: sampleOf(language), language, voice: voice.id }, signal);
        return { status: 200, body: Buffer.from(wav), type: 'audio/wav', headers: SAMPLE_HEADERS };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/speech',
        id: 'speak',
        tag: TAG,
        summary: 'A sentence spoken, with the time of each word',
        description:
          'What is heard is what a video of the same words has: it is kept, and a video made afterwards finds it ready. Marks of a narration work here too.',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        body: speechRequest,
        bodyExample: { text: 'The sky is blue because air scatters blue light.', language: 'en', speed: 1.1 },
        answers: { 200: { description: 'Sound and times', schema: speechAnswer } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ body, ctx, signal }): Promise<Answer> => {
        const language =
          body.language ?? (await detectLanguage(withoutMarks(body.text), localesOf(ctx))).language;
        const wanted = { ...body, language };
        checkSpeakable(
          wanted,
          (await studio.about()).voices,
          body.language === undefined ? '/text' : '/language',
        );
        return {
          status: 200,
          body: answerOf(language, await studio.speak(wanted, signal)),
          headers: NO_STORE,
        };
      },
    ),
  ];
}

const NO_STORE = { 'Cache-Control': 'no-store' };

/** The language's own name, and a day in it: there is such a sentence in every language. */
function sampleOf(language: string): string {
  const name = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone: 'UTC' }).format(SAMPLE_DAY);
  return `${name}. ${day}.`;
}

/** Refuses what the voices cannot say, as a video of these words would be refused. Throws InputInvalid. */
function checkSpeakable(
  { text, language, voice }: { readonly text: string; readonly language: string; readonly voice?: string },
  voices: readonly Voice[],
  place: string,
): void {
  const script = { title: text.slice(0, 80), language, scenes: [{ narration: text, visual: text }] };
  try {
    checkVoice(
      { source: { script }, seconds: 0, aspects: ['9:16'], ...(voice === undefined ? {} : { voice }) },
      voices,
      { language: place },
    );
  } catch (error) {
    if (error instanceof InputInvalid && error.where.startsWith('/script/'))
      throw new InputInvalid('/text', error.problem);
    throw error;
  }
}

function answerOf(
  language: string,
  { wav, ms, words, voice, degraded, costUsd }: Speech,
): z.input<typeof speechAnswer> {
  return {
    ...{ language, voice, seconds: ms / 1000 },
    words: words.map((word) => ({ ...word })),
    audio: { contentType: 'audio/wav', base64: Buffer.from(wav).toString('base64') },
    degraded: [...degraded],
    costUsd,
  };
}
