import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { mediaFiles, put, short, workplace } from '../command.ts';

describe('npm run short: an ffmpeg that lacks a filter', () => {
  it('is refused at the start by the name of the filter, not in the middle of the sound', async () => {
    const place = workplace();
    const real = Ffmpeg.locate(undefined, '').path;
    const poor = join(
      place.folder,
      await put(
        place,
        'poor-ffmpeg',
        `#!/bin/sh\ncase "$*" in *-filters*) '${real}' "$@" | grep -vw highpass ;; *) exec '${real}' "$@" ;; esac\n`,
      ),
    );
    await chmod(poor, 0o755);
    const { code, stdout, stderr } = await short(place, ['honey'], { env: { FFMPEG_PATH: poor } });
    expect(stderr).to.equal(
      `The ffmpeg at ${poor} lacks filter highpass; set FFMPEG_PATH to a full build.\n`,
    );
    expect(code).to.equal(1);
    expect(stdout).to.equal('');
    expect(await mediaFiles(place)).to.deep.equal([]);
  });
});
