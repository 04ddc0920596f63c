import { InputInvalid, lettersWithoutFont, primaryLanguage } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { writingOf } from './by-script.ts';
import { LATIN_LANGUAGES } from './by-words.ts';
import { SCRIPTS } from './data/scripts.ts';

/** Scripts that people call by another name than Unicode does. */
const NAMES: Readonly<Record<string, string>> = {
  Oriya: 'Odia',
  Nko: 'N’Ko',
  Han: 'Chinese',
  Canadian_Aboriginal: 'Canadian Aboriginal',
  Ol_Chiki: 'Ol Chiki',
};

/** Languages that are written in several scripts: their letters say nothing against them. */
const IN_SEVERAL = ['sr', 'bs', 'az', 'uz', 'kk', 'ky', 'mn', 'tg', 'ku', 'pa', 'ms', 'hi', 'ur'];

/** Throws InputInvalid at `where` for a text whose letters no font of the captions has: it would be boxes. */
export function refuseLetters(where: string, text: string): void {
  const [letter] = lettersWithoutFont(text);
  if (letter === undefined) return;
  const script = SCRIPTS.find((each) => new RegExp(`\\p{Script=${each.script}}`, 'u').test(letter))?.script;
  const what = script === undefined ? `letters such as “${letter}”` : `${nameOf(script)} letters`;
  throw new InputInvalid(where, `none of the caption fonts has ${what}`);
}

/**
 * Throws InputInvalid for a script that cannot be captioned, or that says a language whose voices cannot read its
 * letters: an English voice spells Khmer, letter for letter. `at` is put before the pointer of what is wrong.
 */
export function refuseUnreadable({ language, scenes }: Script, at = ''): void {
  scenes.forEach(({ narration }, index) => refuseLetters(`${at}/scenes/${index}/narration`, narration));
  const primary = primaryLanguage(language);
  const writing = writingOf(scenes.map(({ narration }) => narration).join('\n'));
  const usual = scriptsOf(primary);
  // Romanised Hindi or Arabic is read somehow, and a text may be full of names.
  if (
    !writing ||
    writing.script === 'Latin' ||
    usual.length === 0 ||
    IN_SEVERAL.includes(primary) ||
    usual.includes(writing.script)
  )
    return;
  const name = new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;
  throw new InputInvalid(
    `${at}/language`,
    `is ${name}, and the scenes are written in ${nameOf(writing.script)} letters; the language that they are in was expected`,
  );
}

function scriptsOf(primary: string): readonly string[] {
  if (['zh', 'yue'].includes(primary)) return ['Han'];
  if (primary === 'ja') return ['Japanese', 'Han'];
  return LATIN_LANGUAGES.includes(primary)
    ? ['Latin']
    : SCRIPTS.filter(({ language, others = [] }) => [language, ...others].includes(primary)).map(
        ({ script }) => script,
      );
}

function nameOf(script: string): string {
  return NAMES[script] ?? script;
}
