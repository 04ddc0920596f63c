import { mkdtemp, rm, stat } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { ROOT } from '@shortfactory/command-line';

/**
 * Makes docs/pictures/teaser.webp, what README's first screen shows: the beginnings of three shorts beside each other,
 * made by the product as anybody makes them. Needs an ffmpeg that writes WebP, as the one that npm installs does.
 */
const SHORTS = [
  ['Why the sky is blue', 'newsstand'],
  ['How does a lighthouse work?', 'midnight'],
  ['Why octopuses have three hearts', 'field-notes'],
] as const;
const OUT = `${ROOT}docs/pictures/teaser.webp`;
const [FROM_SECONDS, SECONDS, FPS] = [0.5, 6, 12];
const [WIDTH, GAP] = [240, 12];
const MOST_BYTES = 2e6;

const folder = await mkdtemp(join(tmpdir(), 'teaser-'));
try {
  const files: string[] = [];
  for (const [topic, look] of SHORTS) {
    const file = join(folder, `${look}.mp4`);
    const args = ['--seconds', '15', '--look', look, '--out', file];
    await execa('npm', ['run', '--silent', 'short', '--', topic, ...args], { cwd: ROOT });
    files.push(file);
  }
  const cut = files.map((file) => ['-ss', String(FROM_SECONDS), '-t', String(SECONDS), '-i', file]).flat();
  const each = files.map(
    (_, i) =>
      `[${i}:v]fps=${FPS},scale=${WIDTH}:-2,format=rgba,pad=iw+${i + 1 < files.length ? GAP : 0}:ih:0:0:black@0[v${i}]`,
  );
  const beside = `${files.map((_, i) => `[v${i}]`).join('')}hstack=${files.length}[all]`;
  const { path } = createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg') as { path: string };
  const coder = ['-c:v', 'libwebp', '-quality', '60', '-compression_level', '6', '-loop', '0', '-an'];
  const filter = [...each, beside].join(';');
  await execa(path, [...cut, '-filter_complex', filter, '-map', '[all]', ...coder, '-y', OUT]);
} finally {
  await rm(folder, { recursive: true, force: true });
}
const { size } = await stat(OUT);
process.stdout.write(`${OUT}: ${(size / 1e6).toFixed(2)} MB\n`);
if (size > MOST_BYTES) throw new Error(`at most ${MOST_BYTES / 1e6} MB were expected`);
