import { parseScript, storyJson } from '@shortfactory/contract';
import {
  DEFAULT_STYLE,
  DomainError,
  InputInvalid,
  SCRIPT_LIMITS,
  isLanguageTag,
  primaryLanguage,
} from '@shortfactory/core';
import type {
  RemarkedScript,
  Script,
  ScriptRequest,
  SpendAccount,
  Story,
  StoryRequest,
  StoryWriter,
  TopicBrief,
} from '@shortfactory/core';
import { detectByWords, planOfTopic, withCallToAction } from '@shortfactory/text';
import type { TopicPlan } from '@shortfactory/text';
import { z } from 'zod';
import { CallFailed } from '../calls/failure.ts';
import { STRUCTURES, itemsInWords, kindInWords } from '../prompts/kinds.ts';
import { Prompt } from '../prompts/prompt.ts';
import {
  BEFORE_CALL_TO_ACTION,
  GROUNDED,
  OWN_LANGUAGE,
  REPAIR,
  SCRIPT,
  SOURCE,
  STORY,
  WRITER,
} from '../prompts/story.ts';
import { groundedIn } from './grounded.ts';
import { lengthFor, secondsOf, wordsIn } from './pace.ts';
import { askedGroundedScript, askedScript, takenScript } from './script-answer.ts';
import type { AnsweredScript } from './script-answer.ts';
import { HOOK_SECONDS, LONGEST_SCENE_SECONDS, shortcomingsOf } from './structure.ts';
import type { Shortcoming } from './structure.ts';
import type { TextModel, Turn } from './text-model.ts';

/** What the model is to answer with; the domain's own rules are checked after it. */
const storyAnswer = z.object({
  title: z.string(),
  summary: z.string(),
  language: z.string().describe('BCP 47'),
  characters: z.array(z.object({ name: z.string(), appearance: z.string() })),
});

/** Tokens of a response, thoughts included: the estimate, and the maximum. */
const EXPECTED = { story: 1500, script: 4000 };
const MOST_TOKENS = 16_384;
/** A script this much longer or shorter than asked for is sent back once. */
const LENGTH_TOLERANCE = 0.35;
/** A rejected answer is shown to the model again; a longer one is cut. */
const SHOWN_CHARS = 20_000;

/** With a value and shortcomings it is usable, but worth sending back once. */
interface Judged<T> {
  readonly value?: T;
  readonly shortcomings: readonly Shortcoming[];
}

/** What is asked of a model: the schema that it is told, and the one that its answer is read by. */
interface Asked<A> {
  readonly what: keyof typeof EXPECTED;
  readonly prompt: string;
  readonly told: z.ZodType;
  readonly taken: z.ZodType<A>;
}

/**
 * Writes with a model that answers in JSON. An answer that breaks the domain's rules is sent back once with what is
 * wrong; the second one that does is refused.
 */
export class ModelStoryWriter implements StoryWriter {
  readonly id: string;
  readonly #model: TextModel;

  constructor(model: TextModel) {
    this.#model = model;
    this.id = `${model.id}+${Prompt.version(SOURCE, GROUNDED, WRITER, STORY, SCRIPT, BEFORE_CALL_TO_ACTION, REPAIR, ...Object.values(STRUCTURES))}`;
  }

  async writeStory(request: StoryRequest, signal: AbortSignal, account?: SpendAccount): Promise<Story> {
    const language = request.language === undefined ? OWN_LANGUAGE : languageName(request.language);
    const { kind, count } = planOfTopic(request.topic, request.kind);
    const prompt = STORY.fill({
      topic: asMaterial(request.topic),
      sources: sourcesOf(request),
      ...{ language, kind: kindInWords(kind, count) },
    });
    const asked = { what: 'story', prompt, told: storyAnswer, taken: storyAnswer } as const;
    const judge = (answer: z.infer<typeof storyAnswer>): Judged<Story> => judgeStory(answer, request);
    return (await this.#write(asked, signal, account, judge)).value;
  }

  async writeScript(
    request: ScriptRequest,
    signal: AbortSignal,
    account?: SpendAccount,
  ): Promise<RemarkedScript> {
    const plan = planOfTopic(request.topic, request.kind);
    const prompt = scriptPrompt(request, plan);
    const asked = {
      what: 'script',
      prompt,
      told: request.sources ? askedGroundedScript : askedScript,
      taken: takenScript,
    } as const;
    const { value, shortcomings } = await this.#write(asked, signal, account, (answer) =>
      judgeScript(answer, request, plan),
    );
    const remarks = shortcomings.flatMap(({ notice }) => notice ?? []);
    const script = withCallToAction(value, request.callToAction);
    return remarks.length === 0 ? script : { ...script, remarks };
  }

  /** The better one of at most two answers, and what it lacks. */
  async #write<A, T>(
    { what, prompt, told, taken }: Asked<A>,
    signal: AbortSignal,
    account: SpendAccount | undefined,
    judge: (answer: A) => Judged<T>,
  ): Promise<Judged<T> & { readonly value: T }> {
    const ask = (turns: readonly Turn[]): Promise<string> =>
      this.#model.ask(
        {
          ...{ turns, schemaName: what, expectedTokens: EXPECTED[what], mostTokens: MOST_TOKENS },
          system: WRITER.fill({}),
          schema: z.toJSONSchema(told),
          asked: 'this topic',
        },
        signal,
        account,
      );
    const user: Turn = { from: 'user', text: prompt };
    const firstText = await ask([user]);
    const first = judged(firstText, taken, judge);
    if (isUsable(first) && first.shortcomings.length === 0) return first;
    const problem = first.shortcomings.map((each) => each.ask).join('; ');
    const repair: Turn[] = [
      user,
      { from: 'model', text: firstText.slice(0, SHOWN_CHARS) || '{}' },
      { from: 'user', text: REPAIR.fill({ problem }) },
    ];
    let second: Judged<T>;
    try {
      second = judged(await ask(repair), taken, judge);
    } catch (error) {
      // A script with a shortcoming was paid for and can be used.
      if (isUsable(first) && error instanceof DomainError) return first;
      throw error;
    }
    const usable = [second, first].filter(isUsable);
    const [better] = usable.sort((a, b) => a.shortcomings.length - b.shortcomings.length);
    if (better) return better;
    throw new CallFailed(
      'unusable',
      `${this.#model.label} wrote something that cannot be used, twice: ${second.shortcomings[0]?.ask ?? ''}.`,
    );
  }
}

function isUsable<T>(answer: Judged<T>): answer is Judged<T> & { readonly value: T } {
  return answer.value !== undefined;
}

function unusable(ask: string): Judged<never> {
  return { shortcomings: [{ ask }] };
}

/** Scenes that open and close, besides those of items; a quiz has two for each. */
const AROUND_ITEMS = 2;

function scriptPrompt(request: ScriptRequest, { kind, count = 0 }: TopicPlan): string {
  const { topic, story, seconds, callToAction, sources } = request;
  const { language } = story;
  const { text: words, scenes } = lengthFor(seconds, language);
  const needed = count === 0 ? 0 : count * (kind === 'quiz' ? 2 : 1) + AROUND_ITEMS;
  const items = itemsInWords(kind, count === 0 ? undefined : count);
  return SCRIPT.fill({
    ...{
      topic: asMaterial(topic),
      seconds,
      words,
      scenes: Math.min(Math.max(scenes, needed), SCRIPT_LIMITS.scenes),
    },
    language: languageName(language),
    sources: sourcesOf(request),
    grounded: sources === undefined ? '' : `\n${GROUNDED.fill({})}`,
    hook: wordsIn(HOOK_SECONDS, language),
    longest: wordsIn(LONGEST_SCENE_SECONDS, language),
    structure: STRUCTURES[kind].fill({ items }),
    closing: callToAction === undefined ? '' : ` ${BEFORE_CALL_TO_ACTION.fill({ callToAction })}`,
    story: JSON.stringify({ title: story.title, summary: story.summary, characters: story.characters }),
  });
}

/** The sources as a prompt has them, a blank line before each. */
function sourcesOf({ sources = [] }: TopicBrief): string {
  return sources
    .map(
      ({ title, text }) =>
        `\n${SOURCE.fill({ text: asMaterial(title === undefined ? text : `${title}\n\n${text}`) })}`,
    )
    .join('');
}

/** Text of others, which must not seem to end here. */
function asMaterial(text: string): string {
  return text.replace(/<(?=\/?(?:topic|story|source)\b)/giu, '‹');
}

function judged<A, T>(text: string, schema: z.ZodType<A>, judge: (answer: A) => Judged<T>): Judged<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return unusable('it is not JSON');
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? judge(parsed.data) : unusable(problemsOf(parsed.error));
}

function judgeStory(answer: z.infer<typeof storyAnswer>, request: StoryRequest): Judged<Story> {
  const language = request.language ?? answer.language;
  if (!isLanguageTag(language)) return unusable('/language is not a BCP 47 tag such as "en"');
  const parsed = storyJson.safeParse({
    title: answer.title.trim(),
    summary: answer.summary.trim(),
    imageStyle: request.imageStyle ?? DEFAULT_STYLE,
    characters: answer.characters,
    language,
  });
  return parsed.success ? { value: parsed.data, shortcomings: [] } : unusable(problemsOf(parsed.error));
}

function judgeScript(answer: AnsweredScript, request: ScriptRequest, plan: TopicPlan): Judged<Script> {
  const { story, seconds } = request;
  const { title, language, imageStyle } = story;
  const answered = answer.scenes.map((scene) => ({
    ...scene,
    narration: scene.narration.trim(),
    visual: scene.visual.trim(),
  }));
  const { restsOn, shortcomings: ungrounded } = groundedIn(answered, request);
  const scenes = answered.map(({ narration, visual, searchWords }, index) => {
    const sentence = restsOn[index];
    const searches = searchesIn(searchWords);
    return {
      ...{ narration, visual },
      ...(searches.length > 0 && { searchWords: searches }),
      ...(sentence !== undefined && { restsOn: sentence }),
    };
  });
  let value: Script;
  try {
    value = parseScript({ title, language, imageStyle, scenes });
  } catch (error) {
    if (error instanceof InputInvalid) return unusable(error.message);
    throw error;
  }
  return {
    value,
    shortcomings: [
      // A source may hold less than the length that is asked for.
      ...(request.sources ? [] : ofLength(value, seconds)),
      ...ungrounded,
      ...ofLanguage(value),
      ...shortcomingsOf(answered, plan, language),
    ],
  };
}

/** Those that can be used: what a search finds is no reason to send a script back. */
function searchesIn(answered: readonly string[] = []): string[] {
  const searches = answered
    .map((words) => words.replace(/[\p{C}\s]+/gu, ' ').trim())
    .filter((words) => /[\p{L}\p{N}]/u.test(words) && words.length <= SCRIPT_LIMITS.searchChars);
  return [...new Set(searches)].slice(0, SCRIPT_LIMITS.searches);
}

/** A person is told of the length by the pipeline, which knows it exactly. */
function ofLength({ scenes, language }: Script, seconds: number): Shortcoming[] {
  const estimate = secondsOf(
    scenes.map(({ narration }) => narration),
    language,
  );
  if (Math.abs(estimate - seconds) <= seconds * LENGTH_TOLERANCE) return [];
  const { text } = lengthFor(seconds, language);
  return [
    {
      ask: `the narrations take about ${Math.round(estimate)} seconds; ${seconds} seconds, which is ${text} in all, were asked for`,
    },
  ];
}

/** Languages whose texts are taken for one another. */
const NEAR = [
  ['nb', 'nn', 'no', 'da'],
  ['hr', 'sr', 'bs', 'sh', 'cnr'],
  ['id', 'ms'],
  ['fil', 'tl'],
];

function isNear(a: string, b: string): boolean {
  const [one, other] = [primaryLanguage(a), primaryLanguage(b)];
  return one === other || NEAR.some((group) => group.includes(one) && group.includes(other));
}

/** Another language than the story's, where the narrations show it surely. */
function ofLanguage({ scenes, language }: Script): Shortcoming[] {
  const heard = detectByWords(scenes.map(({ narration }) => narration).join(' '));
  if (!heard.sure || isNear(heard.language, language)) return [];
  const [is, wanted] = [heard.language, language].map(languageName);
  return [
    {
      ask: `it is written in ${is}; ${wanted} was asked for`,
      notice: `The script seems to be in ${is}, not in ${wanted}.`,
    },
  ];
}

function problemsOf({ issues }: z.ZodError): string {
  return issues
    .slice(0, 6)
    .map(({ path, message }) => `/${path.map(String).join('/')} ${message}`)
    .join('; ');
}

function languageName(tag: string): string {
  const name = isLanguageTag(tag) ? new Intl.DisplayNames('en', { type: 'language' }).of(tag) : undefined;
  return name === undefined ? tag : `${name} (${tag})`;
}
