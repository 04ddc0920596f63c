import { writeFileSync } from 'node:fs';
import { NAMES_FILE } from '../illustrator/analysis/names.ts';
import { cldrLanguages } from './names/cldr.ts';
import { namesLine } from './names/line.ts';

/** Writes what the icons are called in the languages of CLDR, a line of JSON each, to illustrator/analysis/names.jsonl. */
const lines = cldrLanguages()
  .map(namesLine)
  .filter((line) => line !== undefined);
writeFileSync(NAMES_FILE, `${lines.join('\n')}\n`);
process.stdout.write(`${NAMES_FILE.pathname}: ${lines.length} languages\n`);
