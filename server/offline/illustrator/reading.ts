import { detectLanguage } from '@shortfactory/core';
import type { Character } from '@shortfactory/core';
import { emojiCategories } from '../emoji-art.ts';
import type { SettingName } from './settings/index.ts';
import type { TimeOfDay } from './settings/setting.ts';
import * as cues from './words/cues.ts';
import { asShown, inItsElement, isPerson } from './shown.ts';
import { DETERMINERS } from './words/blocked.ts';
import { findMotifs } from './words/lexicon.ts';
import { homeOf, settingVotes } from './words/places.ts';
import { HAN, plain, tokens, wordForms } from './words/text.ts';

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
  footprints warning collision sparkles dashing-away alarm-clock thought-balloon zzz scroll oven`.split(
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
 * same character is the same motif in every scene. Never fails; a text that says nothing gives no motif.
 */
export function readVisual(visual: string, characters: readonly Character[]): Reading {
  const text = withAppearances(visual, characters);
  const language = languageOf(text);
  const chinese = HAN.test(text);
  const words = chinese ? [...plain(text)] : tokens(text);
  const wordSet = new Set(words.flatMap((word) => wordForms(word)));
  const says = (set: ReadonlySet<string>): boolean =>
    chinese
      ? [...set].some((cue) => HAN.test(cue) && text.includes(cue))
      : [...wordSet].some((word) => set.has(word));

  const found = findMotifs(text, language).filter(({ at }) => !isAbsent(words, at));
  const votes = settingVotes(text, language);
  const merged = new Map<string, { motif: Motif; score: number }>();
  found.forEach(({ name, at, length }, order) => {
    const known = merged.get(name);
    const count = countBefore(words, at);
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
        score: standing(name, order, words[at - 1], words[at - 2]),
      });
  });
  const ranked = [...merged.values()].sort((a, b) => b.score - a.score).map(({ motif }) => motif);

  ranked.forEach(({ name }, index) => {
    const home = homeOf(name);
    // People are at home anywhere.
    if (home) votes.set(home, (votes.get(home) ?? 0) + (index === 0 && !isPerson(name) ? 1.5 : 0.5));
  });
  const compared = says(cues.COMPARED) && ranked.length > 1;
  const called = [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'abstract';
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
    still: says(cues.STILL),
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
    words: new Set([...words, ...wordSet, ...(chinese ? pairs(text) : [])]),
  };
}

/** A few words without an article can be of any Latin language: then the one whose nouns they are. */
function languageOf(text: string): string {
  const detected = detectLanguage(text);
  const words = tokens(text);
  if (detected !== 'en' || words.length > 6 || findMotifs(text, 'en').length > 0) return detected;
  if (words.some((word) => DETERMINERS.has(word) || ['in', 'on', 'is', 'are', 'and', 'to'].includes(word)))
    return detected;
  return ['es', 'de', 'fr'].find((language) => findMotifs(text, language).length > 0) ?? detected;
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

function isAbsent(words: readonly string[], at: number): boolean {
  return [1, 2].some((back) => cues.ABSENT.has(words[at - back] ?? ''));
}

function countBefore(words: readonly string[], at: number): number {
  for (let back = 1; back <= 3; back++) {
    const word = words[at - back] ?? '';
    const count = cues.NUMBERS.get(word);
    if (count !== undefined) return count;
    if (/^\d+$/.test(word)) return Math.min(5, Math.max(1, Number(word)));
    if (['a', 'an', 'the', 'and'].includes(word)) return 1;
  }
  return 1;
}

/** English, German, Hindi and Chinese put the colour before the noun; Spanish, French and Arabic after it. */
function colourBeside(
  words: readonly string[],
  at: number,
  length: number,
  language: string,
): string | undefined {
  const after = ['es', 'fr', 'ar'].includes(language);
  const places = after ? [at + length, at - 1] : [at - 1, at - 2];
  for (const place of places) {
    const word = words[place] ?? '';
    for (const form of wordForms(word)) {
      const colour = cues.COLOURS.get(form);
      if (colour !== undefined) return colour;
    }
    // A word between ("red and fast fox") does not matter, a noun between does; one step further is far enough.
  }
  return undefined;
}

function pairs(text: string): string[] {
  const characters = [...text];
  return characters.flatMap((_, index) => [
    characters.slice(index, index + 2).join(''),
    characters.slice(index, index + 3).join(''),
  ]);
}
