import type { Voice } from '@shortfactory/core';

/**
 * Languages that every voice speaks; the model detects the language from the text.
 * @see https://ai.google.dev/gemini-api/docs/speech-generation#languages
 */
const LANGUAGES = [
  ...[
    'en-US',
    'en',
    'ar',
    'bn',
    'de',
    'es',
    'fr',
    'hi',
    'id',
    'it',
    'ja',
    'ko',
    'mr',
    'nl',
    'pl',
    'pt',
    'ro',
    'ru',
  ],
  ...['ta', 'te', 'th', 'tr', 'uk', 'vi', 'zh'],
];

/** Names and characters as the provider lists them; the first one narrates best. */
const NAMES = {
  Sulafat: 'warm',
  Charon: 'informative',
  Kore: 'firm',
  Puck: 'upbeat',
  Achird: 'friendly',
  Iapetus: 'clear',
  Vindemiatrix: 'gentle',
  Sadaltager: 'knowledgeable',
  Gacrux: 'mature',
  Leda: 'youthful',
  Zephyr: 'bright',
  Aoede: 'breezy',
} as const;

/** @see https://ai.google.dev/gemini-api/docs/speech-generation#voices */
export const GEMINI_VOICES: readonly (Voice & { readonly name: string })[] = Object.entries(NAMES).map(
  ([name, character]) => ({
    name,
    id: `gemini-${name.toLowerCase()}`,
    label: `${name}, ${character} (Gemini)`,
    languages: LANGUAGES,
    ignoresIpa: true,
    natural: true,
  }),
);
