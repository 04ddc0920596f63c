import type { SettingName } from '../settings/index.ts';
import { HOMES, PLACE_WORDS, PLACE_WORDS_ABROAD } from './settings.ts';
import { bentForms, HAN, parseTable, tokens, wordForms } from './text.ts';

type Places = ReturnType<typeof parseTable>;

let english: Places | undefined;
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
    for (const [name, { name: place }] of parseHomes()) homes.set(name, place as SettingName);
  }
  return homes.get(motif);
}

function parseHomes(): Map<string, { name: string }> {
  const table = new Map<string, { name: string }>();
  for (const line of HOMES.split('\n')) {
    const colon = line.indexOf(':');
    if (colon < 0) continue;
    for (const motif of line.slice(colon + 1).split(',')) {
      if (!table.has(motif.trim())) table.set(motif.trim(), { name: line.slice(0, colon) });
    }
  }
  return table;
}

/** How much the words speak for each place; empty when none does. */
export function settingVotes(text: string, language: string): Map<SettingName, number> {
  english ??= parseTable(PLACE_WORDS);
  abroad ??= new Map([...english, ...parseTable(PLACE_WORDS_ABROAD)]);
  const places = language === 'en' && !HAN.test(text) ? english : abroad;
  const votes = new Map<SettingName, number>();
  const vote = (place: string, word: string): void => {
    const name = place as SettingName;
    votes.set(name, (votes.get(name) ?? 0) + (WEAK.has(word) ? 0.9 : word.includes(' ') ? 2.6 : 2));
  };
  if (HAN.test(text)) {
    const characters = [...text];
    for (let at = 0; at < characters.length; at++) {
      for (let length = Math.min(4, characters.length - at); length > 0; length--) {
        const word = characters.slice(at, at + length).join('');
        const hit = places.get(word);
        if (!hit) continue;
        vote(hit.name, word);
        at += length - 1;
        break;
      }
    }
    return votes;
  }
  const words = tokens(text);
  const forms = language === 'en' ? wordForms : bentForms;
  for (let at = 0; at < words.length; at++) {
    for (let length = Math.min(3, words.length - at); length > 0; length--) {
      const start = words.slice(at, at + length - 1).join(' ');
      const word = forms(words[at + length - 1] ?? '')
        .map((form) => (start === '' ? form : `${start} ${form}`))
        .find((phrase) => places.has(phrase));
      if (word === undefined) continue;
      vote(places.get(word)?.name ?? 'abstract', word);
      at += length - 1;
      break;
    }
  }
  return votes;
}
