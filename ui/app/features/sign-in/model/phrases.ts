/** Parts of sentences. */
export const phrases = {
  or: (names: readonly string[]): string => new Intl.ListFormat('en', { type: 'disjunction' }).format(names),
};
