import type { Character } from '@shortfactory/core';
import { emojiCategories } from '../emoji-art.ts';
import type { SettingName } from './settings/index.ts';
import type { TimeOfDay } from './settings/setting.ts';
import * as cues from './words/cues.ts';
import { asShown, inItsElement, isPerson } from './shown.ts';
import { colourBeside } from './analysis/colours.ts';
import { countBefore } from './analysis/counting.ts';
import { isCompared } from './analysis/figures.ts';
import { languageOf } from './analysis/language.ts';
import { findAsides, findMotifs } from './analysis/lexicon.ts';
import { type Mood, moodOf } from './analysis/mood.ts';
import { homeOf, settingVotes } from './analysis/places.ts';
import { type Quantity, quantityOf } from './analysis/quantity.ts';
import { tag, type Tagged } from './analysis/tagged.ts';
import { isChinese } from './analysis/text.ts';

/** A motif as the words ask for it. */
export interface Motif {
  readonly name: string;
  readonly count: number;
  readonly tint: string | undefined;
}

/** What a visual says, as far as it can be drawn. The hero is the first motif. */
export interface Reading {
  readonly motifs: readonly Motif[];
  readonly setting: SettingName;
  readonly time: TimeOfDay | undefined;
  /** What the words feel like; undefined for most. */
  readonly mood: Mood | undefined;
  /** A share or a length of time, which a picture without motifs shows. */
  readonly quantity: Quantity | undefined;
  /** Everything has stopped: the picture loses its colour. */
  readonly still: boolean;
  readonly fast: boolean;
  readonly asleep: boolean;
  readonly thinking: boolean;
  readonly idea: boolean;
  readonly loving: boolean;
  readonly carrying: boolean;
  readonly giving: boolean;
  readonly compared: boolean;
  readonly framed: boolean;
  readonly glowing: boolean;
  /** Plain words of the visual, for details of a setting. */
  readonly words: ReadonlySet<string>;
}

/** Words about sky and weather give way to what is alive or made. */
const BACKDROP_MOTIFS = new Set(
  `sun crescent-moon full-moon star glowing-star cloud cloud-with-rain water-wave mountain snow-capped-mountain globe-showing-europe-africa
  globe-showing-americas globe-showing-asia-australia deciduous-tree evergreen-tree palm-tree rock wood droplet fire rainbow snowflake
  house window door bed brick sunflower seedling hourglass-done thinking-face wind-face fork-and-knife-with-plate bubbles leaf-fluttering-in-wind
  footprints warning collision sparkles dashing-away alarm-clock calendar thought-balloon zzz scroll oven people`.split(
    /\s+/,
  ),
);

/** What a setting shows so well by itself that the motif is never drawn again. */
const SHOWN: Partial<Record<SettingName, readonly string[]>> = {
  volcano: ['volcano', 'fire'],
  columns: ['volcano', 'classical-building', 'fire'],
  mountains: ['mountain', 'snow-capped-mountain', 'evergreen-tree'],
  ice: ['mountain', 'snow-capped-mountain', 'snowflake'],
  castle: ['brick'],
  sea: ['water-wave'],
  coast: ['water-wave'],
  underwater: ['water-wave', 'bubbles'],
  forest: ['deciduous-tree', 'evergreen-tree'],
  storm: ['cloud-with-rain', 'high-voltage'],
  moon: ['crescent-moon', 'full-moon', 'globe-showing-europe-africa'],
  mars: ['ringed-planet'],
  city: ['office-building'],
};

/** What a setting shows as well; drawn only when it is the hero. */
const SHOWN_BESIDE: Partial<Record<SettingName, readonly string[]>> = {
  underwater: ['coral'],
  kitchen: ['oven'],
  cafe: ['beans'],
  meadow: ['deciduous-tree'],
  hills: ['deciduous-tree', 'sun'],
  forest: ['wood'],
  river: ['water-wave', 'droplet'],
  room: ['window', 'house', 'door'],
  castle: ['castle'],
  stadium: ['stadium'],
  body: ['drop-of-blood', 'blood-cell'],
  coast: ['desert-island'],
  classroom: ['school'],
  night: ['star', 'crescent-moon'],
  space: ['star'],
};

/** Listed among the feelings by the icons, but things or beings like any other. */
const BODILESS = new Set('robot alien ghost red-heart skull bomb alien-monster'.split(' '));

const PREPOSITIONS = new Set(
  `in on under over above below behind beside near at with of into inside through past across around from between among beneath
  en sobre bajo con im in auf unter uber mit hinter neben dans sur sous avec derriere`.split(/\s+/),
);

/**
 * Reads a visual: its motifs (hero first), place, time and mood. A character's name stands for its appearance, so the
 * same character is the same motif in every scene. Never fails; a text that says nothing gives no motif. A language's words
 * are loaded when its first text is read.
 */
export async function readVisual(visual: string, characters: readonly Character[]): Promise<Reading> {
  const text = withAppearances(visual, characters);
  const [, said, subject] = WITH_SUBJECT.exec(text.trim()) ?? [];
  if (said === undefined || subject === undefined) return read(text);
  const own = await read(said);
  const shows = own.motifs.length > 0 || own.setting !== 'abstract' || own.mood !== undefined;
  return shows || own.quantity !== undefined ? own : read(text);
}

/** "It has three of them. (The octopus)": what a short sentence is about, for when it shows nothing itself. */
const WITH_SUBJECT = /^(\S.*?[.!?…。！？।؟])\s*[(（]([^()（）]+)[)）]$/su;

async function read(text: string): Promise<Reading> {
  const chinese = isChinese(text);
  const language = await languageOf(text);
  const words = await tag(text, language);
  const wordSet = new Set(words.flatMap(({ text: word, written, lemma }) => [word, written, lemma]));
  const says = (set: ReadonlySet<string>): boolean =>
    chinese
      ? [...set].some((cue) => isChinese(cue) && text.includes(cue))
      : [...wordSet].some((word) => set.has(word));

  const votes = settingVotes(words, text, language);
  const named = findMotifs(words, text, language).filter(({ at }) => !isAbsent(words, at));
  const isPlaced = [...votes.values()].some((vote) => vote >= 2);
  const quantity = quantityOf(text, words);
  const isAside = named.length === 0 && !isPlaced && quantity === undefined;
  const found = isAside ? findAsides(words, text, language).filter(({ at }) => !isAbsent(words, at)) : named;
  const things = found.filter(({ at }) => !isCompared(words, at));
  const merged = new Map<string, { motif: Motif; score: number }>();
  // What something is older or faster than is drawn only if there is nothing else.
  (things.length > 0 ? things : found).forEach(({ name, at, length }, order) => {
    const known = merged.get(name);
    const count = isAside ? 1 : countBefore(words, at);
    const tint = colourBeside(words, at, length, language);
    if (known) {
      const repeated = says(cues.GIVING) ? 2 : known.motif.count;
      merged.set(name, {
        ...known,
        motif: { name, count: Math.max(known.motif.count, count, repeated), tint: known.motif.tint ?? tint },
      });
    } else
      merged.set(name, {
        motif: { name, count, tint },
        score: standing(name, order, words[at - 1]?.text, words[at - 2]?.text),
      });
  });
  const everything = [...merged.values()].sort((a, b) => b.score - a.score).map(({ motif }) => motif);
  // A clock stands beside something else only for a length of time that is told.
  const ranked = everything.filter(
    ({ name }, index) => index === 0 || name !== 'alarm-clock' || quantity?.kind === 'time',
  );

  ranked.forEach(({ name }, index) => {
    const home = isAside ? undefined : homeOf(name);
    // People are at home anywhere.
    if (home) votes.set(home, (votes.get(home) ?? 0) + (index > 0 ? 0.5 : isPerson(name) ? 0.9 : 1.5));
  });
  const compared = says(cues.COMPARED) && ranked.length > 1;
  const [most] = [...votes].sort((a, b) => b[1] - a[1]);
  // A weak word alone ("a path", "a game") calls no place.
  const called = most && most[1] >= (ranked.length > 0 ? 0.9 : 2) ? most[0] : 'abstract';
  const setting = compared ? 'versus' : inItsElement(ranked[0]?.name, called, says(cues.SURFACING));
  const shown = SHOWN[setting] ?? [];
  const beside = SHOWN_BESIDE[setting] ?? [];
  const motifs = ranked
    .filter(
      ({ name }, index) =>
        !shown.includes(name) &&
        !(index > 0 && beside.includes(name)) &&
        !(index > 0 && (name === 'star' || name === 'glowing-star')) &&
        !(index > 0 && name === 'bed' && setting !== 'bedroom') &&
        !(says(cues.ASLEEP) && (name === 'zzz' || (index > 0 && name === 'thought-balloon'))) &&
        !(ranked.length > 1 && name === 'thinking-face'),
    )
    .map((motif) => asShown(motif, setting, says(cues.ASLEEP)))
    .map((motif) => (says(cues.FALLING) ? fallen(motif) : motif))
    .filter(({ name }, _, shown) => name !== 'bed' || shown[0]?.name !== 'person-in-bed')
    .slice(0, 4);

  return {
    motifs,
    setting,
    time:
      says(cues.NIGHT) || motifs[0]?.name === 'crescent-moon'
        ? 'night'
        : says(cues.DUSK)
          ? 'dusk'
          : undefined,
    mood: moodOf(text, words),
    quantity,
    // What never stops goes on.
    still: says(cues.STILL) && !says(cues.ABSENT) && !wordSet.has('never'),
    fast: says(cues.FAST) && !says(cues.PEACEFUL),
    asleep: says(cues.ASLEEP),
    thinking: says(cues.THINKING),
    idea: says(cues.IDEA),
    loving: says(cues.LOVING),
    carrying: says(cues.CARRYING),
    giving: says(cues.GIVING),
    compared,
    framed: says(cues.FRAMED),
    glowing: says(cues.GLOWING),
    words: new Set([...wordSet, ...(chinese ? pairs(text) : [])]),
  };
}

function withAppearances(visual: string, characters: readonly Character[]): string {
  let text = visual;
  for (const { name, appearance } of characters) {
    if (name.trim() !== '' && text.includes(name)) text = text.replaceAll(name, appearance);
  }
  return text;
}

function standing(
  name: string,
  order: number,
  before: string | undefined,
  twoBefore: string | undefined,
): number {
  const category = emojiCategories().get(name);
  const living = category === 'Animals & Nature' || category === 'People & Body';
  const feeling = (category === 'Smileys & Emotion' && !BODILESS.has(name)) || category === 'Symbols';
  const kind = BACKDROP_MOTIFS.has(name) ? 1 : living ? 3 : feeling ? 1.7 : 2.6;
  const aside = PREPOSITIONS.has(before ?? '') || PREPOSITIONS.has(twoBefore ?? '');
  return kind - order * 0.7 - (aside && order > 0 ? 0.8 : 0) + (order === 0 && !feeling ? 0.8 : 0);
}

function isAbsent(words: readonly Tagged[], at: number): boolean {
  return [1, 2].some((back) => cues.ABSENT.has(words[at - back]?.text ?? ''));
}

function fallen(motif: Motif): Motif {
  return motif.name === 'chart-increasing' ? { ...motif, name: 'chart-decreasing' } : motif;
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.flatMap((_, index) => [
    characters.slice(index, index + 2).join(''),
    characters.slice(index, index + 3).join(''),
  ]);
}
