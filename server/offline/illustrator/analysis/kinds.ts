import { readFileSync } from 'node:fs';

/**
 * Which English nouns are a kind of which motif ("moisturizer" of a lotion, "labrador" of a dog) or place (`@river`), from
 * WordNet. Written by `npm run kinds -w @shortfactory/offline`.
 */
export const KINDS_FILE = new URL('./kinds.txt', import.meta.url);

/** Stands in the tables for phrases that only sound like a thing: "a wind tunnel" is no tunnel. */
export const NOTHING = 'nothing';
/** Heads the line of the words of our tables that are names ("rome"). */
export const NAMES = 'names';

interface Kinds {
  readonly motifs: ReadonlyMap<string, string>;
  readonly places: ReadonlyMap<string, string>;
  readonly names: ReadonlySet<string>;
}

let kinds: Kinds | undefined;

/** Noun or phrase of two words → motif (or NOTHING), noun → place, and names; read with the first English text. */
export function kindsOfNouns(): Kinds {
  kinds ??= read();
  return kinds;
}

function read(): Kinds {
  const motifs = new Map<string, string>();
  const places = new Map<string, string>();
  const names = new Set<string>();
  for (const line of readFileSync(KINDS_FILE, 'utf8').trim().split('\n')) {
    if (line.startsWith('#')) continue;
    const [head = '', words = ''] = line.split(': ');
    for (const word of words.split(', ')) {
      if (head === NAMES) names.add(word);
      else if (head.startsWith('@')) places.set(word, head.slice(1));
      else motifs.set(word, head);
    }
  }
  return { motifs, places, names };
}
