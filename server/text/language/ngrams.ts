import type { Scores } from './by-words.ts';

/** How likely a text is each language by its letter sequences, 0 to 1. */
export type Ngrams = (text: string) => Scores;

/** Languages that the tables do not have: as likely as the one beside them, and never much less likely than the best. */
const BESIDE: Readonly<Record<string, string>> = {
  ...{ af: 'nl', id: 'ms', bs: 'hr', 'sr-Latn': 'hr', gl: 'pt', mk: 'bg', ne: 'hi', ps: 'fa' },
  ...{ cy: '', ga: '', mt: '', eo: '', sw: '', uz: '', kk: '', ky: '', mn: '', tg: '', yi: '' },
};
const LEAST = 0.88;

/**
 * Loads the n-gram tables of eld: about half a second and 100 MB, so only where a text needs them. Of its four sizes the
 * second: the larger ones told not one more of the measured titles, and take twice the time.
 */
export async function loadNgrams(): Promise<Ngrams> {
  const { eld } = await import('eld/small');
  return (text) => {
    const said = new Map(Object.entries(eld.detect(text).getScores()));
    said.set('nb', said.get('no') ?? 0);
    const best = Math.max(0, ...said.values());
    for (const [language, beside] of Object.entries(BESIDE)) {
      if (!said.has(language)) said.set(language, Math.max(said.get(beside) ?? 0, best * LEAST));
    }
    return said;
  };
}
