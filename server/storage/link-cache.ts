const MOST_LINKS = 2000;

interface Kept {
  readonly link: Promise<string>;
  readonly untilMs: number;
}

/** Links by what they were signed for, each until half of its life is over. The oldest go when there are too many. */
export class LinkCache {
  readonly #kept = new Map<string, Kept>();

  /** The link kept under `key`, or the one that `sign` makes, kept for `seconds` unless signing fails. */
  async get(key: string, seconds: number, sign: () => Promise<string>): Promise<string> {
    const kept = this.#kept.get(key);
    if (kept && kept.untilMs > performance.now()) return kept.link;
    this.#kept.delete(key);
    const link = sign();
    this.#kept.set(key, { link, untilMs: performance.now() + seconds * 1000 });
    for (const oldest of this.#kept.keys()) {
      if (this.#kept.size <= MOST_LINKS) break;
      this.#kept.delete(oldest);
    }
    try {
      return await link;
    } catch (cause) {
      if (this.#kept.get(key)?.link === link) this.#kept.delete(key);
      throw cause;
    }
  }
}
