import {
  ASPECTS,
  DEFAULT_SECONDS,
  IMAGE_STYLES,
  InputInvalid,
  SHORT_LIMITS,
  isLanguageTag,
} from '@shortfactory/core';
import type { Aspect, ImageStyle, RequestOptions } from '@shortfactory/core';
import { converted, helpText, number, readFlags, text, toggle } from '@shortfactory/command-line';

const FLAGS = {
  script: text(
    'FILE',
    'a script instead of a topic: JSON {title, language, scenes: [{narration, visual, upload?}]}, plain text or Markdown; - reads standard input',
  ),
  out: text('FILE', 'where the MP4 goes (default: out/<title>.mp4); captions and poster are put beside it'),
  aspect: converted('LIST', `${ASPECTS.join(',')}: one or more, separated by commas`, aspects, '9:16'),
  seconds: number(
    'N',
    'length to aim at with a topic',
    { least: SHORT_LIMITS.minSeconds, most: SHORT_LIMITS.maxSeconds, whole: true },
    DEFAULT_SECONDS,
  ),
  voice: text('V', 'who speaks; --list-voices shows who can'),
  language: converted(
    'TAG',
    'language of the short, such as en, es, zh (default: that of the topic or text)',
    language,
  ),
  style: converted('STYLE', `${IMAGE_STYLES.join(', ')} (default: flat, or the script's own)`, style),
  music: text(
    'FILE',
    'WAV, MP3, FLAC, Ogg or M4A; ducks under speech, is repeated when it is short, fades out',
  ),
  json: toggle('prints one JSON object on standard output when done'),
  'list-voices': toggle('prints the voices and their languages'),
};

export const USAGE = helpText(
  {
    summary:
      'Makes one vertical short from a topic or a script: offline, or with the services that the environment switches on (docs/PROVIDERS.md).',
    usage: ['npm run short -- "Why the sky is blue"', 'npm run short -- --script FILE [options]'],
    notes: 'Exit codes: 0 done, 2 bad input, 1 failure, 130 interrupted.',
  },
  FLAGS,
);

type Wanted = Omit<RequestOptions, 'music'>;
/** With every key: an option that is added to a request does not compile until it is taken from a flag here. */
type EveryWanted = { readonly [Key in keyof Required<Wanted>]: Wanted[Key] | undefined };

export interface ShortOptions {
  readonly topic?: string;
  readonly script?: string;
  readonly out?: string;
  /** As a request has them. */
  readonly wanted: Wanted;
  /** A file; a request has it as an upload. */
  readonly music?: string;
  readonly json: boolean;
  readonly listVoices: boolean;
}

/** Command line → options, or undefined when help was asked for. Throws InputInvalid naming the option and what it takes. */
export function readOptions(args: readonly string[]): ShortOptions | undefined {
  const { values, positionals, help } = readFlags(args, FLAGS, true);
  if (help) return undefined;
  const topic = positionals.length > 0 ? positionals.join(' ') : undefined;
  const { script, out, voice, language, music, seconds, json } = values;
  const wanted: EveryWanted = { aspects: values.aspect, seconds, voice, language, imageStyle: values.style };
  if (!values['list-voices']) {
    if (topic !== undefined && script !== undefined) {
      throw new InputInvalid('', 'A topic and --script were both given; one of them was expected.');
    }
    if (topic === undefined && script === undefined) {
      throw new InputInvalid(
        '',
        'Nothing to make a short of: a topic in quotes or --script FILE was expected.',
      );
    }
  }
  return {
    ...defined({ topic, script, out, music }),
    wanted: { ...defined(wanted), aspects: values.aspect, seconds },
    json,
    listVoices: values['list-voices'],
  };
}

/** Without the keys that have no value: an optional property is absent, never undefined. */
function defined<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function aspects(list: string, option: string): Aspect[] {
  const wanted = list.split(',').map((part) => part.trim());
  const unknown = wanted.find((part) => !ASPECTS.some((aspect) => aspect === part));
  if (unknown !== undefined) {
    throw new InputInvalid(option, `“${unknown}” is not an aspect; ${ASPECTS.join(', ')} were expected.`);
  }
  return [...new Set(wanted as Aspect[])];
}

function language(tag: string, option: string): string {
  if (isLanguageTag(tag)) return tag;
  throw new InputInvalid(option, `“${tag}” is not a language tag; one such as en, es or zh was expected.`);
}

function style(name: string, option: string): ImageStyle {
  const known = IMAGE_STYLES.find((candidate) => candidate === name);
  if (known) return known;
  throw new InputInvalid(option, `“${name}” is not a style; one of ${IMAGE_STYLES.join(', ')} was expected.`);
}
