import { DETERMINERS, ENDINGS, NO_NOUNS, PREFIXES } from './endings.ts';
import { written } from './text.ts';

/** The names of a language, found under any of the endings that its nouns take. */
export class BentNames {
  private readonly names: ReadonlyMap<string, string>;
  private readonly stems = new Map<string, Map<string, string>>();
  private readonly endings: readonly string[];
  private readonly prefixes: readonly string[];
  private readonly noNouns: ReadonlySet<string>;
  private readonly before: ReadonlySet<string> | undefined;

  /** `names` are words and phrases as they are written (see `written`). */
  constructor(names: ReadonlyMap<string, string>, language: string) {
    this.names = names;
    this.endings = listOf(ENDINGS, language) ?? [];
    this.prefixes = listOf(PREFIXES, language) ?? [];
    this.noNouns = new Set(listOf(NO_NOUNS, language));
    const determiners = listOf(DETERMINERS, language);
    this.before = determiners && new Set(determiners);
    for (const [name, motif] of names) {
      // A name bends where its dictionary form has an ending of its own ("gatto", "gatti"); else it only grows.
      for (const stem of BENDS.has(language) ? stemsOf(name, this.endings) : [name]) {
        const known = this.stems.get(stem) ?? new Map<string, string>();
        this.stems.set(stem, known.set(name, motif));
      }
    }
  }

  /** The motif that a phrase of a text names; `previous` are the words before it, the nearest first. */
  find(phrase: string, previous: readonly string[], inShortText: boolean): string | undefined {
    if (this.noNouns.has(phrase)) return undefined;
    const short = phrase.length <= SHORT && !phrase.includes(' ');
    if (short && this.before && !inShortText && !previous.slice(0, 2).some((word) => this.before?.has(word)))
      return undefined;
    for (const prefix of ['', ...this.prefixes]) {
      if (!phrase.startsWith(prefix) || phrase.length - prefix.length < (prefix === '' ? 1 : 3)) continue;
      const found = this.exact(phrase.slice(prefix.length)) ?? this.bent(phrase.slice(prefix.length));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  private exact(phrase: string): string | undefined {
    return this.names.get(phrase);
  }

  private bent(phrase: string): string | undefined {
    if (this.endings[0] === ANY) return this.begun(phrase);
    for (const stem of stemsOf(phrase, this.endings)) {
      const motifs = new Set(this.stems.get(stem)?.values());
      // A stem of two names ("a lime", "a lemon") is none.
      if (motifs.size === 1) return [...motifs][0];
    }
    return undefined;
  }

  /** The longest name that a word begins with. */
  private begun(phrase: string): string | undefined {
    for (let length = phrase.length - 1; length >= Math.max(SHORTEST_BEGUN, phrase.length - 5); length--) {
      const found = this.names.get(phrase.slice(0, length));
      if (found !== undefined) return found;
    }
    return undefined;
  }
}

const BENDS = new Set('it ro ru uk be bg mk sr hr bs sl cs sk pl lt lv el hi mr ne sv is'.split(' '));
const SHORT = 6;
const ANY = '*';
const SHORTEST_BEGUN = 4;
/** Shorter stems are the stems of too many words. */
const SHORTEST_STEM = { letters: 3, syllables: 2 };

/** A word without each of the endings that it has, the longest stem first. */
function stemsOf(word: string, endings: readonly string[]): string[] {
  const shortest = /\p{Script=Hangul}/u.test(word) ? SHORTEST_STEM.syllables : SHORTEST_STEM.letters;
  const stems = endings
    .filter((ending) => word.endsWith(ending) && word.length - ending.length >= shortest)
    .map((ending) => word.slice(0, -ending.length));
  return [word, ...stems.sort((a, b) => b.length - a.length)];
}

function listOf(table: string, language: string): string[] | undefined {
  for (const line of table.trim().split('\n')) {
    const [languages = '', words = ''] = line.split(': ');
    if (languages.split(', ').includes(language)) return words.split(' ').map(written);
  }
  return undefined;
}
