import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { EMOJI_FILES } from '../captions/emoji.ts';
import { FACES, fontPath } from '../captions/fonts.ts';
import { KERNEL_FILE } from '../kernel/kernel.ts';
import { LOOK } from './look.ts';

const require = createRequire(import.meta.url);

/** What paints clips from their plans. Plain data: two that are equal paint the same pixels on the same machine. */
export interface Painter {
  readonly look: typeof LOOK;
  /** Version of the library that paints captions. */
  readonly canvas: string;
  /** SHA-256 of each installed file that pixels come from: the kernel, fonts and emoji. */
  readonly files: Readonly<Record<string, string>>;
}

/** The painter of this process. Reads 36 MB of fonts and emoji; `painterAddress` does so once. */
export async function readPainter(): Promise<Painter> {
  const paths: readonly (readonly [name: string, path: string | URL])[] = [
    ['kernel', KERNEL_FILE],
    ...FACES.map((face) => [`${face.pack}/${face.file}`, fontPath(face)] as const),
    ...EMOJI_FILES.map((file) => [file, require.resolve(file)] as const),
  ];
  const files: Record<string, string> = {};
  // One after the other, so that one file is in memory at a time; hashed beside the event loop.
  for (const [name, path] of paths) files[name] = await sha256(await readFile(path));
  const { version } = require('@napi-rs/canvas/package.json') as { version: string };
  return { look: LOOK, canvas: version, files };
}

/** SHA-256 of a painter in hex: changes with whatever changes of it. */
export function addressOf(painter: Painter): Promise<string> {
  return sha256(Buffer.from(JSON.stringify(painter)));
}

let known: Promise<string> | undefined;

/** The address of this process's painter, read when it is first asked for and not again unless that failed. */
export function painterAddress(): Promise<string> {
  known ??= readPainter()
    .then(addressOf)
    .catch((error: unknown) => {
      known = undefined;
      throw error;
    });
  return known;
}

async function sha256(bytes: Uint8Array): Promise<string> {
  return Buffer.from(await crypto.subtle.digest('SHA-256', bytes)).toString('hex');
}
