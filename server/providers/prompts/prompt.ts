import { createHash } from 'node:crypto';

/** A text for a model with places to fill, `{{like_this}}`. Its hash is part of the address of what it makes. */
export class Prompt {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text.trim();
  }

  /** Fills every place. Values are data: a place inside a value is not filled again. Throws when one has no value. */
  fill(values: Readonly<Record<string, string | number>>): string {
    return this.#text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => {
      const value = values[name];
      if (value === undefined) throw new Error(`the prompt has no value for ${name}`);
      return String(value);
    });
  }

  /** Short, and different whenever a word of a prompt is. */
  static version(...prompts: readonly Prompt[]): string {
    const hash = createHash('sha256');
    for (const prompt of prompts) hash.update(prompt.#text).update('\0');
    return hash.digest('hex').slice(0, 8);
  }
}
