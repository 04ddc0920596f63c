import {
  InputInvalid,
  SCRIPT_LIMITS,
  ScriptInvalid,
  detectLanguage,
  isLanguageTag,
  isSpeakable,
  primaryLanguage,
  splitWords,
} from '@shortfactory/core';
import type { Scene, Script } from '@shortfactory/core';
import { readBlocks } from './script-text/blocks.ts';
import type { Passage } from './script-text/blocks.ts';
import { withoutComments } from './script-text/markdown.ts';
import { divide, sceneWeight } from './script-text/scene-breaks.ts';
import { sentenceEnds } from './script-text/sentences.ts';

/** Over this nothing is read: a text of the most words allowed is far shorter in every language. */
const MOST_CHARS = 200_000;
const TITLE_CHARS = 80;

/**
 * Plain text or Markdown as a Script. Every word that can be spoken is in a narration, in order; comments, URLs, list
 * markers, `Visual:` lines, "Scene 3" headings and the first `# heading` (the title) are not spoken. Blank lines, `---`
 * and headings part scenes where the author made them; else, and where a paragraph is too long, sentences are grouped.
 * @throws ScriptInvalid when there is nothing to say, too much of it, or a character that no text holds.
 */
export function scriptFromText(text: string, options: { language?: string; title?: string } = {}): Script {
  if (options.language !== undefined && !isLanguageTag(options.language)) {
    throw new InputInvalid(
      'language',
      `"${options.language}" is not a language tag such as "en" or "zh-Hans"`,
    );
  }
  const clean = text.replace(/^\uFEFF/u, '').replace(/\r\n?|[\u2028\u2029]/gu, '\n');
  refuseControlCharacters(clean);
  if (clean.length > MOST_CHARS) refuseWords((clean.match(/\S+/gu) ?? []).length);
  const language = options.language ?? detectLanguage(clean);
  const { heading, passages } = readBlocks(withoutComments(clean), language);
  if (heading && passages.every(({ spoken }) => !isSpeakable(spoken))) {
    passages.unshift({ spoken: heading, visual: passages[0]?.visual ?? '' });
  }
  const said = passages.filter(({ spoken }) => isSpeakable(spoken));
  if (said.length === 0) throw new ScriptInvalid('script', 'it holds nothing that can be spoken');
  const words = said.reduce((sum, { spoken }) => sum + splitWords(spoken, language).length, 0);
  if (words > SCRIPT_LIMITS.totalWords) refuseWords(words);

  const authored = said.length > 1;
  const scenes = said.flatMap(({ spoken, visual }) =>
    divide(spoken, language, authored).map((narration) => ({ spoken: narration, visual })),
  );
  const tooLong = scenes.find(({ spoken }) => spoken.length > SCRIPT_LIMITS.narrationChars);
  if (tooLong) {
    throw new ScriptInvalid(
      'script',
      `the word that begins "${tooLong.spoken.slice(0, 20)}" has ${tooLong.spoken.length} characters; the most is ${SCRIPT_LIMITS.narrationChars}`,
    );
  }
  const title = titleOf(
    options.title ?? heading ?? firstLine(said, clean) ?? '',
    said[0]?.spoken ?? '',
    language,
  );
  return {
    title,
    language,
    scenes: mergeDown(scenes, language).map((scene): Scene => {
      return { narration: scene.spoken, visual: visualOf(scene, title, language) };
    }),
  };
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
function firstLine(said: readonly Passage[], text: string): string | undefined {
  const first = said[0]?.spoken.trim() ?? '';
  if (said.length < 2 || first.length > TITLE_CHARS || first.includes('\n')) return undefined;
  // A second sentence shows that it is a paragraph, however short.
  return sentenceEnds(first, detectLanguage(text)).length === 1 ? first : undefined;
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
    merged.splice(at, 2, { spoken: `${a.spoken}${gap}${b.spoken}`, visual, weight: lightest });
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
