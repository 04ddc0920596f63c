import { copyFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/**
 * External packages: native code, WebAssembly and fonts found by their folders, packages with dynamic requires, and
 * Google's clients, which are loaded only when they are used.
 */
const EXTERNAL = [
  '@echogarden/*',
  '@embedpdf/*',
  '@expo-google-fonts/*',
  '@ffmpeg-installer/ffmpeg',
  '@fontsource-variable/*',
  '@google-cloud/*',
  '@google/genai',
  '@grpc/*',
  '@iconify-json/*',
  '@napi-rs/canvas',
  'fluent-ffmpeg',
  'fontkit',
  'google-auth-library',
  'google-gax',
  'ioredis',
  'onnxruntime-node',
  'pino-pretty',
  'sharp',
];

/** Whether a package stays outside of the bundle, so that it has to be installed beside it. */
export function staysOutside(name: string): boolean {
  return EXTERNAL.some((each) => (each.endsWith('/*') ? name.startsWith(each.slice(0, -1)) : name === each));
}

/** Bundled CommonJS loads Node's own modules with `require`, which a module does not have. */
const REQUIRE = `import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);`;

/**
 * Unused code that every start would load: zod's messages in fifty languages (ours are our own), tracing for exemplars
 * that our metrics do not have, and limiters over a dozen databases.
 */
const LEANER: readonly { readonly filter: RegExp; readonly by: RegExp; readonly contents: string }[] = [
  { filter: /^\.\.\/locales\/index\.js$/, by: /\/zod\//, contents: 'export {};' },
  { filter: /^@opentelemetry\/api$/, by: /\/prom-client\//, contents: 'export {};' },
  {
    filter: /^rate-limiter-flexible$/,
    by: /\/server\/app\//,
    contents: ['RateLimiterMemory', 'RateLimiterRedis', 'RateLimiterRes']
      .map((name) => `export { default as ${name} } from 'rate-limiter-flexible/lib/${name}.js';`)
      .join('\n'),
  },
];

const leaner: Plugin = {
  name: 'leaner',
  setup(esbuild) {
    LEANER.forEach(({ filter, by, contents }, index) => {
      esbuild.onResolve({ filter }, ({ importer, resolveDir }) =>
        by.test(importer)
          ? { path: String(index), namespace: 'leaner', pluginData: resolveDir, sideEffects: false }
          : undefined,
      );
      esbuild.onLoad({ filter: new RegExp(`^${index}$`), namespace: 'leaner' }, ({ pluginData }) => ({
        contents,
        resolveDir: pluginData as string,
      }));
    });
  },
};

/** What a server runs, by the names under which it is bundled. */
export const SERVER_PROGRAMS = {
  main: 'app/main.ts',
  'pipeline-process': 'app/pipeline-process/process.ts',
} as const;

const server = fileURLToPath(new URL('../../', import.meta.url));

/** The server as few files in a folder, by default build/server; run with `node build/server/main.js`. Resolves to that path. */
export async function buildServer(out = join(server, '../build/server')): Promise<string> {
  await rm(out, { recursive: true, force: true });
  await bundle(SERVER_PROGRAMS, out);
  return join(out, 'main.js');
}

/**
 * Bundles programs below `server/`, by name, into a folder. Files that they load from beside their source are copied
 * there.
 */
export async function bundle(entryPoints: Readonly<Record<string, string>>, out: string): Promise<void> {
  await build({
    absWorkingDir: server,
    entryPoints: { ...entryPoints },
    outdir: out,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    // Names of classes are names of errors.
    keepNames: true,
    minify: true,
    legalComments: 'linked',
    sourcemap: 'linked',
    banner: { js: REQUIRE },
    external: EXTERNAL,
    plugins: [leaner],
    logLevel: 'warning',
    metafile: true,
  });
  for (const source of [
    'renderer/kernel/kernel.wasm',
    'renderer/kernel/sound-kernel.wasm',
    'offline/illustrator/analysis/kinds.txt',
    'offline/illustrator/analysis/names.jsonl',
    'neural/speech/neural-child.mjs',
    'offline/narrator/espeak-child.mjs',
    'text/emoji/emoji-names.jsonl',
    'pictures/picture-child.mjs',
    'pictures/bmp.mjs',
  ]) {
    await copyFile(join(server, source), join(out, basename(source)));
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await buildServer()}\n`);
}
