import { execFileSync } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The short that pictures of the pages are taken from: what it says, how the product makes it, and its moment. */
export const FIRST_SCENE = {
  narration: 'Octopuses have three hearts.',
  visual: 'An orange octopus in deep blue water, three hearts floating above it.',
};
const THIRD_WORD_SECONDS = '1.4';
const root = fileURLToPath(new URL('../../', import.meta.url));

/** Makes `<folder>/<name>.mp4` of a script; gives its path. */
export async function makeShort(
  script: object,
  folder: string,
  name: string,
  options: readonly string[] = [],
): Promise<string> {
  const [file, film] = [join(folder, `${name}-script.json`), join(folder, `${name}.mp4`)];
  await writeFile(file, JSON.stringify({ title: 'Three hearts', language: 'en-GB', ...script }));
  const args = ['--script', file, '--voice', 'nora', '--out', film, ...options];
  execFileSync('npm', ['run', '-s', 'short', '--', ...args], { cwd: root });
  return film;
}

/** Arguments of ffmpeg: a film's frame at the third word, `size` such as 552:982, quality 2 (best) to 31. */
export function thirdWord(film: string, size: string, quality: number): string[] {
  return [
    ...['-ss', THIRD_WORD_SECONDS, '-i', film],
    ...['-frames:v', '1', '-vf', `scale=${size}`, '-q:v', String(quality)],
  ];
}
