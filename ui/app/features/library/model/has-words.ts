/** Whether every word stands somewhere in one of the texts. Capital letters make no difference. */
export function hasWords(texts: readonly string[], words: string): boolean {
  const text = texts.join('\n').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
