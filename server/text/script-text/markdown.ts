/**
 * What of a Markdown or plain text is said aloud. Every pattern here is bounded by a character that it may not cross,
 * so that its time grows with the text's length alone, for untrusted input too.
 */

/** Tags that people write into Markdown. Anything else in angle brackets ("a <b and c> d") is text. */
const TAGS =
  /<\/?(?:a|abbr|b|big|blockquote|br|center|cite|code|del|div|em|font|h[1-6]|hr|i|img|ins|kbd|li|mark|ol|p|pre|q|s|small|span|strike|strong|sub|sup|u|ul)(?:\s+[\w-]+=(?:"[^"<>]*"|'[^'<>]*'))*\s*\/?>/giu;
const URL = /[^\S\n]?<?\b(?:https?|ftp):\/\/[^\s<>()[\]]*[^\s<>()[\].,;:!?'"”’。，！？；：、」》）]\/?>?/giu;

const UNDERLINE = /^={3,}\s*$/u;

/** The text without `<!-- comments -->`; an unclosed one is text. */
export function withoutComments(text: string): string {
  let kept = '';
  let from = 0;
  for (;;) {
    const open = text.indexOf('<!--', from);
    const close = open < 0 ? -1 : text.indexOf('-->', open + 4);
    if (close < 0) return kept + text.slice(from);
    kept += text.slice(from, open);
    from = close + 3;
  }
}

/** The text without the notes at its foot ("[^1]: …", with the lines that are indented below) and the targets of links ("[a]: https://…"). */
export function withoutFootnotes(text: string): string {
  return text
    .replace(/^ {0,3}\[\^[^[\]\s]{1,40}\]:.*(?:\n(?: {2,}|\t)\S.*)*$/gmu, '')
    .replace(/^ {0,3}\[[^[\]\n]{1,80}\]:\s+<?https?:\/\/\S+.*$/gmu, '');
}

/** Alternative texts of the images in a line, and the line without them. */
export function takeImages(text: string): { rest: string; alts: string[] } {
  const alts: string[] = [];
  const rest = text.replace(/[^\S\n]?!\[([^[\]\n]*)\]\([^()\s]*(?:\s+"[^"\n]*")?\)/gu, (_, alt: string) => {
    if (alt.trim() !== '') alts.push(alt.trim());
    return '';
  });
  return { rest, alts };
}

/** One block's text without emphasis, code marks, tags, link targets and URLs: only what is said. */
export function spokenInline(text: string): string {
  return (
    text
      .replace(/\[([^[\]\n]+)\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+"[^"\n]*")?\)/gu, '$1')
      .replace(/\[([^[\]\n]+)\]\[[^[\]\n]*\]/gu, '$1')
      .replace(/\[\^[^[\]\s]{1,40}\]/gu, '')
      .replace(/(?<!`)(`{1,3})([^`]+)\1(?!`)/gu, '$2')
      .replace(TAGS, (tag) => (/^<\/?(?:br|p|div|li|hr|h\d)\b/iu.test(tag) ? '\n' : ''))
      .replace(URL, '')
      .replace(/(?<!\\)\*\*(?=[^\s*])([^*]+)(?<=[^\s\\])\*\*/gu, '$1')
      .replace(/(?<![\p{L}\p{N}*\\])(\*{1,3})(?=[^\s*])([^*]+)(?<=[^\s\\])\1(?![\p{L}\p{N}*])/gu, '$2')
      .replace(/(?<![\p{L}\p{N}_\\])(_{1,3})(?=[^\s_])([^_]+)(?<=[^\s\\])\1(?![\p{L}\p{N}_])/gu, '$2')
      .replace(/~~(?=\S)([^~]+)~~/gu, '$1')
      .replace(/\\([*_`#[\]~])/gu, '$1')
      // What is left of emphasis whose other half is elsewhere, or of an empty one.
      .replace(/(?<!\S)[*_]{1,3}(?:[^\S\n]+[*_]{1,3})*(?!\S)/gu, '')
      .replace(
        /(?<![\p{L}\p{N}*])\*{2,3}(?=[\p{L}\p{N}"“„«])|(?<=[\p{L}\p{N}.!?:,"”»])\*{2,3}(?![\p{L}\p{N}*])/gu,
        '',
      )
      .replace(/[^\S\n]?(?:\(\s*\)|\[\s*\])/gu, '')
      .replace(/[^\S\n]{2,}/gu, ' ')
  );
}

/** What a line is, by the mark that it begins with. `mark` lines are said as sentences of their own. */
export type Line =
  | { readonly kind: 'blank' }
  | { readonly kind: 'break' }
  | { readonly kind: 'heading'; readonly level: number; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }
  | { readonly kind: 'text'; readonly text: string };

/** Reads one line's block marks: heading (with `#`, or underlined by the next line), list, quote. */
export function readLine(line: string, next: string): Line {
  if (/^\s*$/u.test(line)) return { kind: 'blank' };
  if (/^\s{0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|[—–]{3,})$/u.test(line))
    return { kind: 'break' };
  const heading = /^\s{0,3}(#{1,6})\s+(.*)$/u.exec(line);
  if (heading) {
    return {
      kind: 'heading',
      level: (heading[1] ?? '').length,
      text: (heading[2] ?? '').replace(/\s#+\s*$/u, '').trim(),
    };
  }
  const quoted = line.replace(/^(?:\s{0,3}>\s?)+/u, '');
  const marked = /^\s*(?:[-*+•‣◦]|\d{1,3}[.)])\s+(?:\[[ xX]\]\s+)?(\S.*)$/u.exec(quoted);
  if (marked) return { kind: 'mark', text: (marked[1] ?? '').trim() };
  if (UNDERLINE.test(quoted)) return { kind: 'blank' };
  if (UNDERLINE.test(next)) return { kind: 'heading', level: 1, text: quoted.trim() };
  return { kind: 'text', text: quoted.trim() };
}
