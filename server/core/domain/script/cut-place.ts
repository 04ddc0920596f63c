/**
 * Where a run of whole words begins that reads like the phrase, at this word or later; case, spaces and punctuation do
 * not count. Undefined where there is none.
 */
export function placeOfPhrase(phrase: string, words: readonly string[], from = 0): number | undefined {
  const wanted = bare(phrase);
  if (wanted === '') return undefined;
  for (let place = from; place < words.length; place++) {
    let read = '';
    for (let next = place; next < words.length && read.length < wanted.length; next++)
      read += bare(words[next] ?? '');
    if (read === wanted) return place;
  }
  return undefined;
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{Z}\p{C}]/gu, '');
}
