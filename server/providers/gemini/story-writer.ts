import type { Content, GenerateContentConfig, ThinkingLevel } from '@google/genai';
import { parseScript, storyJson } from '@shortfactory/contract';
import { DEFAULT_STYLE, DomainError, InputInvalid, SCRIPT_LIMITS, isLanguageTag } from '@shortfactory/core';
import type {
  Script,
  ScriptRequest,
  SpendAccount,
  Story,
  StoryRequest,
  StoryWriter,
} from '@shortfactory/core';
import { z } from 'zod';
import { CallFailed } from '../calls/failure.ts';
import type { ProviderCalls } from '../calls/provider-calls.ts';
import type { GeminiClient } from './client.ts';
import { lengthFor, secondsOf } from './pace.ts';
import { geminiUsd, tokensOf } from './prices.ts';
import { OWN_LANGUAGE, REPAIR, SCRIPT, STORY, WRITER } from './prompts/story.ts';
import { Prompt } from './prompts/prompt.ts';

/** What the model is to answer with; the domain's own rules are checked after it. */
const storyAnswer = z.object({
  title: z.string(),
  summary: z.string(),
  language: z.string().describe('BCP 47'),
  characters: z.array(z.object({ name: z.string(), appearance: z.string() })),
});
const scriptAnswer = z.object({
  scenes: z.array(z.object({ narration: z.string(), visual: z.string() })),
});

/** Tokens of a response, thoughts included: the estimate, and the maximum. */
const EXPECTED = { story: 1500, script: 4000 };
const MOST_TOKENS = 16_384;
/** A script this much longer or shorter than asked for is sent back once. */
const LENGTH_TOLERANCE = 0.35;
/** A rejected answer is shown to the model again; a longer one is cut. */
const SHOWN_CHARS = 20_000;

export interface GeminiStoryWriterOptions {
  readonly client: GeminiClient;
  readonly calls: ProviderCalls;
  readonly model: string;
}

/** With a value and a problem it is usable, but worth sending back once. */
interface Judged<T> {
  readonly value?: T;
  readonly problem?: string;
}

/**
 * Writes with a Gemini model that answers in JSON. An answer that breaks the domain's rules is sent back once with what
 * is wrong; the second one that does is refused.
 * @see https://ai.google.dev/gemini-api/docs/structured-output
 */
export class GeminiStoryWriter implements StoryWriter {
  readonly id: string;
  readonly #options: GeminiStoryWriterOptions;

  constructor(options: GeminiStoryWriterOptions) {
    this.#options = options;
    this.id = `gemini:${options.model}+${Prompt.version(WRITER, STORY, SCRIPT, REPAIR)}`;
  }

  writeStory(request: StoryRequest, signal: AbortSignal, account?: SpendAccount): Promise<Story> {
    const language = request.language === undefined ? OWN_LANGUAGE : languageName(request.language);
    const prompt = STORY.fill({ topic: request.topic, language });
    return this.#write(prompt, storyAnswer, EXPECTED.story, signal, account, (answer) =>
      judgeStory(answer, request),
    );
  }

  writeScript(request: ScriptRequest, signal: AbortSignal, account?: SpendAccount): Promise<Script> {
    const { topic, story, seconds } = request;
    const { text: words, scenes } = lengthFor(seconds, story.language);
    const prompt = SCRIPT.fill({
      ...{ topic, seconds, words, scenes: Math.min(scenes, SCRIPT_LIMITS.scenes) },
      language: languageName(story.language),
      story: JSON.stringify({ title: story.title, summary: story.summary, characters: story.characters }),
    });
    return this.#write(prompt, scriptAnswer, EXPECTED.script, signal, account, (answer) =>
      judgeScript(answer, request),
    );
  }

  async #write<A, T>(
    prompt: string,
    schema: z.ZodType<A>,
    expectedTokens: number,
    signal: AbortSignal,
    account: SpendAccount | undefined,
    judge: (answer: A) => Judged<T>,
  ): Promise<T> {
    const ask = (contents: Content[]): Promise<string> =>
      this.#ask(contents, schema, expectedTokens, signal, account);
    const user: Content = { role: 'user', parts: [{ text: prompt }] };
    const firstText = await ask([user]);
    const first = judged(firstText, schema, judge);
    if (first.problem === undefined && first.value !== undefined) return first.value;
    const repair = [
      user,
      { role: 'model', parts: [{ text: firstText.slice(0, SHOWN_CHARS) || '{}' }] },
      { role: 'user', parts: [{ text: REPAIR.fill({ problem: first.problem ?? '' }) }] },
    ];
    let second: Judged<T>;
    try {
      second = judged(await ask(repair), schema, judge);
    } catch (error) {
      // A script of the wrong length was paid for and can be used.
      if (first.value !== undefined && error instanceof DomainError) return first.value;
      throw error;
    }
    const value = second.value ?? first.value;
    if (value !== undefined) return value;
    throw new CallFailed(
      'unusable',
      `Gemini wrote something that cannot be used, twice: ${second.problem ?? ''}.`,
    );
  }

  #ask(
    contents: Content[],
    schema: z.ZodType,
    expectedTokens: number,
    signal: AbortSignal,
    account: SpendAccount | undefined,
  ): Promise<string> {
    const { client, calls, model } = this.#options;
    const input = contents
      .flatMap(({ parts = [] }) => parts)
      .reduce((sum, { text = '' }) => sum + tokensOf(text), 500);
    const estimateUsd = geminiUsd('text', model, { input, output: expectedTokens, thoughts: 0 });
    const config: GenerateContentConfig = {
      systemInstruction: WRITER.fill({}),
      responseMimeType: 'application/json',
      responseJsonSchema: z.toJSONSchema(schema),
      maxOutputTokens: MOST_TOKENS,
      ...thinkingOf(model),
    };
    const request = { kind: 'text', model, contents, config, asked: 'this topic', estimateUsd } as const;
    return calls.call({ signal, account, usd: estimateUsd }, async (inner) => {
      const { response, usd } = await client.generate(request, inner);
      return { value: response.text ?? '', usd };
    });
  }
}

/** Models of the third generation and later think; a script needs little of it. Earlier ones do not know the setting. */
function thinkingOf(model: string): Pick<GenerateContentConfig, 'thinkingConfig'> {
  // The enum is a value of the SDK, which is loaded later; its members are these texts.
  return /^gemini-[3-9]/.test(model) ? { thinkingConfig: { thinkingLevel: 'LOW' as ThinkingLevel } } : {};
}

function judged<A, T>(text: string, schema: z.ZodType<A>, judge: (answer: A) => Judged<T>): Judged<T> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problem: 'it is not JSON' };
  }
  const parsed = schema.safeParse(json);
  return parsed.success ? judge(parsed.data) : { problem: problemsOf(parsed.error) };
}

function judgeStory(answer: z.infer<typeof storyAnswer>, request: StoryRequest): Judged<Story> {
  const language = request.language ?? answer.language;
  if (!isLanguageTag(language)) return { problem: '/language is not a BCP 47 tag such as "en"' };
  const parsed = storyJson.safeParse({
    title: answer.title.trim(),
    summary: answer.summary.trim(),
    imageStyle: request.imageStyle ?? DEFAULT_STYLE,
    characters: answer.characters,
    language,
  });
  return parsed.success ? { value: parsed.data } : { problem: problemsOf(parsed.error) };
}

function judgeScript(
  answer: z.infer<typeof scriptAnswer>,
  { story, seconds }: ScriptRequest,
): Judged<Script> {
  const { title, language, imageStyle } = story;
  const scenes = answer.scenes.map(({ narration, visual }) => ({
    narration: narration.trim(),
    visual: visual.trim(),
  }));
  let script: Script;
  try {
    script = parseScript({ title, language, imageStyle, scenes });
  } catch (error) {
    if (error instanceof InputInvalid) return { problem: error.message };
    throw error;
  }
  const estimate = secondsOf(
    scenes.map(({ narration }) => narration),
    language,
  );
  if (Math.abs(estimate - seconds) <= seconds * LENGTH_TOLERANCE) return { value: script };
  const { text } = lengthFor(seconds, language);
  return {
    value: script,
    problem: `the narrations take about ${Math.round(estimate)} seconds; ${seconds} seconds, which is ${text} in all, were asked for`,
  };
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
