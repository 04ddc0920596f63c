/** Vowel signs and the stroke of Arabic, points of Hebrew: the same word is written with and without them. */
const POINTS = /[\u064b-\u0652\u0670\u0640\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]/gu;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u20e3]/gu;

/**
 * Where a run of whole words begins that reads like the phrase, at this word or later; case, spaces, punctuation and
 * points do not count, nor do emoji beside letters. Undefined where there is none.
 */
export function placeOfPhrase(phrase: string, words: readonly string[], from = 0): number | undefined {
  const isOfLetters = /[\p{L}\p{N}]/u.test(phrase);
  const bare = (text: string): string => (isOfLetters ? folded(text).replace(EMOJI, '') : folded(text));
  const wanted = bare(phrase);
  if (wanted === '') return undefined;
  for (let place = from; place < words.length; place++) {
    let read = bare(words[place] ?? '');
    // An emoji by itself is not where a phrase of letters begins.
    if (read === '') continue;
    for (let next = place + 1; next < words.length && read.length < wanted.length; next++)
      read += bare(words[next] ?? '');
    if (read === wanted) return place;
  }
  return undefined;
}

/** In capitals, so that ß is SS and a final ς like any other; then the dot of a Turkish İ goes, too. */
function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .toUpperCase()
    .replace(/[\p{P}\p{Z}\p{C}\u0307\ufe0f]/gu, '')
    .replace(POINTS, '');
}
