import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CAPTION_LOOK } from '@shortfactory/core';
import { expect } from 'chai';

const assets = fileURLToPath(new URL('../../build/client/assets/', import.meta.url));

describe('the style sheets that browsers get', () => {
  it('mark words in the colours of the captions in the videos', async () => {
    const names = (await readdir(assets)).filter((name) => name.endsWith('.css'));
    const sheets = await Promise.all(names.map((name) => readFile(`${assets}${name}`, 'utf8')));
    /** Pages with a sheet of their own say it, too. */
    const valuesOf = (name: string): (string | undefined)[] => [
      ...new Set(
        sheets.flatMap((sheet) =>
          [...sheet.matchAll(new RegExp(`${name}:\\s*([^;}]+)`, 'g'))].map(([, value]) => value),
        ),
      ),
    ];
    const { mark, onMark } = CAPTION_LOOK.colours;
    expect(valuesOf('--mark')).to.deep.equal([mark]);
    expect(valuesOf('--on-mark')).to.deep.equal([onMark]);
    expect(sheets.join(''), 'every name is replaced').not.to.contain('caption-colour');
  });
});
