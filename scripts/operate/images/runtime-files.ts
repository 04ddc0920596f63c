import { existsSync } from 'node:fs';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { VOICES } from '@shortfactory/neural';
import { addVoice } from '@shortfactory/neural/install';
import { EMOJI_FILES, FONT_FILES } from '@shortfactory/renderer';
import { nodeFileTrace } from '@vercel/nft';
import { signingFiles } from './signing-files.ts';

/**
 * Copies the built server to build/image, and file by file what it needs of node_modules: the bundle names the packages that
 * stay outside of it, and what those load is found by reading them. Fonts and other files that are found by name only
 * while it runs are listed here. What signs files comes along where it is installed. Natural voices come along with their runtime when some are named as arguments.
 */
const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BUILT = `${ROOT}build/server/`;
const OUT = `${ROOT}build/image/`;
const ENTRIES = [
  'build/server/main.js',
  'build/server/pipeline-process.js',
  'build/server/espeak-child.mjs',
  'build/server/neural-child.mjs',
  'build/server/picture-child.mjs',
];
/** Every command in one, where it was built too: an image of all of it has it. */
const COMMANDS = 'build/server/shortfactory.js';
const BY_NAME = [
  ...[...FONT_FILES, ...EMOJI_FILES].map((file) => `node_modules/${file}`),
  'node_modules/@iconify-json/fluent-emoji-flat/metadata.json',
  'node_modules/@echogarden/espeak-ng-emscripten/espeak-ng.data',
];
/** Of the runtime of natural voices: what this machine loads, of the programs for every machine. */
const RUNTIME = /^node_modules\/(onnxruntime-(node|common|web)|adm-zip|global-agent)\//;
const RUNTIME_PROGRAM = `node_modules/onnxruntime-node/bin/napi-v6/${process.platform}/${process.arch}/`;
const ROOT_OF_PACKAGE = /^node_modules\/(@[^/]+\/)?[^/]+\//;

const natural = process.argv.slice(2).map((name) => {
  const voice = VOICES.find(({ id }) => id === name);
  if (!voice) throw new Error(`VOICES: there is no natural voice ${name}; npm run voices -- list shows them`);
  return voice;
});

await rm(OUT, { recursive: true, force: true });
const { fileList, warnings } = await nodeFileTrace(
  [...ENTRIES, ...(existsSync(ROOT + COMMANDS) ? [COMMANDS] : [])].map((file) => `${ROOT}${file}`),
  { base: ROOT, processCwd: ROOT },
);
// Other systems' native files and optional packages are not there and need not be; what is missing of ours is a fault.
for (const { message } of warnings) {
  if (/Failed to resolve dependency "\.\.?\/(?!skia)/.test(message)) throw new Error(message);
}
const traced = [...fileList].filter(
  (file) => file.startsWith('node_modules/') && !file.endsWith('.d.ts') && isForImage(file),
);
// A package finds its files by the fields of its package.json.
const program = natural.length > 0 ? await readdir(`${ROOT}${RUNTIME_PROGRAM}`) : [];
const byName = [...BY_NAME, ...program.map((file) => `${RUNTIME_PROGRAM}${file}`)];
const manifests = byName.flatMap((file) => {
  const root = ROOT_OF_PACKAGE.exec(file)?.[0];
  return root === undefined ? [] : [`${root}package.json`];
});
const modules = [...new Set([...traced, ...byName, ...manifests])];
const signing = await signingFiles();
for (const { from, to } of [...modules.map((file) => ({ from: `${ROOT}${file}`, to: file })), ...signing]) {
  await mkdir(dirname(`${OUT}${to}`), { recursive: true });
  await cp(from, `${OUT}${to}`, { dereference: true });
}
const built = (await readdir(BUILT)).filter((file) => !file.endsWith('.map'));
for (const file of built) await cp(`${BUILT}${file}`, `${OUT}${file}`);
for (const voice of natural) {
  await addVoice(voice, { folder: `${OUT}voices`, signal: new AbortController().signal });
  process.stdout.write(`${voice.id}: ${voice.model.credit}; ${voice.model.licence}\n`);
}
process.stdout.write(`${OUT}: ${built.length + traced.length + byName.length + signing.length} files\n`);

function isForImage(file: string): boolean {
  if (!RUNTIME.test(file)) return true;
  if (natural.length === 0) return false;
  return !file.startsWith('node_modules/onnxruntime-node/bin/') || file.startsWith(RUNTIME_PROGRAM);
}
