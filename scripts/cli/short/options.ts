import {
  ADDRESS_REFUSED,
  ASPECTS,
  BRIEF_LIMITS,
  DEFAULT_SECONDS,
  EMOJI_READINGS,
  IMAGE_STYLES,
  InputInvalid,
  PITCH,
  SHORT_LIMITS,
  SOUND_NAMES,
  SPEED,
  TOPIC_KINDS,
  TRACK_CHOICES,
  VISUALS,
  isAddress,
  isSpeakable,
  isLanguageTag,
} from '@shortfactory/core';
import type {
  Aspect,
  EmojiReading,
  ImageStyle,
  RequestOptions,
  TopicBrief,
  TopicKind,
  TrackChoice,
  Visuals,
} from '@shortfactory/core';
import { LOOK_NAMES } from '@shortfactory/contract';
import type { ChosenModels } from './models.ts';
import { converted, helpText, number, readFlags, text, texts, toggle } from '@shortfactory/command-line';

/** A model, and where it is. */
const MODEL =
  'ollama:qwen3:8b, openai:…, http://127.0.0.1:1234/v1#NAME, or gemini, offline (docs/PROVIDERS.md)';

export const SHORT_FLAGS = {
  script: text(
    'FILE',
    'a script instead of a topic: JSON {title, language, scenes: [{narration, visual?, upload?}]}, plain text, Markdown, .srt, .vtt or .docx; - reads standard input',
  ),
  batch: text(
    'FILE',
    'many shorts: CSV with the columns topic or script, and id, voice, aspect, seconds, language, style, kind, call to action, speed, emoji, look; or JSON lines (.jsonl) as POST /api/videos takes them. What a row leaves open is as the options here say; --out is a folder',
  ),
  'max-usd': number('N', 'stops a batch before services have cost more', { least: 0, most: 100_000 }),
  out: text(
    'FILE',
    'where the MP4 goes (default: out/<title>.mp4); captions, poster and what to post with it are put beside it',
  ),
  aspect: converted('LIST', `${ASPECTS.join(',')}: one or more, separated by commas`, aspects, '9:16'),
  seconds: number(
    'N',
    'length to aim at with a topic',
    { least: SHORT_LIMITS.minSeconds, most: SHORT_LIMITS.maxSeconds, whole: true },
    DEFAULT_SECONDS,
  ),
  kind: converted(
    'KIND',
    `what a topic's script is built like: ${TOPIC_KINDS.join(', ')} (default: as the topic's words show)`,
    topicKind,
  ),
  'call-to-action': converted(
    'TEXT',
    "what is said at the end of a topic's script, as it stands",
    callToAction,
  ),
  from: texts(
    'FILE',
    "notes, a text or a saved page (text, Markdown, HTML, .docx) that a topic's script stays within",
  ),
  writer: text('MODEL', `who writes, before the environment's own: ${MODEL}`),
  pictures: text('MODEL', 'who draws, in the same way'),
  narrator: text('MODEL', 'whose voices speak, in the same way'),
  voice: text('V', 'who speaks; --list-voices shows who can'),
  speed: number('N', 'how fast it is spoken', { ...SPEED, otherwise: "1, or the script's own" }),
  pitch: number('N', 'how much higher or lower an offline voice speaks, in semitones', {
    ...PITCH,
    otherwise: '0, its own',
  }),
  emoji: converted(
    'HOW',
    `${EMOJI_READINGS.join(' or ')} (default: silent, or as the script says)`,
    emojiReading,
  ),
  language: converted(
    'TAG',
    'language of the short, such as en, es, zh (default: that of the topic or text)',
    language,
  ),
  locale: converted(
    'TAG',
    'your own language, where topic or text is too short to tell one (default: that of LC_ALL, LC_MESSAGES or LANG)',
    language,
  ),
  style: converted('STYLE', `${IMAGE_STYLES.join(', ')} (default: flat, or the script's own)`, style),
  music: text('FILE', `${SOUND_NAMES}; ducks under speech, is repeated when it is short, fades out`),
  track: converted(
    'NAME',
    `music of the shelf: ${TRACK_CHOICES.join(', ')} (auto: what suits the script)`,
    track,
  ),
  visuals: converted(
    'WHICH',
    `what scenes show that bring no file: ${VISUALS.join(', ')} (default: drawn); photos and clips of others are searched where FOOTAGE says`,
    visuals,
  ),
  look: text(
    'NAME or FILE',
    `captions, colours, transition, music, voice and pace as one: ${LOOK_NAMES.join(', ')}, or a look as JSON (docs/API.md); other options come first`,
  ),
  narration: text(
    'FILE',
    `your own voice (${SOUND_NAMES}) in place of one here, with --script: one file for all scenes, or one a scene: several separated by commas, or a folder of them in order of name`,
  ),
  project: toggle(
    'writes a folder for an editing program beside the video, too: OpenTimelineIO (.otio) and Final Cut Pro XML (.fcpxml) with scenes, voice, music and captions on tracks, and the media they name',
  ),
  json: toggle('prints one JSON object on standard output when done'),
  'list-voices': toggle('prints the voices and their languages'),
};

export const USAGE = helpText(
  {
    summary:
      'Makes one vertical short from a topic or a script: offline, or with the services that the environment switches on (docs/PROVIDERS.md).',
    usage: [
      'npm run short -- "Why the sky is blue"',
      'npm run short -- --script FILE [options]',
      'npm run short -- --batch FILE [options]',
    ],
    notes: 'Exit codes: 0 done, 2 bad input, 1 failure, 130 interrupted.',
  },
  SHORT_FLAGS,
);

type Wanted = Omit<RequestOptions, 'music' | 'narration'>;
/** With every key: an option that is added to a request does not compile until it is taken from a flag here. */
type EveryWanted = { readonly [Key in keyof Omit<Required<Wanted>, 'look'>]: Wanted[Key] | undefined };

export interface ShortOptions {
  readonly topic?: string;
  /** What the topic comes with. */
  readonly brief: Omit<TopicBrief, 'sources'>;
  /** Files that the topic is told from. */
  readonly from: readonly string[];
  readonly script?: string;
  /** A table of many. */
  readonly batch?: string;
  readonly maxUsd?: number;
  readonly out?: string;
  /** As a request has them. */
  readonly wanted: Wanted;
  /** A file; a request has it as an upload. */
  readonly music?: string;
  /** A name, or a file; what it says comes into `wanted` when it is read. */
  readonly look?: string;
  /** Files, or a folder of them; a request has them as uploads. */
  readonly narration?: string;
  /** What the person speaks. */
  readonly locale?: string;
  /** Providers that stand before those of the environment. */
  readonly models: ChosenModels;
  /** Whether a folder for an editing program is written. */
  readonly project: boolean;
  readonly json: boolean;
  readonly listVoices: boolean;
}

/** Command line → options, or undefined when help was asked for. Throws InputInvalid naming the option and what it takes. */
export function readOptions(args: readonly string[]): ShortOptions | undefined {
  const { values, positionals, help } = readFlags(args, SHORT_FLAGS, true);
  if (help) return undefined;
  const topic = positionals.length > 0 ? positionals.join(' ') : undefined;
  const { batch, script, out, voice, speed, pitch, language, locale, music, narration, seconds, json } =
    values;
  const wanted: EveryWanted = {
    aspects: values.aspect,
    seconds,
    voice,
    speed,
    pitch,
    emoji: values.emoji,
    language,
    imageStyle: values.style,
    track: values.track,
    visuals: values.visuals,
  };
  if (music !== undefined && values.track !== undefined)
    throw new InputInvalid('--track', '--music was given, too; one of them was expected.');
  const brief = defined({ kind: values.kind, callToAction: values['call-to-action'] });
  const maxUsd = values['max-usd'];
  if (batch === undefined && maxUsd !== undefined)
    throw new InputInvalid('--max-usd', 'it is for --batch; MAX_COST_PER_VIDEO_USD bounds a single video.');
  if (batch !== undefined) {
    wantAlone({ topic, '--script': script, '--from': values.from[0], '--narration': narration });
  } else if (!values['list-voices']) {
    const only =
      values.from.length > 0
        ? '--from'
        : brief.kind !== undefined
          ? '--kind'
          : brief.callToAction !== undefined
            ? '--call-to-action'
            : undefined;
    if (script !== undefined && only !== undefined)
      throw new InputInvalid(
        only,
        'it is for a topic; a script says itself what it is, so it was expected without --script.',
      );
    if (values.from.length > BRIEF_LIMITS.sources)
      throw new InputInvalid(
        '--from',
        `${values.from.length} files were given; at most ${BRIEF_LIMITS.sources} were expected.`,
      );
    if (topic !== undefined && script !== undefined) {
      throw new InputInvalid('', 'A topic and --script were both given; one of them was expected.');
    }
    if (topic !== undefined && isAddress(topic)) {
      throw new InputInvalid('', `The topic “${topic}” ${ADDRESS_REFUSED}.`);
    }
    if (narration !== undefined && script === undefined) {
      throw new InputInvalid(
        '--narration',
        'Speech is not turned into text here; --script FILE with the words that are said was expected, too.',
      );
    }
    if (topic === undefined && script === undefined) {
      throw new InputInvalid(
        '',
        'Nothing to make a short of: a topic in quotes or --script FILE was expected.',
      );
    }
  }
  return {
    ...defined({ topic, script, batch, maxUsd, out, music, narration, locale, look: values.look }),
    brief,
    from: values.from,
    wanted: { ...defined(wanted), aspects: values.aspect, seconds },
    models: defined({ writer: values.writer, pictures: values.pictures, narrator: values.narrator }),
    project: values.project,
    json,
    listVoices: values['list-voices'],
  };
}

/** Throws InputInvalid for what each row of a batch says itself. */
function wantAlone(others: Readonly<Record<string, string | undefined>>): void {
  const [given] = Object.entries(others).find(([, value]) => value !== undefined) ?? [];
  if (given === undefined) return;
  const called = given === 'topic' ? 'A topic' : given;
  throw new InputInvalid('', `${called} and --batch were both given; each row of a batch says what it is.`);
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

function track(name: string, option: string): TrackChoice {
  const known = TRACK_CHOICES.find((candidate) => candidate === name);
  if (known) return known;
  throw new InputInvalid(
    option,
    `“${name}” is not a track; one of ${TRACK_CHOICES.join(', ')} was expected.`,
  );
}

function visuals(name: string, option: string): Visuals {
  const known = VISUALS.find((candidate) => candidate === name);
  if (known) return known;
  throw new InputInvalid(option, `“${name}” is not one of ${VISUALS.join(', ')}.`);
}

function topicKind(name: string, option: string): TopicKind {
  const known = TOPIC_KINDS.find((candidate) => candidate === name);
  if (known) return known;
  throw new InputInvalid(option, `“${name}” is not a kind; one of ${TOPIC_KINDS.join(', ')} was expected.`);
}

function callToAction(said: string, option: string): string {
  const most = BRIEF_LIMITS.callToActionChars;
  if (!isSpeakable(said)) throw new InputInvalid(option, 'it holds nothing that can be spoken.');
  if (said.length <= most) return said;
  throw new InputInvalid(option, `it has ${said.length} characters; at most ${most} were expected.`);
}

function emojiReading(name: string, option: string): EmojiReading {
  const known = EMOJI_READINGS.find((candidate) => candidate === name);
  if (known) return known;
  throw new InputInvalid(option, `“${name}” is not one of ${EMOJI_READINGS.join(', ')}.`);
}
