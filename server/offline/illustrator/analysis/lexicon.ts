import { emojiCategories } from '../../emoji-art.ts';
import { OWN_ART_NAMES } from '../own-art.ts';
import { isPerson } from '../shown.ts';
import { ARABIC } from '../words/arabic.ts';
import { ASIDES_ABROAD, DENIALS_ABROAD } from '../words/abroad/asides.ts';
import { JAPANESE } from '../words/abroad/japanese.ts';
import { ASIDES, SOMEBODY, TIMES, VERB_ASIDES } from '../words/asides.ts';
import { BLOCKED } from '../words/blocked.ts';
import { CHINESE } from '../words/chinese.ts';
import { ENGLISH } from '../words/english.ts';
import { QUALITIES, VERBS } from '../words/english-verbs.ts';
import { FRENCH } from '../words/french.ts';
import { GERMAN } from '../words/german.ts';
import { HINDI } from '../words/hindi.ts';
import { SPANISH } from '../words/spanish.ts';
import { BentNames } from './bent-names.ts';
import { isFigure, isName } from './figures.ts';
import { kindsOfNouns, NOTHING } from './kinds.ts';
import { namesOf } from './names.ts';
import { isChinese, parseTable, wordEdges, written } from './text.ts';
import { isAmbiguous, senseOf } from './senses.ts';
import { formsOf, type Tagged, type WordKind } from './tagged.ts';

/** A motif named in a text: which one, and the words that named it. */
export interface Finding {
  readonly name: string;
  /** Index of the first word and how many words the name took. */
  readonly at: number;
  readonly length: number;
}

const INDEXED_CATEGORIES = new Set([
  'Animals & Nature',
  'Food & Drink',
  'Objects',
  'Travel & Places',
  'Activities',
]);

const TABLES: Readonly<Record<string, string>> = {
  es: SPANISH,
  de: GERMAN,
  fr: FRENCH,
  hi: HINDI,
  ar: ARABIC,
  zh: CHINESE,
  ja: JAPANESE,
};

type Table = ReadonlyMap<string, string>;
const loaded = new Map<string, Table>();

/** The table of that name, read when it is first needed. */
function tableOf(name: string, read: () => Table): Table {
  const known = loaded.get(name) ?? read();
  loaded.set(name, known);
  return known;
}

function englishNouns(): Table {
  const table = new Map(parseTable(ENGLISH));
  const categories = emojiCategories();
  const add = (name: string): void => {
    const words = name.replaceAll('-', ' ');
    if (!table.has(words)) table.set(words, name);
  };
  for (const [name, category] of categories) {
    if (INDEXED_CATEGORIES.has(category) && !BLOCKED.has(name) && !/-(oclock|thirty|face|button)$/.test(name))
      add(name);
  }
  for (const name of OWN_ART_NAMES) add(name);
  for (const name of [...table.values()]) add(name);
  return table;
}

const abroad = new Map<string, BentNames>();

/** What the icons are called in a language: our own words over those of CLDR. */
function namesIn(language: string): ReadonlyMap<string, string> {
  const own = parseTable(TABLES[language] ?? '', written);
  return new Map([...namesOf(language), ...own]);
}

function abroadIn(language: string): BentNames {
  const known = abroad.get(language) ?? new BentNames(namesIn(language), language);
  abroad.set(language, known);
  return known;
}

/** Every motif named in the text, in reading order. */
export function findMotifs(words: readonly Tagged[], text: string, language: string): Finding[] {
  if (language === 'en' && !isChinese(text)) return findEnglish(words);
  const found = isChinese(text)
    ? findInRuns(
        text,
        tableOf('zh', () => namesIn('zh')),
      )
    : findAbroad(words, abroadIn(language), language);
  // The queen and the king of chess are pieces.
  return found.some(({ name }) => name === 'chess-pawn')
    ? found.filter(({ name }) => !ROYALS.has(name))
    : found;
}

const ROYALS = new Set(['princess', 'person-with-crown', 'crown', 'horse', 'elephant', 'castle']);

/** English: nouns, phrases that end with a noun, and the few verbs and qualities that show a thing. */
function findEnglish(words: readonly Tagged[]): Finding[] {
  const nouns = tableOf('en', englishNouns);
  const kinds = kindsOfNouns();
  const others: Partial<Record<WordKind, Table>> = {
    verb: tableOf('en verbs', () => parseTable(VERBS)),
    adjective: tableOf('en qualities', () => parseTable(QUALITIES)),
  };
  const canBeDrawn = (lemma: string): boolean => nouns.has(lemma) || kinds.motifs.has(lemma);
  const found = longest(words, (at, length) => {
    const last = words[at + length - 1];
    if (!last) return undefined;
    if (length > 1) {
      const start = words
        .slice(at, at + length - 1)
        .map(({ text }) => text)
        .join(' ');
      return formsOf(last)
        .map((form) => `${start} ${form}`)
        .map((phrase) => nouns.get(phrase) ?? (last.kind === 'noun' ? kindOf(phrase) : undefined))
        .find((name) => name !== undefined);
    }
    if (last.kind === 'noun') {
      if (isFigure(words, at, canBeDrawn)) return NOTHING;
      if (isName(words, at) && !kinds.names.has(last.lemma)) return NOTHING;
      return (
        senseOf(last.lemma, at, words) ?? nouns.get(last.text) ?? nouns.get(last.lemma) ?? kindOf(last.lemma)
      );
    }
    const sense = last.kind === 'verb' ? senseOf(`to ${last.lemma}`, at, words) : undefined;
    if (sense !== undefined) return sense;
    const table = others[last.kind];
    return table?.get(last.text) ?? table?.get(last.lemma);
  });
  return withoutPeople(withoutKinds(found, words), words);
}

/** The motif that a noun is a kind of; somebody ("a neighbour") is an aside. */
function kindOf(noun: string): string | undefined {
  const motif = kindsOfNouns().motifs.get(noun);
  return motif !== undefined && isPerson(motif) ? undefined : motif;
}

/**
 * What a text that names no thing speaks of beside its point, one finding at most: a thing that is seldom the point, what is done,
 * somebody, a length of time.
 */
export function findAsides(words: readonly Tagged[], text: string, language: string): Finding[] {
  return language === 'en' ? englishAside(words) : asideAbroad(words, text, language);
}

const asidesAbroad = new Map<string, { readonly table: Table; readonly names: BentNames }>();

/** The aside whose motif stands first in its language's table. */
function asideAbroad(words: readonly Tagged[], text: string, language: string): Finding[] {
  const { table, names } = asidesAbroad.get(language) ?? asidesIn(language);
  const found = isChinese(text) ? findInRuns(text, table) : findAbroad(words, names, language, true);
  const motifs = [...new Set(table.values())];
  const isDenial = denies(words, text);
  return found
    .filter(({ name }) => !isDenial || !DONE.has(name))
    .sort((one, other) => motifs.indexOf(one.name) - motifs.indexOf(other.name))
    .slice(0, 1);
}

/** Motifs of what is done. */
const DONE = new Set(
  'speech-balloon eyes ear brain memo person-walking person-running books shopping-bags megaphone hourglass-done'.split(
    ' ',
  ),
);
const denials = new Set(DENIALS_ABROAD.split(' '));

function denies(words: readonly Tagged[], text: string): boolean {
  if (isChinese(text))
    return [...denials].some((denial) => /\p{Script=Han}/u.test(denial) && text.includes(denial));
  return words.some((word) => denials.has(word.written));
}

function asidesIn(language: string): { readonly table: Table; readonly names: BentNames } {
  const table = parseTable(ASIDES_ABROAD[language] ?? '', written);
  const asides = { table, names: new BentNames(table, language) };
  asidesAbroad.set(language, asides);
  return asides;
}

function englishAside(words: readonly Tagged[]): Finding[] {
  const nouns = tableOf('en asides', () => parseTable(ASIDES));
  const verbs = tableOf('en verb asides', () => parseTable(VERB_ASIDES));
  const times = tableOf('en times', () => parseTable(TIMES));
  const somebody = tableOf('en somebody', () => parseTable(SOMEBODY));
  const noun = (table: Table) => (word: Tagged, at: number) =>
    word.kind === 'noun' && !isName(words, at) ? table.get(word.lemma) : undefined;
  const persons = tableOf(
    'en persons',
    () => new Map([...kindsOfNouns().motifs].filter(([, motif]) => isPerson(motif))),
  );
  for (const named of [
    noun(nouns),
    (word: Tagged, at: number) =>
      word.kind === 'verb' && !isDenied(words, at) ? verbs.get(word.lemma) : undefined,
    (word: Tagged, at: number) => (isAmbiguous(word.lemma) ? undefined : noun(persons)(word, at)),
    noun(times),
    (word: Tagged) => somebody.get(word.text),
  ]) {
    const at = words.findIndex((word, index) => named(word, index) !== undefined);
    const word = words[at];
    const name = word && named(word, at);
    if (name !== undefined && name !== NOTHING) return [{ name, at, length: 1 }];
  }
  return [];
}

const DENIALS = new Set('not nt never nobody no nothing none cannot stop without'.split(' '));

function isDenied(words: readonly Tagged[], at: number): boolean {
  return words.slice(Math.max(0, at - 4), at).some(({ text }) => DENIALS.has(text));
}

/** "A leopard seal", "baby elephants": what stands right before an animal tells of which kind it is. */
function withoutKinds(found: readonly Finding[], words: readonly Tagged[]): Finding[] {
  return found.filter(({ at, length }) => {
    const next = found.find((other) => other.at === at + length);
    const word = words[at + length - 1];
    if (next === undefined || word?.text !== word?.lemma || word?.kind !== 'noun') return true;
    return words[next.at]?.kind !== 'noun' || !isAnimal(next.name);
  });
}

function isAnimal(name: string): boolean {
  return emojiCategories().get(name) === 'Animals & Nature' && !PLANTS.test(name);
}

const PLANTS =
  /tree|flower|leaf|herb|seedling|plant|rose|tulip|blossom|cactus|clover|shamrock|bouquet|rice|lotus|hyacinth|hibiscus/;

/** An animal that swims is no swimmer: what a verb shows of people gives way to the animal that does it. */
function withoutPeople(found: readonly Finding[], words: readonly Tagged[]): Finding[] {
  if (!found.some(({ name }) => isAnimal(name))) return [...found];
  return found.filter(
    ({ name, at }) =>
      words[at]?.kind !== 'verb' || !/^(person-|skier|fork-and-knife|shopping|microphone)/.test(name),
  );
}

/** `anyWord`: the names are those of verbs, too. */
function findAbroad(
  words: readonly Tagged[],
  names: BentNames,
  language: string,
  anyWord = false,
): Finding[] {
  const inShortText = anyWord || words.length <= 4;
  const isGerman = language === 'de' && !anyWord;
  return longest(words, (at, length) => {
    // German writes its nouns with a capital.
    if (isGerman && words[at + length - 1]?.kind !== 'noun') return undefined;
    const phrase = words
      .slice(at, at + length)
      .map((word) => word.written)
      .join(UNSPACED_LANGUAGES.has(language) ? '' : ' ');
    const previous = [words[at - 1]?.written ?? '', words[at - 2]?.written ?? ''];
    const name = names.find(phrase, previous, inShortText);
    return name ?? (isGerman && length === 1 ? compoundEnd(phrase, names) : undefined);
  });
}

const UNSPACED_LANGUAGES = new Set(['ja', 'th', 'lo', 'km', 'my']);

/** The motif of the longest phrase at each place, three words at most. */
function longest(
  words: readonly Tagged[],
  named: (at: number, length: number) => string | undefined,
): Finding[] {
  const found: Finding[] = [];
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(3, words.length - at); length > 0; length--) {
      const name = named(at, length);
      if (name === undefined) continue;
      if (name !== NOTHING) found.push({ name, at, length });
      at += length - 1;
      break;
    }
  }
  return found;
}

/** German writes nouns together; the last one says what it is: "Dampflokomotive" is a locomotive. */
function compoundEnd(word: string, names: BentNames): string | undefined {
  for (let cut = 2; cut <= word.length - 5; cut++) {
    const name = names.find(word.slice(cut), [], true);
    if (name !== undefined) return name;
  }
  return undefined;
}

/** Chinese has no spaces: the longest word that starts at each character. */
function findInRuns(text: string, table: Table): Finding[] {
  const found: Finding[] = [];
  const characters = [...text];
  const edges = wordEdges(text);
  for (let at = 0; at < characters.length; at++) {
    for (let length = Math.min(5, characters.length - at); length > 0; length--) {
      if (!edges.has(at) || !edges.has(at + length)) continue;
      const name = table.get(characters.slice(at, at + length).join(''));
      if (name === undefined) continue;
      found.push({ name, at, length });
      at += length - 1;
      break;
    }
  }
  return found;
}
