import { CANTONESE, SCRIPTS, SIMPLIFIED, TRADITIONAL } from './data/scripts.ts';

/** The writing of a text: the script of most of its letters, and the languages that are written in it. */
export interface Writing {
  /** Unicode's name of the script: "Latin", "Khmer". */
  readonly script: string;
  /** The likeliest first; empty for Latin, which has too many to list. */
  readonly languages: readonly string[];
}

const PATTERNS = SCRIPTS.map(({ script, language, others = [] }) => ({
  script,
  languages: [language, ...others],
  pattern: new RegExp(`\\p{Script=${script}}`, 'gu'),
}));

/** From this share of Han letters on a text with other letters ("我用 ChatGPT") is Chinese; a Han letter is a whole word. */
const HAN_SHARE = 0.15;
/** Kana decide for Japanese even among many Han letters. */
const KANA_SHARE = 0.05;

/** The writing of a text; undefined without letters. */
export function writingOf(text: string): Writing | undefined {
  const letters = count(text, /\p{L}/gu);
  if (letters === 0) return undefined;
  const han = count(text, /\p{Script=Han}/gu);
  const kana = count(text, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu);
  if (kana > 0 && kana >= letters * KANA_SHARE && han + kana >= letters * HAN_SHARE) {
    return { script: 'Japanese', languages: ['ja'] };
  }
  const found = PATTERNS.map((each) => ({ ...each, letters: count(text, each.pattern) }))
    .filter((each) => each.letters >= letters * 0.3)
    .sort((a, b) => b.letters - a.letters)[0];
  if (found) return { script: found.script, languages: found.languages };
  if (han >= letters * HAN_SHARE) return { script: 'Han', languages: [chineseOf(text)] };
  return { script: 'Latin', languages: [] };
}

/** Cantonese, Chinese in traditional characters, or Chinese. */
function chineseOf(text: string): string {
  if (count(text, CANTONESE) > 0) return 'yue';
  return count(text, TRADITIONAL) > count(text, SIMPLIFIED) ? 'zh-Hant' : 'zh';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
