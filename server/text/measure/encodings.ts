import { readFile } from 'node:fs/promises';
import { decode, encode } from 'iconv-lite';
import { readDocument } from '../documents/read-document.ts';

/** Encodings that the texts of a language are found in, and ones that are not among those that are read. */
const READ: Readonly<Record<string, string>> = {
  ja: 'shift_jis euc-jp',
  zh: 'gb18030',
  'zh-Hant yue': 'big5',
  ko: 'euc-kr',
  ru: 'windows-1251 koi8-r iso-8859-5',
  uk: 'windows-1251 koi8-u',
  'bg be mk sr': 'windows-1251',
  el: 'windows-1253 iso-8859-7',
  tr: 'windows-1254',
  he: 'windows-1255',
  'ar fa ur': 'windows-1256',
  th: 'windows-874',
  'pl cs sk hu ro hr sl': 'windows-1250 iso-8859-2',
  'lt lv et': 'windows-1257 iso-8859-13',
  'fr es de pt sv it is nb da fi nl ca eu ga gl sq af': 'windows-1252',
};
const UNREAD: Readonly<Record<string, string>> = {
  'ru bg': 'ibm866 maccyrillic',
  uk: 'ibm866 maccyrillic',
  el: 'cp737',
  tr: 'cp857',
  he: 'cp862',
  ar: 'iso-8859-6',
  ka: 'georgianacademy',
  hy: 'armscii8',
  'pl cs sk hu ro hr sl': 'cp852',
  'lt lv et': 'cp775',
  'fr es de pt sv it is nb da fi nl ca eu ga gl sq af': 'cp850 cp437 macroman',
};
const LISTS = ['titles/tuned', 'titles/unseen', 'titles/sentences', 'sentences/spoken'];

/** Titles and sentences written in older encodings and read again, each by itself: right, refused, wrong. */
export async function measureEncodings(): Promise<string[]> {
  const texts = new Map<string, string[]>();
  for (const list of LISTS) {
    const lines = (await readFile(new URL(`${list}.tsv`, import.meta.url), 'utf8')).trim().split('\n');
    for (const line of lines) {
      const [tag = '', text = ''] = line.split('\t');
      const language = tag === 'zh-Hant' ? tag : (tag.split('-')[0] ?? tag);
      texts.set(language, [...(texts.get(language) ?? []), text]);
    }
  }
  return [
    `encodings that are read: ${await tally(READ, texts)}`,
    `encodings that are not: ${await tally(UNREAD, texts)}`,
  ];
}

async function tally(
  table: Readonly<Record<string, string>>,
  texts: ReadonlyMap<string, readonly string[]>,
): Promise<string> {
  let [right, refused] = [0, 0];
  const wrong: string[] = [];
  for (const [languages, encodings] of Object.entries(table)) {
    for (const language of languages.split(' ')) {
      for (const encoding of encodings.split(' ')) {
        for (const text of texts.get(language) ?? []) {
          const bytes = encode(text, encoding);
          // A text of letters that the encoding does not have, or of none beyond ASCII, says nothing.
          if (decode(bytes, encoding) !== text || !bytes.some((byte) => byte > 127)) continue;
          const read = await readDocument(bytes).catch(() => undefined);
          if (read === undefined) refused += 1;
          else if (read.text === text) right += 1;
          else wrong.push(`${language} in ${encoding}`);
        }
      }
    }
  }
  return `${right} right, ${refused} refused, ${wrong.length} wrong (${wrong.join(', ')})`;
}
