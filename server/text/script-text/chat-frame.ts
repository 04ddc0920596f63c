import { lazily } from '@shortfactory/core';
import { phrasesOf } from './labels/all-words.ts';
import { readLabel } from './labels/read-label.ts';

/**
 * What a chat model says around the script that it was asked for: "Sure! Here's your script:" before it, "Want me to
 * make it shorter?" after it. Only the first and the last paragraph can be that, and only where the words leave no doubt.
 */
export function withoutChatFrame(text: string): { text: string; removed: number } {
  const paragraphs = text.split(/\n[^\S\n]*\n/u);
  const kept = [...paragraphs];
  const first = kept.findIndex((each) => each.trim() !== '');
  if (first >= 0 && kept.length - first > 1) {
    const opening = openingLines(kept[first] ?? '');
    if (opening !== undefined) kept[first] = opening;
  } else if (first >= 0) {
    const opening = openingLines(kept[first] ?? '');
    if (opening !== undefined && opening.trim() !== '') kept[first] = opening;
  }
  let removed = kept[first] === paragraphs[first] ? 0 : 1;
  for (let tries = 0; tries < 3; tries += 1) {
    const last = kept.findLastIndex((each) => each.trim() !== '' && !/^[\s*_-]+$/u.test(each));
    if (last <= 0 || kept.slice(0, last).every((each) => each.trim() === '')) break;
    if (!isOffer(kept[last] ?? '')) break;
    kept.splice(last);
    removed += 1;
  }
  return removed === 0 ? { text, removed } : { text: kept.join('\n\n'), removed };
}

/** A paragraph without a first line that announces a script; undefined when it does not begin so. */
function openingLines(paragraph: string): string | undefined {
  const lines = paragraph.split('\n');
  const at = lines.findIndex((line) => line.trim() !== '');
  const line = (lines[at] ?? '').toLowerCase();
  if (line.length > 400 || /^\s*(?:#|\[|\|)/u.test(line)) return undefined;
  const bare = line.replace(/[*_`>]|\p{Extended_Pictographic}|\ufe0f/gu, '').trim();
  if (readLabel(bare)) return undefined;
  const announces = /[:：。!！.]$|👇$/u.test(bare) || /👇\s*$/u.test(line);
  if (!announces || !HERE().test(bare) || !WORK().test(bare)) return undefined;
  return lines.slice(at + 1).join('\n');
}

function isOffer(paragraph: string): boolean {
  if (paragraph.length > 600) return false;
  const bare = paragraph
    .toLowerCase()
    .replace(/[*_`>,，、]|\p{Extended_Pictographic}|\ufe0f/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return OFFER().test(bare);
}

const anyOf = (list: 'here' | 'work' | 'offer', after: string): RegExp =>
  new RegExp(
    phrasesOf(list)
      .map((phrase) => phrase.replace(/[,，、]/gu, '').replace(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
      .map((phrase) =>
        /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(phrase)
          ? phrase
          : String.raw`(?<!\p{L})${phrase}${after}`,
      )
      .join('|'),
    'u',
  );
const HERE = lazily(() => anyOf('here', String.raw`(?!\p{L})`));
const WORK = lazily(() => anyOf('work', ''));
const OFFER = lazily(() => anyOf('offer', ''));
