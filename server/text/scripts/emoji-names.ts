import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { EMOJI_NAMES_FILE } from '../emoji/emoji-names.ts';

/** The languages whose texts are told and spoken, as far as CLDR names emoji in them. */
const LANGUAGES =
  'af am ar az be bg bn bs ca cs cy da de el en es et eu fa fi fil fr ga gl gu he hi hr hu hy id is it ja ka kk km kn ko ky lo lt lv mk ml mn mr ms mt my ne nl no pa pl ps pt ro ru si sk sl sq sr sv sw ta te tg th tr uk ur uz vi yue zh';

const require = createRequire(import.meta.url);
const FOLDER = `${dirname(require.resolve('cldr-annotations-full/package.json'))}/annotations`;
type Annotations = Readonly<Record<string, { readonly tts?: readonly string[] }>>;

/** The lines of the file: the emoji, then each language's names of them in that order ("" where it has none). */
export function emojiNamesLines(): string[] {
  const emoji = Object.keys(namesIn('en')).filter((each) => /\p{Extended_Pictographic}/u.test(each));
  const lines = LANGUAGES.split(' ').map((language) => {
    const names = namesIn(language);
    return JSON.stringify([language, emoji.map((each) => names[each]?.tts?.[0] ?? '')]);
  });
  return [JSON.stringify(emoji), ...lines];
}

function namesIn(language: string): Annotations {
  const file = readFileSync(`${FOLDER}/${language}/annotations.json`, 'utf8');
  return (JSON.parse(file) as { annotations: { annotations: Annotations } }).annotations.annotations;
}

if (process.argv[1] === import.meta.filename)
  writeFileSync(EMOJI_NAMES_FILE, `${emojiNamesLines().join('\n')}\n`);
