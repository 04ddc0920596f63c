import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { NAMES_FILE } from '../illustrator/analysis/names.ts';
import { cldrLanguages } from '../scripts/names/cldr.ts';
import { namesLine } from '../scripts/names/line.ts';

describe('names.jsonl', () => {
  it('is what the installed CLDR says of the icons (npm run names -w @shortfactory/offline)', async () => {
    const lines = (await readFile(NAMES_FILE, 'utf8')).trim().split('\n');
    const languages = lines.map((line) => (JSON.parse(line) as [string])[0]);
    expect(cldrLanguages()).to.include.members(languages);
    for (const language of ['ar', 'ko', 'pt', 'ru', 'sw'])
      expect(lines[languages.indexOf(language)], language).to.equal(namesLine(language));
  });
});
