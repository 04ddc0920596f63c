import type { SettingName } from '../settings/index.ts';
import { PLACE_VERBS } from '../words/english-verbs.ts';
import { HOMES, PLACE_WORDS, PLACE_WORDS_ABROAD } from '../words/settings.ts';
import { isChinese, parseTable, wordEdges, written } from './text.ts';
import { isCompared, isFigure, isName } from './figures.ts';
import { kindsOfNouns } from './kinds.ts';
import { isAmbiguous } from './senses.ts';
import { formsOf, type Tagged } from './tagged.ts';

type Places = ReturnType<typeof parseTable>;

let english: Places | undefined;
let verbs: Places | undefined;
let abroad: Places | undefined;
let homes: Map<string, SettingName> | undefined;

/** Words that say little about the place: many things fly, and most stories have a sky. */
const WEAK = new Set(
  `ancient empire sky air flying flies flight flew wind cloud clouds swim swims swimming wave waves game drive driving home house wall table
  heart hearts cell cells light machine engine race path see park street data field nuage wolke nube flowers flower idea question love moon
  stars sleep sleeping sleeps asleep dream dreams dreaming window arena pan pain four mar bois see 花 面包 云 飞 家 دم قلب 心脏 路 中`.split(
    /\s+/,
  ),
);

/** Where a motif lives when nothing else says where the scene is. */
export function homeOf(motif: string): SettingName | undefined {
  if (!homes) {
    homes = new Map();
    for (const [name, place] of parseHomes()) homes.set(name, place as SettingName);
  }
  return homes.get(motif);
}

function parseHomes(): Map<string, string> {
  const table = new Map<string, string>();
  for (const line of HOMES.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    for (const motif of line.slice(colon + 1).split(',')) {
      if (!table.has(motif.trim())) table.set(motif.trim(), line.slice(0, colon));
    }
  }
  return table;
}

/** How much the words speak for each place; empty when none does. */
export function settingVotes(
  words: readonly Tagged[],
  text: string,
  language: string,
): Map<SettingName, number> {
  english ??= parseTable(PLACE_WORDS);
  verbs ??= parseTable(PLACE_VERBS);
  abroad ??= parseTable(PLACE_WORDS_ABROAD, written);
  const votes = new Map<SettingName, number>();
  const vote = (place: string, word: string): void => {
    const name = place as SettingName;
    votes.set(
      name,
      (votes.get(name) ?? 0) +
        (WEAK.has(word) ? 0.9 : word.includes(' ') && !word.startsWith('to ') ? 2.6 : 2),
    );
  };
  if (isChinese(text)) {
    votesInRuns(text, abroad, vote);
    return votes;
  }
  const inEnglish = language === 'en';
  const places = inEnglish ? english : abroad;
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(3, words.length - at); length > 0; length--) {
      const last = words[at + length - 1];
      if (!last) continue;
      const start = words
        .slice(at, at + length - 1)
        .map((each) => (inEnglish ? each.text : each.written))
        .join(' ');
      const table = length === 1 && last.kind === 'verb' ? verbs : places;
      // A noun with several senses calls no place, nor does a word that is none.
      if (length === 1 && inEnglish && (isAmbiguous(last.lemma) || !CALLS.has(last.kind))) continue;
      const word = (inEnglish ? formsOf(last) : formsAbroad(last.written, language))
        .map((form) => (start === '' ? form : `${start} ${form}`))
        .find((phrase) => table.has(phrase));
      const place = inEnglish && length === 1 ? kindsOfNouns().places.get(last.lemma) : undefined;
      if (word === undefined && (place === undefined || last.kind !== 'noun')) continue;
      if (inEnglish && (isCompared(words, at) || (isName(words, at + length - 1) && !isKnownName(word))))
        break;
      if (inEnglish && isFigure(words, at + length - 1, (lemma) => kindsOfNouns().motifs.has(lemma))) break;
      if (word === undefined) {
        vote(place ?? 'abstract', last.lemma);
        break;
      }
      vote(table.get(word) ?? 'abstract', table === verbs ? `to ${word}` : word);
      at += length - 1;
      break;
    }
  }
  return votes;
}

/** A word as it is, and without the article that Arabic writes together with it. */
function formsAbroad(word: string, language: string): string[] {
  const bare = language === 'ar' ? /^(?:[وبف]?ال|لل)(.{2,})/.exec(word)?.[1] : undefined;
  return bare === undefined ? [word] : [word, bare];
}

function isKnownName(word: string | undefined): boolean {
  return word !== undefined && kindsOfNouns().names.has(word);
}

const CALLS = new Set<Tagged['kind']>(['noun', 'verb', 'adjective']);

/** Chinese has no spaces: the longest word that starts at each character. */
function votesInRuns(text: string, places: Places, vote: (place: string, word: string) => void): void {
  const characters = [...text];
  const edges = wordEdges(text);
  for (let at = 0; at < characters.length; at++) {
    for (let length = Math.min(4, characters.length - at); length > 0; length--) {
      if (!edges.has(at) || !edges.has(at + length)) continue;
      const word = characters.slice(at, at + length).join('');
      const place = places.get(word);
      if (place === undefined) continue;
      vote(place, word);
      at += length - 1;
      break;
    }
  }
}
