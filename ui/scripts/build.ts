import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { build as bundle } from 'esbuild';
import { execFileSync } from 'node:child_process';

/**
 * Builds ui/build: client/ (files with hashed names and their compressed copies) and server.js with later/, which hold the
 * server and every package that it needs.
 */
const ui = fileURLToPath(new URL('../', import.meta.url));

await rm(`${ui}build`, { recursive: true, force: true });
execFileSync(
  process.execPath,
  // vite.config.ts reads the captions' colours from the server's package, which is TypeScript.
  ['--import=tsx', fileURLToPath(import.meta.resolve('@remix-run/dev/dist/cli.js')), 'vite:build'],
  {
    cwd: ui,
    stdio: 'inherit',
  },
);

// The server's half of the build has the pages' style sheet under a name of its own, which no page asks for.
const assets = `${ui}build/client/assets/`;
for (const name of await readdir(assets))
  if (/^server-build-.*\.css$/.test(name)) await rm(`${assets}${name}`);

await bundle({
  entryPoints: { server: `${ui}server/main.ts` },
  outdir: `${ui}build`,
  bundle: true,
  // What is imported later stays a file of its own: the start reads nothing of it.
  splitting: true,
  chunkNames: 'later/[name]-[hash]',
  platform: 'node',
  target: 'node20',
  format: 'esm',
  minifySyntax: true,
  legalComments: 'none',
  // Remix's half of the build imports packages for their effects that say they have none: nothing is lost by it.
  logOverride: { 'ignored-bare-import': 'silent' },
  define: { 'process.env.NODE_ENV': '"production"' },
  // CommonJS packages in an ES module still call require() for Node's own modules.
  banner: {
    js: "import { createRequire as __createRequire } from 'node:module';const require = __createRequire(import.meta.url);",
  },
  plugins: [
    {
      name: 'remix-server-build',
      setup(esbuild) {
        esbuild.onResolve({ filter: /^virtual:remix\/server-build$/ }, () => ({
          path: `${ui}build/server/index.js`,
        }));
      },
    },
  ],
});
await rm(`${ui}build/server`, { recursive: true });

const compressed = /\.(?:js|css|svg|json|webmanifest|txt)$/;
for (const entry of await readdir(`${ui}build/client`, { recursive: true, withFileTypes: true })) {
  if (!entry.isFile() || !compressed.test(entry.name)) continue;
  const file = `${entry.parentPath}/${entry.name}`;
  const bytes = await readFile(file);
  if (bytes.length < 1024) continue;
  const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
  await writeFile(`${file}.br`, await promisify(brotliCompress)(bytes, { params }));
  await writeFile(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }));
}
