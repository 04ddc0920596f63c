import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { path as ffmpeg } from '@ffmpeg-installer/ffmpeg';
import { LOOKS } from '@shortfactory/contract';
import { CAPTION_STYLES } from '@shortfactory/core';

/**
 * Makes public/looks: what the pickers show of each look and each style of captions. Frames of shorts that the product
 * itself makes, at the third word, small.
 */
const SCENE = {
  narration: 'Octopuses have three hearts.',
  visual: 'An orange octopus in deep blue water, three hearts floating above it.',
};
const THIRD_WORD_SECONDS = '1.4';
const looks = fileURLToPath(new URL('../public/looks/', import.meta.url));
const root = fileURLToPath(new URL('../../', import.meta.url));

const wanted = {
  ...LOOKS,
  ...Object.fromEntries(
    Object.keys(CAPTION_STYLES).map((style) => [`captions-${style}`, { version: 1, captions: { style } }]),
  ),
};
await mkdir(looks, { recursive: true });
const scratch = await mkdtemp(join(tmpdir(), 'looks-'));
const script = join(scratch, 'script.json');
await writeFile(script, JSON.stringify({ title: 'Three hearts', language: 'en-GB', scenes: [SCENE] }));
for (const [name, look] of Object.entries(wanted)) {
  const [file, film] = [join(scratch, `${name}.json`), join(scratch, `${name}.mp4`)];
  // At one pace, so that each shows the same word.
  await writeFile(file, JSON.stringify({ ...look, speed: 1 }));
  const args = ['--script', script, '--voice', 'nora', '--look', file, '--out', film];
  execFileSync('npm', ['run', '-s', 'short', '--', ...args], { cwd: root });
  const frame = [
    '-ss',
    THIRD_WORD_SECONDS,
    '-i',
    film,
    '-frames:v',
    '1',
    '-vf',
    'scale=176:312',
    '-q:v',
    '4',
  ];
  execFileSync(ffmpeg, ['-v', 'error', '-y', ...frame, `${looks}${name}.jpg`]);
}
await rm(scratch, { recursive: true });
