import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { execa } from 'execa';
import { SERVER_PROGRAMS, bundle, staysOutside } from '@shortfactory/app/build';
import { ROOT, ownVersion } from '@shortfactory/command-line';

/**
 * Makes the npm package `shortfactory` in build/package and packs it: server, worker, web UI and commands as they are
 * built, with what stays outside of the bundle as its dependencies. Prints the path of the tarball.
 */

interface PackageJson {
  readonly name: string;
  readonly description: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const OUT = `${ROOT}build/package/`;
const BIN = 'build/server/shortfactory.js';
/** A command of the repository, as it is called where the package is installed. */
const NPM_RUN = /npm (?:--silent --prefix \S+ )?run (?:short -- |(voices|providers|mcp)(?: --)?)/g;

await rm(OUT, { recursive: true, force: true });
await bundle({ ...SERVER_PROGRAMS, shortfactory: '../scripts/cli/shortfactory.ts' }, `${OUT}build/server`);
await execa('npm', ['run', '--silent', 'build', '-w', 'ui'], { cwd: ROOT, stdout: 'ignore' });
await cp(`${ROOT}ui/build`, `${OUT}ui/build`, { recursive: true });
await respell(OUT);
for (const name of ['LICENSE', 'CHANGELOG.md']) await cp(ROOT + name, OUT + name);
await cp(`${ROOT}scripts/cli/installed/README.md`, `${OUT}README.md`);
await writeFile(`${OUT}package.json`, `${JSON.stringify(await manifest(), undefined, 2)}\n`);
const { stdout } = await execa('npm', ['pack', '--silent', '--pack-destination', `${ROOT}build`], {
  cwd: OUT,
});
process.stdout.write(`${join(ROOT, 'build', stdout.trim())}\n`);

async function manifest(): Promise<object> {
  const { description, license, engines } = await packageJson(`${ROOT}package.json`);
  const workspaces = (await readdir(`${ROOT}server`)).filter((name) => name !== 'testing');
  const packages = await Promise.all(
    workspaces.map((name) => packageJson(`${ROOT}server/${name}/package.json`).catch(() => undefined)),
  );
  const outside = (kind: 'dependencies' | 'optionalDependencies'): Record<string, string> =>
    Object.fromEntries(
      packages
        .flatMap((each) => Object.entries(each?.[kind] ?? {}))
        .filter(([name]) => staysOutside(name))
        .sort(([a], [b]) => a.localeCompare(b)),
    );
  return {
    name: 'shortfactory',
    version: ownVersion(),
    ...{ description, license, type: 'module', bin: { shortfactory: BIN }, engines },
    files: ['build', 'ui', 'CHANGELOG.md', '!**/*.map'],
    dependencies: outside('dependencies'),
    optionalDependencies: outside('optionalDependencies'),
  };
}

async function packageJson(file: string): Promise<PackageJson> {
  return JSON.parse(await readFile(file, 'utf8')) as PackageJson;
}

/** Help and messages name commands as they are typed where there is no repository. */
async function respell(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = join(entry.parentPath, entry.name);
    if (!entry.isFile() || !entry.name.endsWith('.js')) continue;
    const text = await readFile(file, 'utf8');
    const spelled = text.replace(NPM_RUN, (_, name?: string) => `npx shortfactory${name ? ` ${name}` : ' '}`);
    if (spelled === text) continue;
    await writeFile(file, spelled);
    // They have it as it was; the server compresses what is not there compressed.
    for (const kind of ['br', 'gz']) await rm(`${file}.${kind}`, { force: true });
  }
}
