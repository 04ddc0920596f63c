import { splitWords } from '../script/language.ts';

const SEARCH_WORDS = [5, 3, 2] as const;

/** Words of one or two letters and these say nothing of what is seen. */
const SMALL = new Set(
  `the and with for from into over under between behind beside above below near onto its his her their this that these
  those are was were has have had being one two some many very while who which there then them they
  der die das den dem des ein eine einen einem einer eines und mit von vom vor auf aus bei über unter zwischen hinter neben
  durch für ist sind wird sich wie als auch noch seine ihre
  los las una unos unas del con por para sobre entre bajo desde hacia como que sus este esta estos
  les des une dans avec pour sur sous entre par qui que son ses leur cette ces aux
  il lo gli dei delle della dello con per tra fra sul sulla nel nella che come
  uma uns umas dos das com por para sobre entre sob desde que como seu sua
  het een van met voor over onder tussen door naar bij zijn haar`.split(/\s+/),
);

/**
 * What a scene shows as words for searches of photos and clips: first with many words, then with fewer, for where nothing
 * is found. Without articles and the like, which sources look for as well.
 */
export function footageSearches(visual: string, language: string): string[] {
  const all = splitWords(visual, language)
    .map(({ text }) => text.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$|['’]s$/gu, ''))
    .filter((word) => word !== '');
  const isLatin = (word: string): boolean => /^[\p{Script=Latin}\p{N}'’-]+$/u.test(word);
  const telling = all.filter((word) => !isLatin(word) || (word.length > 2 && !SMALL.has(word)));
  const words = [...new Set(telling.length > 0 ? telling : all)];
  return [...new Set(SEARCH_WORDS.map((most) => words.slice(0, most).join(' ')))].filter(
    (each) => each !== '',
  );
}
