/** A sentence in a model's own numbers, and for each of them the word that it belongs to. */
export interface SymbolRow {
  readonly ids: readonly number[];
  /** The code point at which the word begins; undefined for pauses, punctuation and what frames the sentence. */
  readonly words: readonly (number | undefined)[];
}

/** Collects numbers and the words that they belong to. */
export class SymbolRows {
  readonly ids: number[] = [];
  readonly words: (number | undefined)[] = [];

  add(ids: readonly number[], word?: number): void {
    for (const id of ids) {
      this.ids.push(id);
      this.words.push(word);
    }
  }
}
