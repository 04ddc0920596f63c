import { cp, mkdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EMOJI_FILES, FONT_FILES } from '@shortfactory/renderer';
import { nodeFileTrace } from '@vercel/nft';

/**
 * Copies what the built server needs of node_modules, file by file, to build/image: the bundle names the packages that
 * stay outside of it, and what those load is found by reading them. Fonts and other files that are found by name only
 * while it runs are listed here.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const OUT = `${ROOT}build/image/`;
const ENTRIES = [
  'build/server/main.js',
  'build/server/pipeline-process.js',
  'build/server/espeak-child.mjs',
  'build/server/picture-child.mjs',
];
const BY_NAME = [
  ...[...FONT_FILES, ...EMOJI_FILES].map((file) => `node_modules/${file}`),
  'node_modules/@iconify-json/fluent-emoji-flat/metadata.json',
  'node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.data',
];
const ROOT_OF_PACKAGE = /^node_modules\/(@[^/]+\/)?[^/]+\//;

await rm(OUT, { recursive: true, force: true });
const { fileList, warnings } = await nodeFileTrace(
  ENTRIES.map((file) => `${ROOT}${file}`),
  { base: ROOT, processCwd: ROOT },
);
// Other systems' native files and optional packages are not there and need not be; what is missing of ours is a fault.
for (const { message } of warnings) {
  if (/Failed to resolve dependency "\.\.?\/(?!skia)/.test(message)) throw new Error(message);
}
const traced = [...fileList].filter((file) => file.startsWith('node_modules/') && !file.endsWith('.d.ts'));
// A package finds its files by the fields of its package.json.
const manifests = BY_NAME.flatMap((file) => {
  const root = ROOT_OF_PACKAGE.exec(file)?.[0];
  return root === undefined ? [] : [`${root}package.json`];
});
for (const file of new Set([...traced, ...BY_NAME, ...manifests])) {
  await mkdir(dirname(`${OUT}${file}`), { recursive: true });
  await cp(`${ROOT}${file}`, `${OUT}${file}`, { dereference: true });
}
process.stdout.write(`${OUT}: ${traced.length + BY_NAME.length} files\n`);
