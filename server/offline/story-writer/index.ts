import {
  DEFAULT_STYLE,
  InputInvalid,
  OFFLINE_LANGUAGES,
  SCRIPT_LIMITS,
  primaryLanguage,
} from '@shortfactory/core';
import type {
  OfflineLanguage,
  RemarkedScript,
  Script,
  ScriptRequest,
  Story,
  StoryRequest,
  StoryWriter,
  TopicKind,
  TopicText,
} from '@shortfactory/core';
import { detectLanguage, planOfTopic, withCallToAction } from '@shortfactory/text';
import type { TopicPlan } from '@shortfactory/text';
import { cleanTopic, titleOf } from './topic.ts';

/** Raised when the same request gets another text in a way that GOLDEN_OUTPUT does not show. */
const VERSION = 3;

/**
 * SHA-256 of the handbook, the outlines and what is written on fixed topics. A test writes them again: another text is
 * another hash, and as that is part of the id, no text that is stored is taken for a newer one.
 */
export const GOLDEN_OUTPUT = 'a02bc132bb992e00db420bfbf98c9ed2c7082c6d716b7111d7164b25af3210cb';

/**
 * Writes without a network or a language model: a topic of the handbook is told from it, any other becomes an outline of
 * questions that says so in its summary and claims nothing. Equal requests get equal answers on every machine.
 * @throws InputInvalid for a topic that is empty, without letters, or longer than 300 characters.
 */
export class OfflineStoryWriter implements StoryWriter {
  readonly id = `offline:handbook@${VERSION}+${GOLDEN_OUTPUT.slice(0, 12)}`;

  async writeStory(request: StoryRequest, signal: AbortSignal): Promise<Story> {
    signal.throwIfAborted();
    const topic = cleanTopic(request.topic);
    if (request.sources) return storyOfSources(topic, request, request.sources);
    const { findEntry, languageAsked, outlineSummary, OUTLINES } = await loadTexts();
    const wanted = request.language ?? languageAsked(topic) ?? (await detectLanguage(topic)).language;
    const primary = offlineLanguage(wanted);
    const language = primary === undefined ? 'en' : wanted;
    const imageStyle = request.imageStyle ?? DEFAULT_STYLE;
    const entry = findEntry(topic, primary ?? 'en');
    const note =
      primary === undefined ? ` Told in English: the offline writer does not know "${wanted}".` : '';
    const title = entry?.title ?? titleOf(topic, language);
    const summary = entry?.summary ?? outlineSummary(topic, language, OUTLINES[primary ?? 'en']);
    const outline = entry === undefined ? ({ kind: 'outline' } as const) : {};
    return { title, summary: summary + note, imageStyle, characters: [], language, ...outline };
  }

  async writeScript(request: ScriptRequest, signal: AbortSignal): Promise<RemarkedScript> {
    signal.throwIfAborted();
    const topic = cleanTopic(request.topic);
    if (request.sources) return scriptOfSources(topic, request, request.sources);
    const { findEntry, outlineOf, fitBeats, OUTLINES, KIND_OUTLINES } = await loadTexts();
    const { title, language, imageStyle } = request.story;
    const primary = offlineLanguage(language) ?? 'en';
    const entry = findEntry(topic, primary);
    const plan = planOfTopic(topic, request.kind);
    const words = { language, text: OUTLINES[primary], kinds: KIND_OUTLINES[primary] };
    const { beats, isWhole } = entry ? { ...entry, isWhole: false } : outlineOf(topic, plan, words);
    const told = isWhole ? beats : fitBeats(beats, request.seconds, primary, entry?.core);
    const scenes = told.map(([narration, visual]) => ({ narration, visual }));
    // A story in a language that we do not write is told in English, and its voice must know.
    const spoken = offlineLanguage(language) ? language : 'en';
    const script: Script = { title, language: spoken, imageStyle, scenes };
    const remark = entry && otherThanAsked(request, plan);
    const whole = withCallToAction(script, request.callToAction);
    return remark === undefined ? whole : { ...whole, remarks: [remark] };
  }
}

/** What the sources are about is said in their own first sentence. */
async function storyOfSources(
  topic: string,
  request: StoryRequest,
  sources: readonly TopicText[],
): Promise<Story> {
  const language =
    request.language ?? (await detectLanguage(sources.map(({ text }) => text).join('\n'))).language;
  const { extracted } = await import('./extract/extract.ts');
  const [first] = extracted({ topic, sources, language, seconds: 1, plan: { kind: 'explain' } });
  const title = titleOf(topic, language);
  const imageStyle = request.imageStyle ?? DEFAULT_STYLE;
  return {
    title,
    summary: first?.restsOn?.slice(0, MOST_SUMMARY_CHARS) ?? title,
    imageStyle,
    characters: [],
    language,
  };
}

const MOST_SUMMARY_CHARS = 500;

/** Kinds that a source's own sentences can be in its own order. */
function isRetold(kind: TopicKind): kind is Exclude<TopicKind, 'quiz' | 'ad'> {
  return kind !== 'quiz' && kind !== 'ad';
}

/** The sources' own sentences, chosen and shortened. */
async function scriptOfSources(
  topic: string,
  { story, seconds, kind, callToAction }: ScriptRequest,
  sources: readonly TopicText[],
): Promise<RemarkedScript> {
  const { title, language, imageStyle } = story;
  const plan = planOfTopic(topic, kind);
  const { extracted } = await import('./extract/extract.ts');
  const scenes = extracted({ topic, sources, language, seconds, plan });
  if (scenes.length === 0)
    throw new InputInvalid(
      'sources',
      'have no sentence that is short enough for a scene (14 seconds); shorter sentences were expected',
    );
  const items = scenes.length - 1;
  const fewer = plan.count !== undefined && items < plan.count;
  const script = { title, language, imageStyle, scenes: scenes.slice(0, SCRIPT_LIMITS.scenes) };
  return {
    ...withCallToAction(script, callToAction),
    remarks: [
      'No language model wrote this: its sentences are the source’s own, chosen and shortened.',
      ...(fewer ? [`The source gives ${items} items, not the ${plan.count} that the topic names.`] : []),
      ...(isRetold(plan.kind) ? [] : [`It retells the source; it cannot tell it as ${NAMES[plan.kind]}.`]),
    ],
  };
}

/** The handbook explains, whatever else is asked for. */
function otherThanAsked({ kind = 'explain' }: ScriptRequest, { count }: TopicPlan): string | undefined {
  if (kind === 'explain' && count === undefined) return undefined;
  const wanted = kind === 'explain' ? `with ${count} points` : `as ${NAMES[kind]}`;
  return `The built-in handbook explains this topic; it cannot tell it ${wanted}.`;
}

const NAMES = {
  list: 'a list',
  story: 'a story',
  'how-to': 'instructions',
  news: 'news',
  ad: 'an advertisement',
  quiz: 'a quiz',
} as const;

/** Thirty modules of handbook and outlines, which a video from a script never needs. */
async function loadTexts() {
  const [handbook, outline, outlines, kinds, pace] = await Promise.all([
    import('./handbook/index.ts'),
    import('./outline.ts'),
    import('./outlines/index.ts'),
    import('./outlines/by-kind.ts'),
    import('./pace.ts'),
  ]);
  return { ...handbook, ...outline, ...outlines, ...kinds, ...pace };
}

function offlineLanguage(language: string): OfflineLanguage | undefined {
  return OFFLINE_LANGUAGES.find((known) => known === primaryLanguage(language));
}
