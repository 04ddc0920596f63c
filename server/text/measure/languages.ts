import { readFile } from 'node:fs/promises';
import { detectByWords, detectLanguage } from '../language/detect.ts';

/** `tuned` and `sentences` are what words and weights were chosen by; `unseen` was written before and never tuned on. */
const LISTS = ['tuned', 'sentences', 'unseen'] as const;

/** How many titles and sentences of two words up are told wrong, without any locale; those that the words alone could not tell are named. */
export async function measureLanguages(): Promise<string[]> {
  const lines: string[] = [];
  for (const list of LISTS) {
    const text = await readFile(new URL(`titles/${list}.tsv`, import.meta.url), 'utf8');
    const titles = text
      .trim()
      .split('\n')
      .map((line) => line.split('\t') as [string, string]);
    const wrong: string[] = [];
    let withTables = 0;
    for (const [language, title] of titles) {
      if (!detectByWords(title).sure) withTables += 1;
      const heard = (await detectLanguage(title)).language;
      // Serbian is written in both scripts; a title says which.
      if (heard.replace('sr-Latn', 'sr') !== language) wrong.push(`${language} as ${heard}`);
    }
    const languages = new Set(titles.map(([language]) => language)).size;
    lines.push(
      `languages, ${list}: ${languages} languages, ${titles.length} texts, ${wrong.length} wrong (${wrong.join(', ')}); ${withTables} needed n-grams`,
    );
  }
  return lines;
}
