import { isSpeakable, primaryLanguage, splitWords } from '@shortfactory/core';
import { joinHyphens } from './clean/line-end-hyphens.ts';
import { withoutAddresses, withoutFormulas } from './clean/unspoken.ts';
import { tagsIn, takeHashtags } from './hashtags.ts';
import { closingAt, readDirection, readLabel } from './labels/read-label.ts';
import type { Label, LabelKind } from './labels/read-label.ts';
import type { LeftOut } from './left-out.ts';
import { hasCodes } from './marks.ts';
import { readLine, spokenInline, takeImages } from './markdown.ts';
import { passagesOf } from './passages.ts';
import type { Part, Passage } from './passages.ts';
import { endsSentence, fullStop } from './sentences.ts';
import { withoutQuotes } from './tables.ts';

/** A script's lines as what is said and shown. */
export interface Blocks {
  /** The first `# heading`, or what is labelled so. */
  readonly title?: string;
  readonly passages: readonly Passage[];
  readonly hashtags: readonly string[];
  /** What is labelled so. */
  readonly description?: string;
}

const MOST_NAME_WORDS = 9;
/** "The problem" and "Why it matters" say what a scene is for, more words what is in it. */
const LEAST_SHOWN_WORDS = 3;
const EMOJI =
  /^(?:\p{Extended_Pictographic}|[\ufe0f\u200d\s])+|(?:\p{Extended_Pictographic}|[\ufe0f\u200d\s])+$/gu;

/** Reads lines into passages between the author's scene breaks: blank lines, rules, headings and labels of parts. */
export function readBlocks(lines: readonly string[], language: string, leftOut: LeftOut): Blocks {
  const reader = new BlockReader(lines, language, leftOut);
  return reader.read();
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #language: string;
  readonly #leftOut: LeftOut;
  readonly #sections: Part[][] = [[]];
  /** What a part's label calls it, by its section. */
  readonly #names = new Map<number, string>();
  readonly #hashtags: string[] = [];
  readonly #labels: ReadonlySet<LabelKind>;
  /** True where labels show that it is a script for production, and quotation marks are only its dress. */
  readonly #labelled: boolean;
  #paragraph: string[] = [];
  #lead = '';
  #title: string | undefined;
  #description: string | undefined;
  /** The label that stands alone above the lines that it is for. */
  #open: { readonly kind: LabelKind; used: boolean } | undefined;

  constructor(lines: readonly string[], language: string, leftOut: LeftOut) {
    this.#lines = lines;
    this.#language = language;
    this.#leftOut = leftOut;
    const kinds = lines.flatMap((line) => readLabel(textOf(line))?.kind ?? []);
    this.#labels = new Set(kinds);
    const marks = kinds.filter((kind) => kind === 'part' || kind === 'speech').length;
    this.#labelled = marks > 1 || this.#labels.has('speech');
  }

  read(): Blocks {
    for (const [index, raw] of this.#lines.entries()) this.#readLine(raw, index);
    this.#endParagraph();
    return {
      ...(this.#title === undefined || this.#title === '' ? {} : { title: this.#title }),
      passages: this.#sections.flatMap((parts, at) => passagesOf(this.#withName(parts, at))),
      hashtags: [...new Set(this.#hashtags)],
      ...(this.#description === undefined ? {} : { description: this.#description }),
    };
  }

  #readLine(raw: string, index: number): void {
    const line = readLine(raw, this.#lines[index + 1] ?? '');
    if (line.kind === 'blank') {
      this.#endParagraph();
      this.#sections.at(-1)?.push('gap');
      if (this.#open?.used) this.#open = undefined;
    } else if (line.kind === 'break') this.#newSection();
    else if (line.kind === 'heading') this.#readHeading(line.text, line.level, index);
    else this.#readText(line.text, line.kind === 'mark', index);
  }

  #readHeading(text: string, level: number, index: number): void {
    const label = readLabel(text);
    const atTop = this.#title === undefined && this.#isAtTop();
    if (label) {
      this.#newSection();
      this.#take(label, index, true);
      return;
    }
    this.#endParagraph();
    const title = spokenInline(text).trim();
    if (atTop && (level === 1 || (this.#labelled && this.#sections.length <= 2))) {
      this.#title = this.#labelled ? withoutQuotes(title.replace(EMOJI, '')) : title;
      return;
    }
    this.#newSection();
    this.#lead = this.#sentence(title);
  }

  #readText(text: string, isMark: boolean, index: number): void {
    const label = readLabel(text);
    if (label && !this.#isSentence(label)) {
      this.#take(label, index, false);
      return;
    }
    const bold = /^\*\*([^*]{2,100})\*\*$/u.exec(text.replace(EMOJI, ''))?.[1];
    if (bold !== undefined && this.#labelled && this.#title === undefined && this.#isAtTop()) {
      this.#title = bold.replace(EMOJI, '');
      return;
    }
    this.#addText(text, isMark);
  }

  /** "Note: cats land on their feet." is said; "Duration: 30 seconds" is not, nor a note among a script's labels. */
  #isSentence({ kind, rest }: Label): boolean {
    return (kind === 'about' || kind === 'sound') && !this.#labelled && rest !== '' && endsSentence(rest);
  }

  #take(label: Label, index: number, isHeading: boolean): void {
    const { rest } = label;
    const kind = label.kind === 'text' ? (this.#labels.has('speech') ? 'screen' : 'speech') : label.kind;
    this.#endParagraph();
    this.#open = undefined;
    if (kind === 'part') this.#newSection();
    if (kind !== 'visual' && kind !== 'screen') this.#leftOut.add('label');
    if (rest === '') {
      if (kind === 'screen') this.#leftOut.add('screenText');
      if (kind !== 'part' && kind !== 'speech') this.#open = { kind, used: false };
      return;
    }
    if (kind === 'speech') this.#addText(rest, false);
    else if (kind !== 'part') this.#give(kind, rest);
    else if (label.numbered && this.#isName(rest, index, isHeading))
      this.#names.set(this.#sections.length - 1, spokenInline(rest).trim());
    else this.#readText(rest, false, index);
  }

  /** "Scene 2 – A bakery at dawn": where nothing else says what is seen, a scene's name does, unless it is a mere heading. */
  #withName(parts: readonly Part[], at: number): readonly Part[] {
    const name = this.#names.get(at);
    const said = name === undefined ? [] : [...splitWords(name, this.#language)];
    const shows = parts.some((part) => part !== 'gap' && 'visual' in part);
    return name === undefined || shows || said.length < LEAST_SHOWN_WORDS
      ? parts
      : [{ visual: name }, ...parts];
  }

  /** What is labelled as something that is not spoken. */
  #give(kind: LabelKind, text: string): void {
    const bare = spokenInline(text).trim();
    if (kind === 'visual') this.#addVisual(withoutQuotes(bare));
    else if (kind === 'screen') this.#leftOut.add('screenText');
    else if (kind === 'hashtags') this.#hashtags.push(...tagsIn(bare));
    else if (kind === 'title') this.#title ??= withoutQuotes(bare.replace(EMOJI, ''));
    else if (kind === 'description') {
      const { rest, tags } = takeHashtags(bare);
      this.#hashtags.push(...tags);
      this.#description = [this.#description, rest].filter(Boolean).join(' ');
    }
  }

  /** "Scene 1: The kitchen" above its own lines names the scene; with a sentence, or with nothing below, it is said. */
  #isName(rest: string, index: number, isHeading: boolean): boolean {
    const bare = spokenInline(rest).trim();
    if (readLabel(bare) || endsSentence(bare) || withoutQuotes(bare) !== bare) return false;
    if (bare.split(/\s+/u).length > MOST_NAME_WORDS) return false;
    const below = this.#lines.slice(index + 1, index + 4).find((line) => line.trim() !== '');
    if (below === undefined) return false;
    const next = this.#lines[index + 1] ?? '';
    const nextLabel = readLabel(textOf(below));
    return isHeading || (nextLabel ? nextLabel.kind !== 'part' : next.trim() !== '');
  }

  #addText(line: string, isMark: boolean): void {
    if (this.#open) {
      this.#open.used = true;
      this.#give(this.#open.kind, line);
      return;
    }
    const { rest: withTags, alts } = takeImages(line);
    const { rest, tags } = takeHashtags(withTags);
    this.#hashtags.push(...tags);
    this.#leftOut.add('hashtag', tags.length);
    const { spoken, visuals, dropped } = takeDirections(rest);
    this.#leftOut.add('label', dropped);
    const bare = spoken.trim();
    const shown = this.#directionIn(bare.replace(/^[*_]+|[*_]+$/gu, ''));
    if (shown.split(/\s+/u).length > 2) visuals.push(shown);
    else if (bare !== '') {
      const said = this.#labelled ? unquotedLine(bare) : bare;
      this.#paragraph.push(isMark && visuals.length === 0 ? this.#sentence(said) : said);
    }
    for (const visual of [...alts, ...visuals]) this.#addVisual(visual);
  }

  /** What a line in brackets shows: "[A dog runs]"; in round ones only where labels say what is spoken. */
  #directionIn(line: string): string {
    const square = /^\[([^[\]]+)\][.:]?$/u.exec(line)?.[1];
    const round = /^[(（]([^()（）]+)[)）][.:]?$/u.exec(line)?.[1];
    return square ?? (this.#labels.has('speech') ? round : undefined) ?? '';
  }

  #addVisual(visual: string): void {
    const lead = this.#lead;
    if (this.#paragraph.length > 0) this.#endParagraph();
    else this.#lead = lead;
    const shown = spokenInline(visual).replace(/\s+/gu, ' ').trim();
    if (shown !== '') this.#sections.at(-1)?.push({ visual: shown });
  }

  #endParagraph(): void {
    const lines = this.#paragraph;
    const joined =
      primaryLanguage(this.#language) === 'zh' ? joinWrapped(lines) : joinHyphens(lines.join('\n'));
    const cleared = withoutAddresses(withoutFormulas(joined, this.#leftOut), this.#leftOut);
    const said = [this.#lead, spokenInline(cleared).trim()].filter(Boolean).join(' ');
    if (isSpeakable(said) || hasCodes(said)) this.#sections.at(-1)?.push({ spoken: said });
    this.#paragraph = [];
    this.#lead = '';
  }

  #newSection(): void {
    this.#endParagraph();
    this.#open = undefined;
    this.#sections.push([]);
  }

  #isAtTop(): boolean {
    return (
      this.#paragraph.length === 0 && this.#sections.every((parts) => parts.every((part) => part === 'gap'))
    );
  }

  /** A heading or list entry said as a sentence: it gets the stop that its line break stood for. */
  #sentence(text: string): string {
    const bare = text.trimEnd();
    if (!isSpeakable(bare) || endsSentence(bare) || /[,;:，；：、،؛–—-]$/u.test(bare)) return bare;
    const closing = /[*_`]+$/u.exec(bare)?.[0] ?? '';
    if (endsSentence(bare.slice(0, bare.length - closing.length))) return bare;
    return `${bare}${fullStop(this.#language)}`;
  }
}

/** A line's text without the marks of its block. */
function textOf(line: string): string {
  const read = readLine(line, '');
  return 'text' in read ? read.text : '';
}

/** A line without the brackets that are directions, and the pictures that they ask for. */
function takeDirections(line: string): { spoken: string; visuals: string[]; dropped: number } {
  const visuals: string[] = [];
  let dropped = 0;
  let spoken = '';
  let from = 0;
  for (let at = 0; at < line.length; at += 1) {
    if (!'[(（【'.includes(line[at] ?? '')) continue;
    const close = closingAt(line, at);
    if (close === undefined) continue;
    const direction = readDirection(line.slice(at + 1, close), line[at] !== '(' && line[at] !== '（');
    // A link's text stands in brackets, too.
    if (!direction || line[close + 1] === '(' || line[close + 1] === '[') continue;
    if (direction.visual === undefined) dropped += 1;
    else visuals.push(direction.visual);
    spoken += `${line.slice(from, at).replace(/[*_]{1,3}$/u, '')} `;
    from = close + 1 + (/^[*_]{1,3}/u.exec(line.slice(close + 1))?.[0].length ?? 0);
    at = from - 1;
  }
  const whole = (spoken + line.slice(from)).replace(/ {2,}/gu, ' ');
  // What stood between a word and its stop left a space there.
  return {
    spoken: dropped + visuals.length > 0 ? whole.replace(/ (?=[.,!?](?:\s|$))/gu, '') : whole,
    visuals,
    dropped,
  };
}

function unquotedLine(line: string): string {
  // A speaker's name is hidden in two signs; see marks.ts.
  const speaker = /^[\uFDD0-\uFDEF\s]*/u.exec(line)?.[0] ?? '';
  const bare = line.slice(speaker.length).replace(/^[*_]{1,3}(?=["'“„«「])|(?<=["'”“»」])[*_]{1,3}$/gu, '');
  const inner = withoutQuotes(bare);
  return inner === bare ? line : `${speaker}${inner}`;
}

/** Wrapped lines of a script without spaces between words join without one. */
function joinWrapped(lines: readonly string[]): string {
  return lines.reduce((text, line) => {
    const latin = /[\p{Script=Latin}\p{N}]$/u.test(text) && /^[\p{Script=Latin}\p{N}]/u.test(line);
    return text === '' || latin ? `${text} ${line}`.trim() : text + line;
  }, '');
}
