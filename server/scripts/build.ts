import { copyFile, rm } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import type { Plugin } from 'esbuild';

/**
 * Packages that stay outside: native code, WebAssembly and fonts found by their folders, programs with requires that
 * are only known while they run, and Google's clients, which are loaded when they are used and not before.
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
  'pino-pretty',
];

/** Bundled CommonJS asks for Node's own modules with `require`, which a module does not have. */
const REQUIRE = `import { createRequire as createRequireHere } from 'node:module'; const require = createRequireHere(import.meta.url);`;

/**
 * What every start would pay for and nobody uses: zod's messages in fifty languages (ours are our own), tracing for
 * exemplars that our metrics do not have, and limiters over a dozen databases.
 */
const LEANER: readonly { readonly filter: RegExp; readonly by: RegExp; readonly contents: string }[] = [
  { filter: /^\.\.\/locales\/index\.js$/, by: /\/zod\//, contents: 'export {};' },
  { filter: /^@opentelemetry\/api$/, by: /\/prom-client\//, contents: 'export {};' },
  {
    filter: /^rate-limiter-flexible$/,
    by: /\/server\/src\//,
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

/** The server as few files in build/server, run with `node build/server/main.js`. What is beside a source is beside them. */
export async function buildServer(): Promise<string> {
  const server = new URL('../', import.meta.url);
  const out = new URL('../../build/server/', import.meta.url);
  const path = (name: string, base: URL): string => fileURLToPath(new URL(name, base));
  await rm(out, { recursive: true, force: true });
  await build({
    absWorkingDir: fileURLToPath(server),
    entryPoints: { main: 'src/main.ts', workshop: 'src/workshop/process.ts' },
    outdir: fileURLToPath(out),
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
  for (const [source, name] of [
    ['src/renderer/kernel/kernel.wasm', 'kernel.wasm'],
    ['src/adapters/providers/offline/narrator/espeak-child.mjs', 'espeak-child.mjs'],
  ] as const) {
    await copyFile(path(source, server), path(name, out));
  }
  return path('main.js', out);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${await buildServer()}\n`);
}
