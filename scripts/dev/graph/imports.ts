import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import ts from 'typescript';

/** Folders whose files belong to the product; each folder directly below a `split` one is a unit of its own. */
interface Sources {
  readonly folder: string;
  readonly split?: true;
}

/** What is read. Tests, builds and generated files may import anything. */
const SOURCES: readonly Sources[] = [
  { folder: 'server', split: true },
  { folder: 'ui/app' },
  { folder: 'ui/server' },
  { folder: 'manifests/src', split: true },
  { folder: 'scripts', split: true },
];
const IGNORED = new Set(['node_modules', 'test', 'testing', 'build']);
const SOURCE_FILE = /\.(ts|tsx|mjs)$/;

/** Unit → units that files of it import, both sorted. Files directly in a split folder are the unit `<folder>/*`. */
export type Graph = ReadonlyMap<string, readonly string[]>;

/** Which folder imports which, types included, read from the sources below `root`. */
export function folderGraph(root: string): Graph {
  const packages = workspaces(root);
  const edges = new Map<string, Set<string>>();
  for (const { folder } of SOURCES) {
    for (const file of filesBelow(join(root, folder))) {
      const from = unitOf(posix(relative(root, file)));
      if (from === undefined) continue;
      const targets = edges.get(from) ?? new Set<string>();
      edges.set(from, targets);
      for (const name of importsOf(file)) {
        const target = targetOf(name, file, packages);
        const to = target === undefined ? undefined : unitOf(posix(relative(root, target)));
        if (to !== undefined && to !== from) targets.add(to);
      }
    }
  }
  return new Map(
    [...edges].sort(byName).map(([unit, targets]): [string, string[]] => [unit, [...targets].sort()]),
  );
}

/** A line for each unit, as it stands in the documentation. */
export function printGraph(graph: Graph): string {
  const width = Math.max(...[...graph.keys()].map((unit) => unit.length));
  return [...graph]
    .map(([unit, targets]) => `${unit.padEnd(width)} → ${targets.join(' ') || 'nothing'}\n`)
    .join('');
}

/** The unit that a file belongs to, by its path from the root; undefined for what is not looked at. */
function unitOf(path: string): string | undefined {
  const sources = SOURCES.find(({ folder }) => path.startsWith(`${folder}/`));
  if (!sources) return undefined;
  if (!sources.split) return sources.folder;
  const [below = '', ...more] = path.slice(sources.folder.length + 1).split('/');
  if (IGNORED.has(below)) return undefined;
  return more.length === 0 ? `${sources.folder}/*` : `${sources.folder}/${below}`;
}

interface Workspace {
  readonly folder: string;
  readonly exports: Readonly<Record<string, string>>;
}

/** The folders of all workspaces, from the root. */
export function workspaceFolders(root: string): string[] {
  const { workspaces: patterns } = readJson(join(root, 'package.json')) as { workspaces: string[] };
  return patterns.flatMap((pattern) => foldersOf(root, pattern)).sort();
}

function workspaces(root: string): ReadonlyMap<string, Workspace> {
  return new Map(
    workspaceFolders(root).map((folder) => {
      const { name, exports = {} } = readJson(join(root, folder, 'package.json')) as {
        name: string;
        exports?: Record<string, string>;
      };
      return [name, { folder: join(root, folder), exports }];
    }),
  );
}

/** `ui` is one folder, `scripts/*` every folder with a package.json below `scripts`. */
function foldersOf(root: string, pattern: string): string[] {
  if (!pattern.endsWith('/*')) return [pattern];
  const above = pattern.slice(0, -2);
  return readdirSync(join(root, above))
    .map((name) => `${above}/${name}`)
    .filter((folder) => existsSync(join(root, folder, 'package.json')));
}

/** The file that an import of one of this repository's names; undefined for packages of others and for Node's modules. */
function targetOf(name: string, file: string, packages: ReadonlyMap<string, Workspace>): string | undefined {
  if (name.startsWith('.')) return join(dirname(file), name);
  const own = [...packages].find(([each]) => name === each || name.startsWith(`${each}/`));
  if (!own) return undefined;
  const [packageName, { folder, exports }] = own;
  const asked = name.slice(packageName.length + 1);
  const exported = exports[asked === '' ? '.' : `./${asked}`] ?? exports['./*']?.replace('*', asked);
  if (exported === undefined) throw new Error(`${file}: ${name} is not among the exports of ${packageName}`);
  return join(folder, exported);
}

/** Static and dynamic imports and re-exports, of types too. */
function importsOf(file: string): string[] {
  return ts.preProcessFile(readFileSync(file, 'utf8')).importedFiles.map(({ fileName }) => fileName);
}

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (IGNORED.has(entry.name)) return [];
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesBelow(path);
    return SOURCE_FILE.test(entry.name) ? [path] : [];
  });
}

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}

function posix(path: string): string {
  return path.split(sep).join('/');
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
