import { lookOf, withVisuals } from '@shortfactory/contract';
import type { scriptSchema, videoRequest } from '@shortfactory/contract';
import {
  InputInvalid,
  VoiceUnfit,
  briefOf,
  checkClipUses,
  checkScriptVoices,
  isLanguageTag,
  visualsOf,
  voiceFor,
  voiceMeant,
  withLook,
} from '@shortfactory/core';
import type { FootageSource, Script, ShortRequest, Shown, TopicBrief, Voice } from '@shortfactory/core';
import {
  cutWordsOf,
  detectorFor,
  languageOfTopic,
  leftOutSentence,
  performanceOf,
  performanceSeconds,
  readScriptText,
  readSources,
  refuseLetters,
  refuseUnreadable,
} from '@shortfactory/text';
import type { ReadingOptions } from '@shortfactory/text';
import type { z } from 'zod';
import type { HttpContext } from '../routing/context.ts';

type Without<T, K extends string> = T extends unknown ? Omit<T, K> : never;
/** The body of POST /api/videos, without what is nothing of the video's. */
type VideoWanted = Without<z.output<typeof videoRequest>, 'webhook'>;

/** What there is to choose from, and the caller's languages, best first. */
interface Choice {
  readonly voices: readonly Voice[];
  readonly sources: readonly FootageSource[];
  readonly locales: readonly string[];
}

/** The body of POST /api/videos as a request for Jobs that can be made here. Throws InputInvalid. */
export async function checkedRequest(
  wanted: VideoWanted,
  { voices, sources, locales }: Choice,
): Promise<ShortRequest> {
  const voice = wanted.voice ?? (wanted.look && lookOf(wanted.look).voice);
  const chosen = voices.find(({ id }) => id === voice?.toLowerCase());
  const request = await shortRequestOf(wanted, [...(chosen?.languages ?? []), ...locales]);
  checkVoice(request, voices, placesIn(wanted));
  checkFootage(request, sources);
  return request;
}

/**
 * The body of POST /api/videos as a request for Jobs. Where no language is asked for it is that of topic or text; `locales`
 * are the caller's, best first, and decide where those do not. Throws InputInvalid for a text that is no script.
 */
export async function shortRequestOf(given: VideoWanted, locales: readonly string[]): Promise<ShortRequest> {
  const { look, ...rest } = given;
  const request = await requestOf(rest, locales);
  return look === undefined ? request : withLook({ ...request, look: lookOf(look) });
}

async function requestOf(
  body: Without<VideoWanted, 'look'>,
  locales: readonly string[],
): Promise<ShortRequest> {
  if (body.music !== undefined && body.track !== undefined)
    throw new InputInvalid('/track', 'stands beside /music; one of them was expected');
  if (!('script' in body)) {
    const { topic, kind: _kind, callToAction: _callToAction, sources: _sources, ...options } = body;
    const sources = await sourcesOf(body);
    const language = sources.language ?? options.language ?? (await languageOfTopic(topic, locales));
    const source = { topic: topic.trim(), ...briefOf({ ...body, ...sources.brief }) };
    return { source, ...options, ...(language === undefined ? {} : { language }) };
  }
  const { script: given, seconds: wanted, ...options } = body;
  if (typeof given === 'string') {
    const { language, ...others } = options as typeof options & { readonly language?: string };
    const detect = await detectorFor(given, locales);
    const reading =
      language === undefined ? { detect: (part: string) => detect(part, locales) } : { language };
    const { script, seconds = secondsOf(script, body.speed), leftOut } = readText(given, reading);
    const sentence = leftOutSentence(leftOut);
    const source = sentence === undefined ? { script } : { script, remarks: [sentence] };
    return { source, seconds: wanted ?? seconds, ...others };
  }
  const script = withVisuals(given);
  return { source: { script }, seconds: wanted ?? secondsOf(script, body.speed), ...options };
}

/** What a topic is to be told from, and in which language. */
interface Sources {
  readonly brief: Pick<TopicBrief, 'sources'>;
  readonly language?: string;
}

/**
 * The sources of a request, read; the language is theirs, unless the request or the topic says one. Throws InputInvalid for
 * one that a script cannot rest on.
 */
export async function sourcesOf({
  topic,
  language,
  sources,
}: {
  readonly topic: string;
  readonly language?: string;
  readonly sources?: readonly { readonly title?: string; readonly text: string }[];
}): Promise<Sources> {
  if (sources === undefined) return { brief: {} };
  const given = sources.map((source, index) => ({ ...source, place: `/sources/${index}/text` }));
  const read = await readSources(given, language ?? (await languageOfTopic(topic, [])));
  return { brief: { sources: read.sources }, language: read.language };
}

/** Where a body says its language, or what that was told from, and its voice, which a look may say. */
export function placesIn(body: VideoWanted): Places {
  return {
    language: languagePlace(body),
    voice: body.voice === undefined && body.look !== undefined ? '/look/voice' : 'voice',
  };
}

function languagePlace(body: VideoWanted): string {
  if ('script' in body) return typeof body.script === 'string' ? '/script' : '/script/language';
  return body.language === undefined ? 'topic' : 'language';
}

function readText(text: string, reading: ReadingOptions): ReturnType<typeof readScriptText> {
  try {
    return readScriptText(text, reading);
  } catch (error) {
    throw error instanceof InputInvalid ? new InputInvalid('/script', error.problem) : error;
  }
}

/** About how long a script is, in whole seconds. */
function secondsOf(script: Script, speed?: number): number {
  const lengths = performanceSeconds(script, speed);
  return Math.max(1, Math.round(lengths.reduce((sum, each) => sum + each, 0)));
}

/** Where a request says something: its field, or a JSON pointer. */
interface Places {
  readonly language: string;
  readonly voice: string;
}

/**
 * Rejects early what the narrator would reject later: a language without a voice, a voice that is unknown or does not
 * speak the language, also one that a script names for a speaker, too many speakers, a cut at a word that is not said, and
 * a clip that is none. Throws InputInvalid, VoiceUnfit for the voice of all.
 */
export function checkVoice(
  request: ShortRequest,
  voices: readonly Voice[],
  /** Where the request says its language, and its voice. */
  { language: languageAt = '/script/language', voice: voiceAt = 'voice' }: Partial<Places> = {},
): void {
  checkLetters(request);
  const script = 'script' in request.source ? request.source.script : undefined;
  const language = script?.language ?? request.language;
  if (script) checkScript(script, voices, request.visuals);
  if (language !== undefined) {
    try {
      voiceFor(voices, language, request.voice);
    } catch (error) {
      if (!(error instanceof InputInvalid)) throw error;
      if (error.where === 'language') throw new InputInvalid(languageAt, error.problem);
      throw error instanceof VoiceUnfit ? new VoiceUnfit(voiceAt, error.problem, error.instead) : error;
    }
  } else if (request.voice !== undefined && !voices.some(({ id }) => id === request.voice?.toLowerCase())) {
    throw new VoiceUnfit(
      voiceAt,
      `there is no voice "${request.voice}"; GET /api/options lists them`,
      voiceMeant(voices, request.voice),
    );
  }
}

/** Rejects footage of a source that is not configured. Throws InputInvalid. */
export function checkFootage({ source }: ShortRequest, sources: readonly FootageSource[]): void {
  if (!('script' in source)) return;
  visualsOf(source.script).forEach(({ footage, where }) => {
    if (footage === undefined || sources.includes(footage.source)) return;
    const known =
      sources.length === 0 ? 'none is' : `${sources.join(', ')} ${sources.length === 1 ? 'is' : 'are'}`;
    throw new InputInvalid(
      `/script${where}/footage/source`,
      `${footage.source} is not a source that is configured (${known})`,
    );
  });
}

/** Throws InputInvalid for a text that captions cannot show or the language's voices cannot read. */
function checkLetters({ source }: ShortRequest): void {
  if ('topic' in source) refuseLetters('topic', source.topic);
  else refuseUnreadable(source.script, '/script');
}

function checkScript(script: Script, voices: readonly Voice[], visuals: ShortRequest['visuals']): void {
  try {
    checkScriptVoices(voices, script);
    cutWordsOf(performanceOf(script));
    checkClipUses(script, visuals);
  } catch (error) {
    if (!(error instanceof InputInvalid) || error.where === 'language') throw error;
    const place = error.where.startsWith('/') ? `/script${error.where}` : '/script/scenes';
    throw new InputInvalid(place, error.problem);
  }
}

/** A script as a schema has it, with lists of its own. */
type ShownScript = z.output<typeof scriptSchema>;

/** The same script with its fields in their order and no others. */
export function shownScript({
  title,
  language,
  imageStyle,
  description,
  voices,
  pronunciations,
  speed,
  emoji,
  scenes,
}: Script): ShownScript {
  return {
    title,
    language,
    ...(imageStyle === undefined ? {} : { imageStyle }),
    ...(description === undefined ? {} : { description }),
    ...(voices === undefined ? {} : { voices }),
    ...(pronunciations === undefined ? {} : { pronunciations }),
    ...(speed === undefined ? {} : { speed }),
    ...(emoji === undefined ? {} : { emoji }),
    scenes: scenes.map(({ cuts, ...scene }) => ({
      ...withOwnSearches(scene),
      ...(cuts && { cuts: cuts.map(withOwnSearches) }),
    })),
  };
}

function withOwnSearches<Visual extends Shown>({ searchWords, ...visual }: Visual) {
  return { ...visual, ...(searchWords && { searchWords: [...searchWords] }) };
}

/** What the caller speaks, best first, as the header Accept-Language says. */
export function localesOf(ctx: Pick<HttpContext, 'acceptsLanguages'>): readonly string[] {
  return ctx.acceptsLanguages().filter((tag) => tag !== '*' && isLanguageTag(tag));
}
