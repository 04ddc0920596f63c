import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CAPTION_LOOK } from '@shortfactory/core';
import { expect } from 'chai';

const assets = fileURLToPath(new URL('../../build/client/assets/', import.meta.url));

describe('the style sheet that browsers get', () => {
  it('marks words in the colours of the captions in the videos', async () => {
    const names = (await readdir(assets)).filter((name) => name.endsWith('.css'));
    const sheets = await Promise.all(names.map((name) => readFile(`${assets}${name}`, 'utf8')));
    const valueOf = (name: string): (string | undefined)[] =>
      sheets.flatMap((sheet) =>
        [...sheet.matchAll(new RegExp(`${name}:\\s*([^;}]+)`, 'g'))].map(([, value]) => value),
      );
    const { mark, onMark } = CAPTION_LOOK.colours;
    expect(valueOf('--mark')).to.deep.equal([mark]);
    expect(valueOf('--on-mark')).to.deep.equal([onMark]);
    expect(sheets.join(''), 'every name is replaced').not.to.contain('caption-colour');
  });
});
