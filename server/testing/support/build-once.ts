import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A loader may give the address of the package's link in node_modules, which lies elsewhere. */
const root = join(realpathSync(fileURLToPath(new URL('.', import.meta.url))), '../../..');
const BUILDS = join(root, 'build/test');
/** No test run uses a build of changed sources for longer than this. */
const STALE_MS = 3_600_000;
const SERVER = ['server', 'package-lock.json'];

/** Programs that tests start beside the server. As bundles they start in a quarter of the time that sources take. */
const PROGRAMS = {
  'bad-requests-server': 'app/test/http/support/bad-requests-server.ts',
  'gcs-large': 'storage/test/gcs-large.ts',
  'job-worker': 'testing/jobs/worker-process.ts',
  'sampled-server': 'app/test/http/support/sampled-server.ts',
  'pipeline-process-parent': 'app/test/pipeline-process/parent.ts',
};

/**
 * The path of the server's main.js as operators run it, built once from the current sources, by the first caller.
 * Any number of test runs may ask at the same moment; pipeline-process.js is beside it.
 */
export async function builtServer(): Promise<string> {
  const folder = await once('server', SERVER, async (out) => {
    const { buildServer } = await import('@shortfactory/app/build');
    await buildServer(out);
  });
  return join(folder, 'main.js');
}

/** The path of a test's program, built in the same way. */
export async function builtProgram(name: keyof typeof PROGRAMS): Promise<string> {
  const folder = await once('programs', SERVER, async (out) => {
    const { bundle } = await import('@shortfactory/app/build');
    await bundle(PROGRAMS, out);
  });
  return join(folder, `${name}.js`);
}

/** Before all tests, so that no test's time is spent on it. */
export async function mochaGlobalSetup(): Promise<void> {
  await Promise.all([builtServer(), builtProgram('job-worker')]);
}

const folders = new Map<string, Promise<string>>();

/** A folder that bears the state of its sources in its name, and so is never written twice. */
function once(
  name: string,
  sources: readonly string[],
  build: (out: string) => Promise<void>,
): Promise<string> {
  const known = folders.get(name) ?? make();
  folders.set(name, known);
  return known;

  async function make(): Promise<string> {
    const folder = join(BUILDS, `${name}-${await stateOf(sources)}`);
    if (existsSync(folder)) return folder;
    await removeStale(name);
    const own = `${folder}.${process.pid}`;
    await mkdir(BUILDS, { recursive: true });
    await build(own);
    await rename(own, folder).catch(async (error: unknown) => {
      // Another test run was sooner, with the same sources.
      if (!existsSync(folder)) throw error;
      await rm(own, { recursive: true });
    });
    return folder;
  }
}

async function stateOf(sources: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const source of sources) {
    const path = join(root, source);
    const isFolder = (await stat(path)).isDirectory();
    const names = isFolder ? (await readdir(path, { recursive: true })).sort() : [''];
    // The type checker's cache is not a source.
    for (const name of names.filter((each) => !each.includes('node_modules'))) {
      const info = await stat(join(path, name));
      if (info.isFile()) hash.update(`${source}/${name} ${info.size} ${info.mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Of the same programs only: another's may be old and still what its sources are. */
async function removeStale(name: string): Promise<void> {
  const old = (await readdir(BUILDS).catch(() => [])).filter((each) => each.startsWith(`${name}-`));
  for (const path of old.map((each) => join(BUILDS, each))) {
    const info = await stat(path).catch(() => undefined);
    if (info && info.mtimeMs < Date.now() - STALE_MS) await rm(path, { recursive: true, force: true });
  }
}
