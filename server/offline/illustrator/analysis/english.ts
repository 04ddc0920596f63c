import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { plain } from './text.ts';
import type { Tagged, WordKind } from './tagged.ts';

/** English words with part of speech and lemma, by winkNLP's light model (MIT). The model is read when this module is. */
const nlp = winkNLP(model, ['sbd', 'pos']);
const { its } = nlp;

const KINDS: Readonly<Record<string, WordKind>> = {
  NOUN: 'noun',
  PROPN: 'noun',
  VERB: 'verb',
  ADJ: 'adjective',
  NUM: 'number',
  DET: 'determiner',
  ADP: 'adposition',
};

/** Words that only nouns (and what describes them) follow. */
const BEFORE_NOUNS = new Set(
  'a an the my your his her its our their this that these those every each no'.split(' '),
);
const VERB_ENDING = /(ing|ed)$/;
/** What follows an imperative: "book the flight", "turn it off". */
const OBJECTS = new Set([...BEFORE_NOUNS, 'it', 'them', 'me', 'us', 'him', 'one']);
const OBJECT_PRONOUNS = new Set(['it', 'them', 'me', 'us', 'him']);

/** Nouns that the model takes for verbs or leaves in the plural. */
const LEMMAS: Readonly<Record<string, string>> = {
  octopi: 'octopus',
  cacti: 'cactus',
  fungi: 'fungus',
  dice: 'die',
};

export function tagEnglish(text: string): Tagged[] {
  const document = nlp.readDoc(uncapitalised(text));
  const values = document.tokens().out();
  const kinds = document.tokens().out(its.pos) as string[];
  // Its type asks for the addons that the tokens' own type leaves open.
  const lemmas = document.tokens().out(its.lemma as never) as string[];
  const words: Tagged[] = [];
  values.forEach((value, index) => {
    const word = plain(value).replace(/[^\p{L}\p{M}\p{N}]/gu, '');
    if (word === '') return;
    const previous = words.at(-1);
    // An imperative has no -s: "crows remember" begins with a noun.
    const plural = words.length === 0 && kinds[index] === 'VERB' && /[^s]s$/.test(word);
    const told = plural ? 'noun' : /^\d/.test(word) ? 'number' : (KINDS[kinds[index] ?? ''] ?? 'other');
    // "A fly" is a noun whatever the model says; "a running man" and "the broken" are left to it.
    // So is what follows "of" with an -s: "a sea of faces".
    const named =
      previous && (BEFORE_NOUNS.has(previous.text) || (previous.text === 'of' && /s$/.test(word)));
    const kind = told === 'verb' && named && !VERB_ENDING.test(word) ? 'noun' : told;
    words.push({
      text: word,
      written: word,
      lemma: LEMMAS[word] ?? lemmaOf(word, lemmas[index] ?? word, kind, told),
      kind,
      isCapital: /^\p{Lu}\p{Ll}/u.test(value),
    });
  });
  return words.map((word, at) => {
    const imperative = at === 0 && word.text === word.lemma && OBJECTS.has(words[1]?.text ?? '');
    // "They watch them duck": after an object stands what it does.
    const joined = words[at - 1]?.text === 'and' && isPredicate(words, at - 2);
    const predicate = (joined || OBJECT_PRONOUNS.has(words[at - 1]?.text ?? '')) && word.text === word.lemma;
    return word.kind === 'noun' && (imperative || predicate) ? { ...word, kind: 'verb' } : word;
  });
}

function isPredicate(words: readonly Tagged[], at: number): boolean {
  return OBJECT_PRONOUNS.has(words[at - 1]?.text ?? '') && words[at]?.text === words[at]?.lemma;
}

function lemmaOf(word: string, lemma: string, kind: WordKind, told: WordKind): string {
  if (kind === told) return plain(lemma);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** A capital at the start of a sentence makes the model see a name: "Iron your shirt" would be about Mr Iron. */
function uncapitalised(text: string): string {
  return text.replace(
    /(^|[.!?…:]["”’)]*\s+)(["“‘(]*)(\p{Lu})(?=\p{Ll}+\s+\p{Ll})/gu,
    (whole, before: string, open: string, letter: string) => `${before}${open}${letter.toLowerCase()}`,
  );
}
