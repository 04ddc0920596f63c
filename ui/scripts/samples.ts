import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { IMAGE_STYLES } from '@shortfactory/core';
import { OfflineIllustrator } from '@shortfactory/offline';
import { FIRST_SCENE, makeShort, thirdWord } from './sample-short.ts';

/**
 * Makes public/samples: what the Create page shows of each style. A short that the product itself makes, small; the
 * moment of its third word as a picture; and the drawing alone for the picker. Needs ffmpeg on the PATH.
 */
const SCENES = [
  FIRST_SCENE,
  {
    narration: 'When they swim, one of them stops.',
    visual: 'An octopus swimming in the deep sea, bubbles.',
  },
];
const samples = fileURLToPath(new URL('../public/samples/', import.meta.url));
const ffmpeg = (...args: string[]): Buffer => execFileSync('ffmpeg', ['-v', 'error', '-y', ...args]);

const scratch = await mkdtemp(join(tmpdir(), 'samples-'));
for (const style of IMAGE_STYLES) {
  const film = await makeShort({ imageStyle: style, scenes: SCENES }, scratch, style);
  const small = [
    '-vf',
    'scale=540:960',
    '-c:v',
    'libx264',
    '-preset',
    'veryslow',
    '-crf',
    '31',
    '-pix_fmt',
    'yuv420p',
  ];
  ffmpeg(
    '-i',
    film,
    ...small,
    '-c:a',
    'aac',
    '-b:a',
    '48k',
    '-ac',
    '1',
    '-movflags',
    '+faststart',
    `${samples}${style}.mp4`,
  );
  ffmpeg(...thirdWord(film, '552:982', 6), `${samples}${style}.jpg`);
  const drawn = await new OfflineIllustrator().illustrate(
    { visual: SCENES[0]?.visual ?? '', imageStyle: style, characters: [], widthPx: 1080, heightPx: 1920 },
    AbortSignal.timeout(60_000),
  );
  const picture = join(scratch, `${style}.drawn.jpg`);
  await writeFile(picture, drawn.bytes);
  ffmpeg('-i', picture, '-vf', 'scale=176:312', '-q:v', '6', `${samples}${style}-small.jpg`);
}
await rm(scratch, { recursive: true });
