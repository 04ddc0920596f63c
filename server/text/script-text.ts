import {
  ANY_VOICE,
  InputInvalid,
  SCRIPT_LIMITS,
  ScriptInvalid,
  isLanguageTag,
  isSpeakable,
  primaryLanguage,
  splitWords,
} from '@shortfactory/core';
import type { Scene, Script } from '@shortfactory/core';
import { detectByWords } from './language/detect.ts';
import { readBlocks } from './script-text/blocks.ts';
import { withoutChatFrame } from './script-text/chat-frame.ts';
import { cleanText } from './script-text/clean/clean-text.ts';
import { keyOf, labelsIn, speakersIn } from './script-text/dialogue.ts';
import { withoutCode } from './script-text/fences.ts';
import { withStructure } from './script-text/labels/structure.ts';
import { takeFrontMatter } from './script-text/front-matter.ts';
import { linesOfJson } from './script-text/json-script.ts';
import { LeftOut } from './script-text/left-out.ts';
import type { LeftOutCounts } from './script-text/left-out.ts';
import { withoutComments, withoutFootnotes } from './script-text/markdown.ts';
import {
  hideMarks,
  joinPieces,
  lineOf,
  refusePauses,
  saidOf,
  withPauses,
  withSpeakers,
  withoutCodes,
  writtenOut,
} from './script-text/marks.ts';
import type { Passage } from './script-text/passages.ts';
import { refuseSpeakers } from './performance.ts';
import { divide, sceneWeight } from './script-text/scene-breaks.ts';
import { sentenceEnds } from './script-text/sentences.ts';
import { isSubtitles, readSubtitles } from './script-text/subtitles.ts';
import { withoutTables } from './script-text/tables.ts';

/** Over this nothing is read: a text of the most words allowed is far shorter in every language. */
const MOST_CHARS = 200_000;
const TITLE_CHARS = 80;

/** A text as a script, and what else it says. */
export interface ReadScript {
  readonly script: Script;
  /** The length that its own times say: of subtitles, the end of the last one. */
  readonly seconds?: number;
  /** What is in the text and is not spoken. */
  readonly leftOut: LeftOutCounts;
}

export interface ReadingOptions {
  readonly language?: string;
  /** Tells the language where none is given; by words alone without it. */
  readonly detect?: (text: string) => { readonly language: string };
  readonly title?: string;
}

/** The script of readScriptText alone. */
export function scriptFromText(text: string, options: ReadingOptions = {}): Script {
  return readScriptText(text, options).script;
}

/**
 * Plain text, Markdown, subtitles or a chat model's answer as a Script. Every word that is meant to be spoken is in a
 * narration, in order. Labels ("Hook:", "[Scene 1 – 0:03]"), directions, tables, code, formulas and addresses are not
 * spoken, and are counted; what is labelled as a picture is its scene's visual; hashtags go to the description. Blank
 * lines, rules, headings and labels of parts divide scenes where the author made them; else, and where a paragraph is too
 * long, sentences are grouped. Front matter is read; pauses and speakers' names stay in the narrations as marks, which
 * `performanceOf` reads.
 * @throws ScriptInvalid when there is nothing to say, too much of it, or a character that no text holds.
 */
export function readScriptText(text: string, options: ReadingOptions = {}): ReadScript {
  if (options.language !== undefined && !isLanguageTag(options.language)) {
    throw new InputInvalid(
      'language',
      `"${options.language}" is not a language tag such as "en" or "zh-Hans"`,
    );
  }
  if (text.length > 5 * MOST_CHARS) refuseWords((text.match(/\S+/gu) ?? []).length);
  const clean = withoutCodes(cleanText(text));
  refuseControlCharacters(clean);
  if (clean.length > MOST_CHARS) refuseWords((clean.match(/\S+/gu) ?? []).length);
  const { matter, rest } = takeFrontMatter(clean);
  refusePauses(rest);
  const leftOut = new LeftOut();
  const { lines, language: written, seconds } = linesToRead(rest, leftOut);
  const plain = withStructure(lines).join('\n');
  const told = (): string => (options.detect ?? detectByWords)(plain).language;
  const language = options.language ?? matter.language ?? written ?? told();
  const speakers = speakersIn(plain, Object.keys(matter.voices ?? {}));
  refuseSpeakers(speakers, (speaker) => {
    const label = labelsIn(rest, [speaker]).find((each) => each.speaker === speaker);
    return `line ${lineOf(rest, label?.start ?? 0)}`;
  });
  const blocks = readBlocks(hideMarks(plain, speakers).split('\n'), language, leftOut);
  const { title: heading, hashtags, description } = blocks;
  const passages = [...blocks.passages];
  if (heading && passages.every(({ spoken }) => !isSpeakable(spoken))) {
    passages.unshift({ spoken: heading, visual: passages[0]?.visual ?? '' });
  }
  const said = withPauses(passages, isSpeakable);
  if (said.length === 0) throw new ScriptInvalid('script', 'it holds nothing that can be spoken');
  const words = said.reduce((sum, { spoken }) => sum + splitWords(spoken, language).length, 0);
  if (words > SCRIPT_LIMITS.totalWords) refuseWords(words);

  const authored = said.length > 1;
  const scenes = said.flatMap(({ spoken, visual }) =>
    withSpeakers(divide(spoken, language, authored)).map((narration) => ({ spoken: narration, visual })),
  );
  const tooLong = scenes.find(({ spoken }) => spoken.length > SCRIPT_LIMITS.narrationChars);
  if (tooLong) {
    throw new ScriptInvalid(
      'script',
      `the word that begins "${tooLong.spoken.slice(0, 20)}" has ${tooLong.spoken.length} characters; the most is ${SCRIPT_LIMITS.narrationChars}`,
    );
  }
  const narrations = mergeDown(scenes, language).map((scene) => ({
    ...scene,
    narration: writtenOut(scene.spoken, speakers),
  }));
  const title = titleOf(
    options.title ?? matter.title ?? saidOf(heading ?? firstLine(said, language) ?? ''),
    saidOf(said[0]?.spoken ?? ''),
    language,
  );
  const first = hashtags.length > 0 ? saidOf(said[0]?.spoken ?? '') : undefined;
  const posted = shorten(
    [description ?? first, hashtags.join(' ')].filter(Boolean).join(' ').replace(/\s+/gu, ' '),
    SCRIPT_LIMITS.descriptionChars,
    language,
  );
  return {
    script: {
      ...matter,
      title,
      language,
      ...(posted === '' ? {} : { description: posted }),
      ...declared(speakers, matter, narrations),
      scenes: narrations.map(({ spoken, visual, narration }): Scene => {
        return { narration, visual: visualOf({ spoken: saidOf(spoken), visual }, title, language) };
      }),
    },
    ...(seconds === undefined ? {} : { seconds }),
    leftOut: leftOut.counts,
  };
}

/** The lines in which a script stands, without what is around it and in it. */
function linesToRead(
  clean: string,
  leftOut: LeftOut,
): { lines: readonly string[]; language?: string; seconds?: number } {
  if (isSubtitles(clean)) {
    const { text, seconds } = readSubtitles(clean, leftOut);
    const whole = Math.min(Math.round(seconds), SCRIPT_LIMITS.seconds);
    return { lines: text.split('\n'), ...(whole >= 1 ? { seconds: whole } : {}) };
  }
  const json = linesOfJson(clean);
  if (json) return json;
  const { text, removed } = withoutChatFrame(withoutFootnotes(withoutComments(clean)));
  leftOut.add('remark', removed);
  const { lines, ...language } = withoutCode(text.split('\n'), leftOut);
  return { lines: withoutTables(lines, leftOut), ...language };
}

/** Speakers that the narrations alone do not show, as the labels around them are gone, are named in `voices`. */
function declared(
  speakers: readonly string[],
  { voices = {} }: Pick<Script, 'voices'>,
  scenes: readonly Pick<Scene, 'narration'>[],
): Pick<Script, 'voices'> {
  const shown = speakersIn(scenes.map(({ narration }) => narration).join('\n'), Object.keys(voices));
  const others = speakers.filter((name) => !shown.some((each) => keyOf(each) === keyOf(name)));
  if (others.length === 0) return {};
  return { voices: { ...voices, ...Object.fromEntries(others.map((name) => [name, ANY_VOICE])) } };
}

function refuseControlCharacters(text: string): void {
  const found = /(?![\t\n])\p{Cc}|\p{Cs}/u.exec(text);
  if (!found) return;
  const line = text.slice(0, found.index).split('\n').length;
  const code = (found[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const name = code === '0000' ? 'a NUL character' : `the character U+${code}, which no text holds`;
  throw new ScriptInvalid('script', `line ${line} has ${name}`);
}

function refuseWords(words: number): never {
  const count = new Intl.NumberFormat('en').format(words);
  throw new ScriptInvalid('script', `it has ${count} words; the most is ${SCRIPT_LIMITS.totalWords}`);
}

/** The first line when it stands alone above the rest and is short: what people write as a title. It is spoken too. */
function firstLine(said: readonly Passage[], language: string): string | undefined {
  const first = saidOf(said[0]?.spoken ?? '');
  if (said.length < 2 || first.length > TITLE_CHARS || first.includes('\n')) return undefined;
  // A second sentence shows that it is a paragraph, however short.
  return sentenceEnds(first, language).length === 1 ? first : undefined;
}

function titleOf(wanted: string, spoken: string, language: string): string {
  const line = wanted.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line !== '') return shorten(line.replace(/(?<![.])[.。।]$/u, ''), SCRIPT_LIMITS.titleChars, language);
  const sentence = spoken.slice(0, sentenceEnds(spoken, language)[0]).replace(/\s+/gu, ' ').trim();
  return shorten(sentence.replace(/(?<![.])[.。।]$/u, ''), TITLE_CHARS, language);
}

/** The text, or as many whole words of it as fit before an ellipsis. */
function shorten(text: string, mostChars: number, language: string): string {
  if (text.length <= mostChars) return text;
  const last = splitWords(text, language).findLast((word) => word.end < mostChars);
  const cut = text.slice(0, last?.end ?? mostChars - 1).replace(/[\p{Cs}\u200d]$/u, '');
  return `${cut.replace(/[\s,;:.–—，、；：]+$/u, '')}…`;
}

/** Joins the lightest neighbours until there are no more scenes than a script may have. */
function mergeDown(scenes: Passage[], language: string): Passage[] {
  const merged = scenes.map((scene) => ({ ...scene, weight: sceneWeight(scene.spoken, language) }));
  while (merged.length > SCRIPT_LIMITS.scenes) {
    let at = -1;
    let lightest = Infinity;
    for (let index = 0; index + 1 < merged.length; index += 1) {
      const [a, b] = [merged[index], merged[index + 1]];
      if (!a || !b || a.spoken.length + b.spoken.length >= SCRIPT_LIMITS.narrationChars) continue;
      if (a.weight + b.weight < lightest) [at, lightest] = [index, a.weight + b.weight];
    }
    const [a, b] = [merged[at], merged[at + 1]];
    if (!a || !b) throw new ScriptInvalid('script', `it has more than ${SCRIPT_LIMITS.scenes} long scenes`);
    const gap = primaryLanguage(language) === 'zh' || primaryLanguage(language) === 'ja' ? '' : ' ';
    const visual = [...new Set([a.visual, b.visual])].filter((each) => each !== '').join('; ');
    merged.splice(at, 2, { spoken: joinPieces(a.spoken, gap, b.spoken), visual, weight: lightest });
  }
  return merged;
}

/** Sentences that begin so speak of something named before: the picture needs the title to know what. */
const REFERS_BACK =
  /^["'“«¿¡]*(?:it|they|this|that|these|those|he|she|its|their|then|and|but|so|yes|no|él|ella|ellos|ellas|esto|eso|y|pero|er|sie|es|das|und|aber|il|elle|ils|elles|cela|ça|et|mais|यह|वह|ये|वे|और|लेकिन|هو|هي|هذا|هذه)(?=[\s,.!?'’])|^(?:它|他|她|这|那|但|而)/iu;

function visualOf(scene: Passage, title: string, language: string): string {
  if (scene.visual !== '') return shorten(scene.visual, SCRIPT_LIMITS.visualChars, language);
  const vague = REFERS_BACK.test(scene.spoken) || sceneWeight(scene.spoken, language) < 5;
  const subject = vague && !scene.spoken.includes(title.replace(/…$/u, '')) ? ` (${title})` : '';
  return shorten(scene.spoken, SCRIPT_LIMITS.visualChars - subject.length, language) + subject;
}
