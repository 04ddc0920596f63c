import type { Voice } from '@shortfactory/core';

/** The locales of the Chirp 3 HD voices. @see https://cloud.google.com/text-to-speech/docs/chirp3-hd */
const LOCALES = [
  ...[
    'en-US',
    'en-GB',
    'en-AU',
    'en-IN',
    'ar-XA',
    'bn-IN',
    'de-DE',
    'es-ES',
    'es-US',
    'fr-FR',
    'fr-CA',
    'gu-IN',
  ],
  ...[
    'hi-IN',
    'id-ID',
    'it-IT',
    'ja-JP',
    'kn-IN',
    'ko-KR',
    'ml-IN',
    'cmn-CN',
    'mr-IN',
    'nl-NL',
    'pl-PL',
    'pt-BR',
  ],
  ...['ru-RU', 'ta-IN', 'te-IN', 'th-TH', 'tr-TR', 'uk-UA', 'vi-VN'],
];
const SPEAKERS = { Aoede: 'a woman', Charon: 'a man' } as const;

/** Older voices that take marks, one a language: their times are exact. */
const MARKED: Readonly<Record<string, string>> = {
  'en-US': 'en-US-Wavenet-F',
  'en-GB': 'en-GB-Wavenet-A',
  'ar-XA': 'ar-XA-Wavenet-A',
  'de-DE': 'de-DE-Wavenet-B',
  'es-ES': 'es-ES-Wavenet-B',
  'fr-FR': 'fr-FR-Wavenet-C',
  'hi-IN': 'hi-IN-Wavenet-A',
  'cmn-CN': 'cmn-CN-Wavenet-A',
};

export interface GoogleVoice extends Voice {
  /** Name in Cloud Text-to-Speech. */
  readonly name: string;
  readonly locale: string;
  /** Whether it returns the times of SSML marks. */
  readonly timepoints: boolean;
}

const NATURAL: readonly GoogleVoice[] = LOCALES.flatMap((locale) =>
  Object.entries(SPEAKERS).map(([speaker, what]) => ({
    name: `${locale}-Chirp3-HD-${speaker}`,
    locale,
    timepoints: false,
    id: `google-${locale}-${speaker}`.toLowerCase(),
    label: `${speaker}, ${what} (Google Cloud, ${locale})`,
    languages: languagesOf(locale),
    natural: true,
  })),
);

const EXACT: readonly GoogleVoice[] = Object.entries(MARKED).map(([locale, name]) => ({
  name,
  locale,
  timepoints: true,
  id: `google-${name}`.toLowerCase(),
  label: `WaveNet, exact captions (Google Cloud, ${locale})`,
  languages: languagesOf(locale),
  natural: true,
}));

/** The natural voices first: the first that fits a language is its default. */
export const GOOGLE_VOICES: readonly GoogleVoice[] = [...NATURAL, ...EXACT];

function languagesOf(locale: string): readonly string[] {
  const tag = Intl.getCanonicalLocales(locale.replace('-XA', ''))[0] ?? locale;
  return tag.includes('-') ? [tag, tag.split('-')[0] as string] : [tag];
}
