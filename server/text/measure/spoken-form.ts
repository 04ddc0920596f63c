import { readFile } from 'node:fs/promises';
import { spokenForm } from '../spoken-form/spoken-form.ts';

/** A sentence as it is written and as a voice should get it. */
export interface SpokenCase {
  /** BCP 47. */
  readonly language: string;
  readonly written: string;
  readonly spoken: string;
}

/** The table of sentences/spoken.tsv. */
export async function spokenCases(): Promise<SpokenCase[]> {
  const text = await readFile(new URL('sentences/spoken.tsv', import.meta.url), 'utf8');
  return text
    .trim()
    .split('\n')
    .map((line) => {
      const [language = '', written = '', spoken = ''] = line.split('\t');
      return { language, written, spoken };
    });
}

/** How many sentences of the table are not said as it says; those are named. */
export async function measureSpokenForm(): Promise<string[]> {
  const cases = await spokenCases();
  const wrong = cases.filter(
    ({ language, written, spoken }) => spokenForm(written, language).text !== spoken,
  );
  const languages = new Set(cases.map(({ language }) => language.split('-')[0])).size;
  return [
    `spoken form: ${languages} languages, ${cases.length} sentences, ${wrong.length} wrong`,
    ...wrong.map(
      ({ language, written, spoken }) =>
        `  ${language}: ${written}\n    is ${spokenForm(written, language).text}\n    not ${spoken}`,
    ),
  ];
}
