import type { Voice } from '../api/script.ts';

interface Spoken {
  readonly tag: string;
}

/** 'en-GB' → 'en'. */
export function primaryOf(tag: string): string {
  return (tag.split('-')[0] ?? tag).toLowerCase();
}

/**
 * The languages to choose from. The API names every tag of every voice; where one region is the only one the language
 * alone is offered, and where there are several, those instead of it.
 */
export function offeredLanguages<L extends Spoken>(languages: readonly L[]): L[] {
  return languages.filter(({ tag }) => {
    const regions = languages.filter(
      (other) => other.tag !== other.tag.split('-')[0] && primaryOf(other.tag) === primaryOf(tag),
    );
    const bare = languages.some((other) => other.tag === primaryOf(tag));
    return tag === primaryOf(tag) ? regions.length < 2 : regions.length > 1 || !bare;
  });
}

/** The voices that speak a language, those of the very region first. */
export function voicesFor(voices: readonly Voice[], tag: string): Voice[] {
  return voices
    .filter((voice) => speaks(voice, tag))
    .sort((a, b) => Number(b.languages.includes(tag)) - Number(a.languages.includes(tag)));
}

export function speaks(voice: Voice, tag: string): boolean {
  return voice.languages.some((spoken) => primaryOf(spoken) === primaryOf(tag));
}

/** "Nora, warm" → "Nora". */
export function nameOf(voice: Voice): string {
  return voice.label.split(',')[0] ?? voice.label;
}

/** The offered tag for a language that was found in a text: 'en' → 'en-GB' where only regions are offered. */
export function offeredTag(languages: readonly Spoken[], tag: string): string | undefined {
  const offered = offeredLanguages(languages);
  return (offered.find((each) => each.tag === tag) ?? preferred(offered, tag))?.tag;
}

/** The language where a text does not say one: English, else the first that is offered. */
export function defaultLanguage(languages: readonly Spoken[]): string {
  return offeredTag(languages, 'en') ?? languages[0]?.tag ?? 'en-GB';
}

/** Of several regions, the one that comes first in the alphabet is as good as any, but for English the product's own. */
function preferred(offered: readonly Spoken[], tag: string): Spoken | undefined {
  const regions = offered.filter((each) => primaryOf(each.tag) === primaryOf(tag));
  return regions.find((each) => each.tag === 'en-GB') ?? regions[0];
}
