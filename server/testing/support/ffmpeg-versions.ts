import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ffmpeg } from '@shortfactory/renderer';

/** Where .ci/ffmpeg-versions puts what it finds. */
const FETCHED = fileURLToPath(new URL('../../../node_modules/.cache/ffmpeg-versions/', import.meta.url));

/** Every ffmpeg on this machine that the plans can be tried with: the PATH's, the bundled one, and fetched ones. */
export function ffmpegVersions(): Ffmpeg[] {
  const path = process.env['PATH'] ?? '';
  return [...Ffmpeg.all(undefined, path), ...fetched().map((file) => new Ffmpeg(`${FETCHED}${file}`, path))];
}

function fetched(): string[] {
  try {
    return readdirSync(FETCHED);
  } catch {
    return [];
  }
}
