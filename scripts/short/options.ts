import { parseArgs } from 'node:util';
import { InputInvalid } from '../../server/src/domain/errors.ts';
import { isLanguageTag } from '../../server/src/domain/language.ts';
import { DEFAULT_SECONDS, SHORT_LIMITS } from '../../server/src/domain/short.ts';
import { IMAGE_STYLES } from '../../server/src/domain/story.ts';
import type { ImageStyle } from '../../server/src/domain/story.ts';
import { ASPECTS } from '../../server/src/domain/timeline.ts';
import type { Aspect } from '../../server/src/domain/timeline.ts';

export const USAGE = `Makes one vertical short from a topic or a script: offline, or with the services that the environment switches on
(docs/PROVIDERS.md).

  npm run short -- "Why the sky is blue"
  npm run short -- --script FILE [options]

Options
  --script FILE      a script instead of a topic: JSON {title, language, scenes: [{narration, visual, upload?}]},
                     plain text or Markdown; - reads standard input
  --out FILE         where the MP4 goes (default: out/<title>.mp4); captions and poster are put beside it
  --aspect LIST      ${ASPECTS.join(',')}: one or more, separated by commas (default: 9:16)
  --seconds N        length to aim at with a topic, ${SHORT_LIMITS.minSeconds} to ${SHORT_LIMITS.maxSeconds} (default: ${DEFAULT_SECONDS})
  --voice V          who speaks; --list-voices shows who can
  --language TAG     language of the short, such as en, es, zh (default: that of the topic or text)
  --style STYLE      ${IMAGE_STYLES.join(', ')} (default: flat, or the script's own)
  --music FILE       WAV, MP3, FLAC, Ogg or M4A; ducks under speech, is repeated when it is short, fades out
  --json             prints one JSON object on standard output when done
  --list-voices      prints the voices and their languages
  --help             prints this

Exit codes: 0 done, 2 bad input, 1 failure, 130 interrupted.`;

export interface ShortOptions {
  readonly topic?: string;
  readonly script?: string;
  readonly out?: string;
  readonly aspects: readonly Aspect[];
  readonly seconds: number;
  readonly voice?: string;
  readonly language?: string;
  readonly style?: ImageStyle;
  readonly music?: string;
  readonly json: boolean;
  readonly listVoices: boolean;
  readonly help: boolean;
}

/** Command line → options. Throws InputInvalid naming the option and what it takes. */
export function readOptions(args: readonly string[]): ShortOptions {
  const { values, positionals } = parse(args);
  const { topic, help, listVoices } = {
    topic: positionals.length > 0 ? positionals.join(' ') : undefined,
    help: values.help ?? false,
    listVoices: values['list-voices'] ?? false,
  };
  if (!help && !listVoices) {
    if (topic !== undefined && values.script !== undefined) {
      throw new InputInvalid('', 'A topic and --script were both given; one of them was expected.');
    }
    if (topic === undefined && values.script === undefined) {
      throw new InputInvalid(
        '',
        'Nothing to make a short of: a topic in quotes or --script FILE was expected.',
      );
    }
  }
  return {
    ...defined({ topic, script: values.script, out: values.out, voice: values.voice, music: values.music }),
    ...defined({ language: language(values.language), style: style(values.style) }),
    aspects: aspects(values.aspect ?? '9:16'),
    seconds: seconds(values.seconds),
    json: values.json ?? false,
    listVoices,
    help,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        script: { type: 'string' },
        out: { type: 'string' },
        aspect: { type: 'string' },
        seconds: { type: 'string' },
        voice: { type: 'string' },
        language: { type: 'string' },
        style: { type: 'string' },
        music: { type: 'string' },
        json: { type: 'boolean' },
        'list-voices': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // parseArgs says which option it was in its first sentence; what follows is about "--" and does not help here.
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new InputInvalid('', `${message}; --help lists the options.`);
  }
}

/** Without the keys that have no value: an optional property is absent, never undefined. */
function defined<T extends Record<string, unknown>>(
  values: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as never;
}

function aspects(list: string): Aspect[] {
  const wanted = list.split(',').map((part) => part.trim());
  const unknown = wanted.find((part) => !ASPECTS.some((aspect) => aspect === part));
  if (unknown !== undefined) {
    throw new InputInvalid('--aspect', `“${unknown}” is not an aspect; ${ASPECTS.join(', ')} were expected.`);
  }
  return [...new Set(wanted as Aspect[])];
}

function seconds(text: string | undefined): number {
  if (text === undefined) return DEFAULT_SECONDS;
  const value = Number(text);
  const { minSeconds, maxSeconds } = SHORT_LIMITS;
  if (!Number.isInteger(value) || value < minSeconds || value > maxSeconds) {
    throw new InputInvalid(
      '--seconds',
      `“${text}” does not fit; a whole number from ${minSeconds} to ${maxSeconds} was expected.`,
    );
  }
  return value;
}

function language(tag: string | undefined): string | undefined {
  if (tag !== undefined && !isLanguageTag(tag)) {
    throw new InputInvalid(
      '--language',
      `“${tag}” is not a language tag; one such as en, es or zh was expected.`,
    );
  }
  return tag;
}

function style(name: string | undefined): ImageStyle | undefined {
  const known = IMAGE_STYLES.find((candidate) => candidate === name);
  if (name !== undefined && !known) {
    throw new InputInvalid(
      '--style',
      `“${name}” is not a style; one of ${IMAGE_STYLES.join(', ')} was expected.`,
    );
  }
  return known;
}
