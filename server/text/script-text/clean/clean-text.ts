import { decodeHTMLStrict } from 'entities';

/** Style sheets, programs and heads of web pages are no text. The count of characters between is bounded by the tags. */
const PAGE_PARTS = ['style', 'script', 'head'];
/** Tags that end a line. */
const LINE_TAGS = /<\/?(?:br|p|div|li|ul|ol|h[1-6]|tr|section|article|blockquote)(?:\s[^<>]{0,300})?\/?>/giu;

/** A script's text as it was meant: entities decoded, invisible characters gone, line ends alike. */
export function cleanText(text: string): string {
  const lines = text.replace(/^\uFEFF/u, '').replace(/\r\n?|[\u2028\u2029\u0085\u000b\u000c]/gu, '\n');
  return withoutInvisible(decodeEntities(withoutPageParts(lines)));
}

/** "Tom &amp; Jerry&#39;s" as it reads; tags that end a line become its end first, so that "&lt;p&gt;" stays text. */
function decodeEntities(text: string): string {
  const withLines = text.replace(LINE_TAGS, (tag) => (/^<(?:br|\/)/iu.test(tag) ? '\n' : ''));
  return withLines.includes('&') ? decodeHTMLStrict(withLines) : withLines;
}

function withoutPageParts(text: string): string {
  return PAGE_PARTS.reduce(
    (kept, tag) => withoutElement(kept, tag),
    text.replace(/<!doctype[^<>]{0,300}>/giu, ''),
  );
}

function withoutElement(text: string, tag: string): string {
  const lower = text.toLowerCase();
  let kept = '';
  let from = 0;
  for (;;) {
    const open = lower.indexOf(`<${tag}`, from);
    const close = open < 0 ? -1 : lower.indexOf(`</${tag}>`, open);
    // "<header>" begins like "<head>", and an unclosed one is text.
    if (close < 0) return kept + text.slice(from);
    if (!/[\s>]/u.test(lower[open + tag.length + 1] ?? '')) {
      kept += text.slice(from, open + 1);
      from = open + 1;
      continue;
    }
    kept += text.slice(from, open);
    from = close + tag.length + 3;
  }
}

/**
 * Without soft hyphens, zero-width spaces and byte order marks. The zero-width joiner and non-joiner stay where letters
 * or emoji need them (Persian, Indic scripts, families).
 */
function withoutInvisible(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060-\u2064\ufeff\u180e\u202a-\u202e\u2066-\u2069\u200e\u200f]/gu, '')
    .replace(/(?<![\p{L}\p{M}])\u200c|\u200c(?![\p{L}\p{M}])/gu, '')
    .replace(
      /(?<![\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f])\u200d|\u200d(?![\p{L}\p{M}\p{Extended_Pictographic}])/gu,
      '',
    )
    .replace(/(?<!\d)\u00a0|\u00a0(?!\d)/gu, ' ');
}
