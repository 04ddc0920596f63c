import type { Voice } from '../api/script.ts';

/** A voice, as far as its language and name go. */
type Speaker = Pick<Voice, 'label' | 'languages'>;

interface Spoken {
  readonly tag: string;
}

/** What can be spoken here, by whom; the best voice of a language stands before its others. */
interface Speaking {
  readonly languages: readonly Spoken[];
  readonly voices: readonly Voice[];
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
export function voicesFor<V extends Speaker>(voices: readonly V[], tag: string): V[] {
  return voices
    .filter((voice) => speaks(voice, tag))
    .sort((a, b) => Number(b.languages.includes(tag)) - Number(a.languages.includes(tag)));
}

export function speaks(voice: Pick<Speaker, 'languages'>, tag: string): boolean {
  return voice.languages.some((spoken) => primaryOf(spoken) === primaryOf(tag));
}

/** "Nora, warm" → "Nora". */
export function nameOf(voice: Speaker): string {
  return voice.label.split(',')[0] ?? voice.label;
}

/**
 * The offered tag for a language that was found in a text: 'en' → 'en-GB' where only regions are offered, and the first
 * voice of English is British.
 */
export function offeredTag({ languages, voices }: Speaking, tag: string): string | undefined {
  const offered = offeredLanguages(languages);
  const exact = offered.find((each) => each.tag === tag);
  if (exact) return exact.tag;
  const regions = offered.filter((each) => primaryOf(each.tag) === primaryOf(tag));
  const first = voices.find((voice) => speaks(voice, tag));
  return (regions.find((each) => first?.languages.includes(each.tag)) ?? regions[0])?.tag;
}

/** The language where a text does not say one: English, else the first that is offered. */
export function defaultLanguage(options: Speaking): string {
  return offeredTag(options, 'en') ?? options.languages[0]?.tag ?? 'en-GB';
}
