import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg';
import { LOOKS } from '@shortfactory/contract';
import { CAPTION_STYLES } from '@shortfactory/core';
import { FIRST_SCENE, makeShort, thirdWord } from './sample-short.ts';

/**
 * Makes public/looks: what the pickers show of each look and each style of captions. Frames of shorts that the product
 * itself makes, at the third word, small.
 */
const looks = fileURLToPath(new URL('../public/looks/', import.meta.url));

const wanted = {
  ...LOOKS,
  ...Object.fromEntries(
    Object.keys(CAPTION_STYLES).map((style) => [`captions-${style}`, { version: 1, captions: { style } }]),
  ),
};
await mkdir(looks, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), 'looks-'));
for (const [name, look] of Object.entries(wanted)) {
  const file = join(scratch, `${name}.json`);
  // At one pace, so that each shows the same word.
  await writeFile(file, JSON.stringify({ ...look, speed: 1 }));
  const film = await makeShort({ scenes: [FIRST_SCENE] }, scratch, name, ['--look', file]);
  execFileSync(ffmpeg, ['-v', 'error', '-y', ...thirdWord(film, '176:312', 4), `${looks}${name}.jpg`]);
}
await rm(scratch, { recursive: true });
