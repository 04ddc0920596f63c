import { createHash } from 'node:crypto';
import { ProviderFailed, ProviderRefused } from '@shortfactory/core';
import type { Character, ImageStyle, ObjectStore } from '@shortfactory/core';

const MOST_CACHED = 1000;

export interface Cast {
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
}

/**
 * One picture of all characters of a story, drawn once and stored under the hash of everything it is made from.
 * Concurrent scenes wait for the same drawing.
 */
export class ModelSheets {
  readonly #store: ObjectStore;
  readonly #illustratorId: string;
  /** Drawing it again would be declined again. */
  readonly #declined = new Set<string>();
  readonly #underWay = new Map<string, Promise<Uint8Array | undefined>>();

  constructor(store: ObjectStore, illustratorId: string) {
    this.#store = store;
    this.#illustratorId = illustratorId;
  }

  /** The sheet; undefined when the provider declines to draw one: then the scenes use only the descriptions. */
  async of(
    cast: Cast,
    signal: AbortSignal,
    draw: () => Promise<Uint8Array>,
  ): Promise<Uint8Array | undefined> {
    const made = [
      this.#illustratorId,
      cast.imageStyle,
      cast.characters.map(({ name, appearance }) => [name, appearance]),
    ];
    const hash = createHash('sha256').update(JSON.stringify(made)).digest('hex');
    const name = `artifacts/illustrate/sheet-${hash}`;
    if (this.#declined.has(name)) return undefined;
    const waited = this.#underWay.get(name);
    if (waited) {
      try {
        return await waited;
      } catch (error) {
        signal.throwIfAborted();
        if (error instanceof ProviderFailed) throw error;
        // The error concerned only the other run: its cancellation or its budget.
        return this.of(cast, signal, draw);
      }
    }
    const drawing = this.#readOrDraw(name, draw).finally(() => this.#underWay.delete(name));
    this.#underWay.set(name, drawing);
    return drawing;
  }

  async #readOrDraw(name: string, draw: () => Promise<Uint8Array>): Promise<Uint8Array | undefined> {
    const stored = await this.#store.read(name);
    if (stored) return stored;
    let sheet: Uint8Array;
    try {
      sheet = await draw();
    } catch (error) {
      if (!(error instanceof ProviderRefused)) throw error;
      if (this.#declined.size >= MOST_CACHED) this.#declined.clear();
      this.#declined.add(name);
      return undefined;
    }
    const first = await this.#store.create(name, { bytes: sheet });
    return first ? sheet : ((await this.#store.read(name)) ?? sheet);
  }
}
