import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from 'chai';
import { FsObjectStore } from '../../../server/src/adapters/object-store/fs.ts';
import { InputInvalid } from '../../../server/src/domain/errors.ts';
import { putUpload, readScript } from '../../short/input.ts';
import { readOptions } from '../../short/options.ts';
import { prepareOutput } from '../../short/output.ts';
import { badFiles, CASES } from '../bad-input.ts';
import { leftovers, mediaFiles, put, short, twoAtATime, workplace } from '../command.ts';
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
    await twoAtATime(
      CASES.filter(({ early }) => !early),
      async ({ name, args, options }) => ended.set(name, await short(place, args, options)),
    );
  });

  for (const { name, args, says, early, code = 2 } of CASES) {
    if (early) {
      it(`${name}: one clear sentence`, async () => {
        const error = await refusal(place, args);
        expect(error).to.be.instanceOf(InputInvalid);
        expect((error as InputInvalid).message).to.match(says);
      });
      continue;
    }
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

/** What the command does first, up to the point where it would begin to work. */
async function refusal(place: Workplace, args: readonly string[]): Promise<unknown> {
  const store = new FsObjectStore(place.dataDir);
  try {
    const { script, music, out, language } = readOptions(args);
    await prepareOutput(out, place.folder);
    if (music !== undefined) await putUpload('--music', music, place.folder, store, 'music');
    if (script !== undefined) await readScript(script, place.folder, store, language);
    return undefined;
  } catch (error) {
    return error;
  }
}
