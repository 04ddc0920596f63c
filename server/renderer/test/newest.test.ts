import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { configureOptions } from '../scripts/ffmpeg-configure.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { newestOf, whichIsUsed } from '../ffmpeg/newest.ts';
import { readFile } from 'node:fs/promises';

const BUNDLED = Ffmpeg.locate(undefined, '').path;

describe('the ffmpeg for untrusted files', () => {
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'newest-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  /** The bundled one, which says to be of another version. */
  async function ofVersion(codec: string, year: number, lacks = 'nothing'): Promise<Ffmpeg> {
    const file = join(folder, `ffmpeg-${codec}`);
    const version = `ffmpeg version ${codec} Copyright (c) 2000-${year} the FFmpeg developers`;
    const script = `#!/bin/sh\necho "$*" >> '${file}.asked'\ncase "$*" in
      *-version*) printf '%s\\n' '${version}' 'libavcodec     ${codec} / ${codec}' ;;
      *-filters*) '${BUNDLED}' "$@" | grep -vw ${lacks} ;;
      *) exec '${BUNDLED}' "$@" ;;\nesac\n`;
    await writeFile(file, script);
    await chmod(file, 0o755);
    return new Ffmpeg(file);
  }

  it('is the newest that can do everything, and the sentence says which and how old', async () => {
    const old = await ofVersion('58. 42.100', 2018);
    const newer = await ofVersion('62.  1.100', 2026);
    const poor = await ofVersion('63.  9.100', 2027, 'highpass');
    const { ffmpeg, about } = await newestOf([old, newer, poor, new Ffmpeg('/nowhere/ffmpeg')]);
    expect(ffmpeg).to.equal(newer);
    expect(whichIsUsed(await old.about(), about)).to.match(
      /^Made with ffmpeg 58\. of 2018 \(\S+ 42\.100\); music that is brought along is read by ffmpeg 62\. of 2026 \(.+\)\.$/,
    );
    expect(whichIsUsed(about, about)).to.not.include('music');
  });

  it('is looked for with few starts: of the others only the version is asked, and what one can do once', async () => {
    const [old, newer] = [await ofVersion('58. 1.100', 2018), await ofVersion('62.  3.100', 2026)];
    await Promise.all([newer.check(), newer.check()]);
    await newestOf([newer, old]);
    const asked = async ({ path }: Ffmpeg): Promise<string[]> =>
      (await readFile(`${path}.asked`, 'utf8')).trim().split('\n');
    expect(await asked(old)).to.deep.equal(['-version']);
    const lists = (await asked(newer)).filter((args) => args !== '-version');
    expect(lists).to.have.length(new Set(lists).size);
  });
});

describe('the ffmpeg of the image', () => {
  it('is built with what the plans use', async () => {
    const written = await readFile(new URL('../ffmpeg.configure', import.meta.url), 'utf8');
    expect(written).to.equal(`${configureOptions().join('\n')}\n`);
  });
});
