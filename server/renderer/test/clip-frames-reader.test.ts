import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'chai';
import { ClipFramesReader } from '../clips/clip-frames-reader.ts';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';

const { signal } = new AbortController();
const READERS = 10;
const FRAME_BYTES = 1080 * 1920 * 1.5;

describe('frames of a clip', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  let folder: string;
  let clip: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'clip-frames-'));
    clip = join(folder, 'clip.mp4');
    const film = '-v error -f lavfi -i testsrc2=s=1080x1920:r=30:d=2 -c:v libx264 -preset ultrafast -bf 0';
    await promisify(execFile)(ffmpeg.path, [...film.split(' '), '-pix_fmt', 'yuv420p', clip]);
  });
  after(() => rm(folder, { recursive: true }));

  const pipes = (): number =>
    process.getActiveResourcesInfo().filter((resource) => resource === 'PipeWrap').length;

  it('keep no pipe open when they are not read to their end', async () => {
    const before = pipes();
    const readers = Array.from({ length: READERS }, () => new ClipFramesReader(ffmpeg, clip, '9:16', signal));
    for (const reader of readers) expect(await reader.frame(0)).to.have.length(FRAME_BYTES);
    // By now the first ones have filled their pipes with what comes after.
    for (const reader of readers) await reader.close();
    // Handles close in turns of the loop of their own.
    for (let turn = 0; turn < 100 && pipes() > before; turn++) await new Promise(setImmediate);
    expect(pipes()).to.equal(before);
  });
});
