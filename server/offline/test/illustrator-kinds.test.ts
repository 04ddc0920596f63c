import { readFile } from 'node:fs/promises';
import { expect } from 'chai';
import { KINDS_FILE } from '../illustrator/analysis/kinds.ts';
import { kindLines } from '../scripts/kinds/lines.ts';

describe('kinds.txt', () => {
  it('is what the installed WordNet says of our roots (npm run kinds -w @shortfactory/offline)', async () => {
    expect((await readFile(KINDS_FILE, 'utf8')).trim().split('\n')).to.deep.equal(kindLines());
  });
});
