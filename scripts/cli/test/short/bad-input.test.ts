import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { badFiles, CASES } from '../bad-input.ts';
import { leftovers, mediaFiles, put, short, startShort, twoAtATime, workplace } from '../command.ts';
import type { Finished, Workplace } from '../command.ts';

describe('npm run short: bad input', () => {
  const ended = new Map<string, Finished>();
  let place: Workplace;
  let given: string[];

  before(async () => {
    place = workplace();
    await Promise.all(['folder', 'folder.mp4'].map((name) => mkdir(join(place.folder, name))));
    for (const [name, content] of Object.entries(badFiles())) await put(place, name, content);
    given = await mediaFiles(place);
    await twoAtATime(CASES, async ({ name, args, options, started }) => {
      const run = started ? startShort(place, args, options).finished : short(place, args, options);
      ended.set(name, await run);
    });
  });

  for (const { name, says, code = 2 } of CASES) {
    it(`${name}: one clear sentence, exit code ${code}`, () => {
      const { code: exit, stdout, stderr } = ended.get(name) as Finished;
      const said = stderr
        .trimEnd()
        .replace(/^(?:(?:Finding the story|Writing the script)(?: …|: done)\n)+/, '');
      expect(said).to.match(says);
      expect(exit).to.equal(code);
      expect(stdout).to.equal('');
    });
  }

  it('leaves nothing behind: no output, no half of one', async () => {
    const files = (await mediaFiles(place)).filter((name) => !given.includes(name));
    expect(files).to.deep.equal([]);
    expect(await leftovers(place)).to.deep.equal([]);
  });
});
