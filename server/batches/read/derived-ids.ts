/** Of 100, so that a number has room behind it. */
const MOST_CHARS = 90;

/** Ids for rows whose own will not do, each unlike all others of the table. */
export class DerivedIds {
  readonly #taken: Set<unknown>;

  constructor(given: Iterable<unknown>) {
    this.#taken = new Set(given);
  }

  /** "bees-2" for a second "bees", "row-7" for an id of the line 7 with nothing in it. */
  next(given: unknown, line: number): string {
    const text = typeof given === 'string' || typeof given === 'number' ? String(given) : '';
    const plain = [...text.replace(/\p{Cc}/gu, '').trim()].slice(0, MOST_CHARS).join('');
    const base = plain === '' ? `row-${line}` : plain;
    let id = base;
    for (let n = 2; this.#taken.has(id); n += 1) id = `${base}-${n}`;
    this.#taken.add(id);
    return id;
  }
}
