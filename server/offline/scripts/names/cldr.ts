import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { written } from '../../illustrator/analysis/text.ts';
import { BLOCKED } from '../../illustrator/words/blocked.ts';
import { emojiCategories, emojiOf } from '../../emoji-art.ts';
import { FACES, OTHER_WORDS, PIVOTS, STAND_INS } from './pivots.ts';

/**
 * What the icons are called in a language, by the names and keywords that Unicode's CLDR gives emoji (cldr-annotations-full,
 * Unicode-3.0): word or phrase → motif. A name calls its icon; a keyword only if the icons of one kind share it (what a red
 * and a green apple have in common is the word for apple), as the other keywords are what comes to mind beside a thing.
 */
export function cldrNames(language: string): Map<string, string> {
  const names = new Map<string, string>();
  const annotations = read(language);
  const keywordsOf = new Map<string, ReadonlySet<string>>();
  const ttsOf = new Map<string, string>();
  const uses = new Map<string, number>();
  for (const [emoji, { default: keywords = [], tts = [] }] of Object.entries(annotations)) {
    const icon = emojiOf(emoji);
    if (icon === undefined) continue;
    const words = new Set([...keywords, ...tts].map((word) => written(word)));
    keywordsOf.set(icon, words);
    for (const word of words) uses.set(word, (uses.get(word) ?? 0) + 1);
    const motif = STAND_INS.get(icon) ?? icon;
    const name = written(tts[0] ?? '');
    ttsOf.set(icon, name);
    if (name !== '' && name.split(' ').length <= 3 && mayBeNamed(motif) && !names.has(name))
      names.set(name, motif);
  }
  const claimed = new Map<string, string | undefined>();
  for (const [motif, siblings] of PIVOTS) {
    const of = (icon: string): ReadonlySet<string> => keywordsOf.get(icon) ?? new Set<string>();
    const [first, ...others] = siblings.filter((icon) => !icon.startsWith('-')).map(of);
    const unlike = siblings.filter((icon) => icon.startsWith('-')).map((icon) => of(icon.slice(1)));
    for (const word of first ?? []) {
      // What many icons share ("fruit", "animal") is the name of none, nor is what two kinds share ("sky").
      if ((uses.get(word) ?? 0) > MOST_USES || !others.every((keywords) => keywords.has(word))) continue;
      if (unlike.some((keywords) => keywords.has(word))) continue;
      claimed.set(word, claimed.has(word) ? undefined : motif);
    }
  }
  for (const [word, motif] of claimed) if (motif !== undefined) names.set(word, motif);
  for (const icon of FACES) {
    const parts = (ttsOf.get(icon) ?? '').split(' ');
    for (const word of keywordsOf.get(icon) ?? []) {
      // "Fox" and "head of a fox" begin alike; "sly" and "forest" do not.
      const alike = parts.some((part) => part.slice(0, ALIKE) === word.slice(0, ALIKE));
      if (alike && !word.includes(' ') && (uses.get(word) ?? 0) <= 5 && !names.has(word))
        names.set(word, icon);
    }
  }
  for (const word of OTHER_WORDS[language] ?? []) names.delete(word);
  return names;
}

const MOST_USES = 16;
const ALIKE = 3;

interface Annotation {
  readonly default?: readonly string[];
  readonly tts?: readonly string[];
}

const require = createRequire(import.meta.url);
const ANNOTATIONS = `${dirname(require.resolve('cldr-annotations-full/package.json'))}/annotations`;

/** The languages that CLDR names emoji in, without those of a region or a script. */
export function cldrLanguages(): string[] {
  return readdirSync(ANNOTATIONS)
    .filter((name) => /^[a-z]{2,3}$/.test(name) && name !== 'und')
    .sort();
}

function read(language: string): Readonly<Record<string, Annotation>> {
  const file = readFileSync(`${ANNOTATIONS}/${language}/annotations.json`, 'utf8');
  const { annotations } = JSON.parse(file) as {
    annotations: { annotations?: Record<string, Annotation> };
  };
  return annotations.annotations ?? {};
}

const NAMED = new Set(['Animals & Nature', 'Food & Drink', 'Objects', 'Travel & Places', 'Activities']);
const PERSONS = new Set('man-standing woman-standing person-standing child-standing baby people'.split(' '));

function mayBeNamed(icon: string): boolean {
  if (PERSONS.has(icon)) return true;
  return (
    NAMED.has(emojiCategories().get(icon) ?? '') &&
    !BLOCKED.has(icon) &&
    !/-(oclock|thirty|face|button)$/.test(icon)
  );
}
