/** A text that a script is to stay within, as passages: headings, list entries and paragraphs, each with its sentences. */
import { sentenceEnds } from '../script-text/sentences.ts';

export interface Passage {
  readonly kind: 'heading' | 'entry' | 'paragraph';
  readonly text: string;
}

/** Passages of plain text or Markdown, without its markup. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  let open: string[] = [];
  const close = (): void => {
    if (open.length > 0) add('paragraph', open.join(' '));
    open = [];
  };
  const add = (kind: Passage['kind'], line: string): void => {
    const plain = withoutMarkup(line);
    if (/[\p{L}\p{N}]/u.test(plain)) passages.push({ kind, text: plain });
  };
  for (const line of withoutFences(text).split(/\r\n?|\n/u)) {
    const bare = line.trim();
    const heading = /^#{1,6}\s+(.+?)\s*#*$/u.exec(bare)?.[1];
    const entry = /^(?:[-*+•–]|\d{1,2}[.)])\s+(.+)$/u.exec(bare)?.[1];
    if (bare === '' || /^(?:[-*_=]\s*){3,}$/u.test(bare)) close();
    else if (heading !== undefined || entry !== undefined) {
      close();
      add(heading === undefined ? 'entry' : 'heading', heading ?? entry ?? '');
    } else open.push(bare.replace(/^>\s?/u, ''));
  }
  close();
  return passages;
}

/** The sentences of a passage, as they stand in it. */
export function sentencesOf(passage: Passage, language: string): string[] {
  let from = 0;
  return sentenceEnds(passage.text, language).flatMap((end) => {
    const sentence = passage.text.slice(from, end).trim();
    from = end;
    return /[\p{L}\p{N}]/u.test(sentence) ? [sentence] : [];
  });
}

function withoutFences(text: string): string {
  return text.replace(/^\s*(```|~~~)[\s\S]*?^\s*\1\s*$/gmu, '').replace(/^---\n[\s\S]*?\n---\n/u, '');
}

/**
 * A line without Markdown's marks: pictures, addresses of links, emphasis, footnotes. What is between two marks is of a
 * bounded length, so that a text that only opens them takes no longer than another.
 */
function withoutMarkup(line: string): string {
  return line
    .replace(/!\[[^\]]{0,300}\]\([^)]{0,2000}\)/gu, '')
    .replace(/\[([^\]]{1,300})\]\([^)]{0,2000}\)/gu, '$1')
    .replace(/\[(?:\d{1,3}|\^[^\]]{1,100})\]/gu, '')
    .replace(/(\*\*|__|\*|`)(?=\S)(.{1,300}?)(?<=\S)\1/gu, '$2')
    .replace(/<\/?[a-z][^>]{0,300}>/giu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
