import { SENSES } from '../words/senses.ts';
import type { Tagged } from './tagged.ts';

interface Sense {
  readonly name: string;
  /** Neighbours that call this sense; empty for the one that is meant when none is called. */
  readonly neighbours: readonly string[];
}

let senses: Map<string, readonly Sense[]> | undefined;

function table(): ReadonlyMap<string, readonly Sense[]> {
  if (senses) return senses;
  senses = new Map();
  for (const line of SENSES.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    const parts = line
      .slice(colon + 1)
      .split(';')
      .map((part): Sense => {
        const [name = '', , ...neighbours] = part.trim().split(' ');
        return { name, neighbours };
      });
    senses.set(line.slice(0, colon), parts);
  }
  return senses;
}

/** True for a word whose meaning hangs on its neighbours. */
export function isAmbiguous(lemma: string): boolean {
  return table().has(lemma);
}

/**
 * The motif that an ambiguous English word (verbs with "to" before) stands for in its text, by the words around it; 'nothing' when it names
 * nothing that can be drawn, undefined when the word is not ambiguous.
 */
export function senseOf(lemma: string, at: number, words: readonly Tagged[]): string | undefined {
  const meant = table().get(lemma);
  if (!meant) return undefined;
  const around = new Set(words.flatMap((word, index) => (index === at ? [] : [word.text, word.lemma])));
  return (
    meant.find(({ neighbours }) => neighbours.some((neighbour) => around.has(neighbour))) ??
    meant.find(({ neighbours }) => neighbours.length === 0)
  )?.name;
}
