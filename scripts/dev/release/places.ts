import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '@shortfactory/command-line';
import { workspaceFolders } from '../graph/imports.ts';

/** A text file that says the version, and where in it. */
interface Place {
  readonly file: string;
  /** What stands before the version, and after it. Both are found as they are here. */
  readonly around: readonly (readonly [before: string, after: string])[];
}

const PACKAGE = ['\n  "version": "', '"'] as const;
const IMAGES = ['server', 'ui'].map((name) => [`/shortfactory/${name}:`, ''] as const);

/** Every file that repeats the version of the root's package.json, which is the one place where it is decided. */
export const PLACES: readonly Place[] = [
  { file: 'package.json', around: [PACKAGE] },
  ...workspaceFolders(ROOT).map((folder) => ({
    file: `${folder}/package.json`,
    around: [PACKAGE, ...ownDependencies(folder).map((name) => [`\n    "${name}": "`, '"'] as const)],
  })),
  { file: 'server/config/config.ts', around: [["SERVICE_VERSION: text.default('", "'"]] },
  { file: 'ui/app/env.server.ts', around: [["SERVICE_VERSION: text.default('", "'"]] },
  { file: 'manifests/src/environments/version.ts', around: [["\nexport const VERSION = '", "'"]] },
  { file: 'Dockerfile.server', around: [['\nARG VERSION=', '\n']] },
  { file: 'Dockerfile.ui', around: [['\nARG VERSION=', '\n']] },
  { file: '.env.example', around: [['\n#SERVICE_VERSION=', '\n']] },
  { file: 'RUNBOOK.md', around: IMAGES },
  { file: 'docs/DEPLOYMENT.md', around: IMAGES },
  { file: 'server.json', around: [PACKAGE, ['\n      "version": "', '"']] },
];

const ANY_VERSION = String.raw`\d+\.\d+\.\d+`;

/** One sentence for each place of a file that says another version, or none. */
export function placeProblems({ file, around }: Place, text: string, version: string): string[] {
  return around.flatMap(([before, after]) => {
    const found = [...text.matchAll(pattern(before, after))].map(([, , said = '']) => said);
    const where = `${file}, after “${before.trim()}”`;
    if (found.length === 0) return [`${where}: no version was found`];
    const others = [...new Set(found.filter((said) => said !== version))];
    return others.map((said) => `${where}: ${said}; ${version} was expected`);
  });
}

/** The text of a place with another version. */
export function withVersion({ around }: Place, text: string, version: string): string {
  return around.reduce(
    (changed, [before, after]) =>
      changed.replaceAll(pattern(before, after), (_all, head: string) => `${head}${version}${after}`),
    text,
  );
}

function pattern(before: string, after: string): RegExp {
  return new RegExp(`(${escaped(before)})(${ANY_VERSION})${escaped(after)}`, 'g');
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

type Dependencies = Record<string, string>;

interface Lock {
  version: string;
  packages: Record<
    string,
    { version?: string; link?: boolean; dependencies?: Dependencies; devDependencies?: Dependencies }
  >;
}

/** npm's lock with another version of the root and of the workspaces, in npm's own layout. */
export function lockWithVersion(text: string, version: string): string {
  const lock = JSON.parse(text) as Lock;
  lock.version = version;
  for (const [path, entry] of Object.entries(lock.packages)) {
    if (path.includes('node_modules/') || entry.version === undefined) continue;
    entry.version = version;
    for (const dependencies of [entry.dependencies, entry.devDependencies]) {
      for (const name of Object.keys(dependencies ?? {})) {
        if (name.startsWith('@shortfactory/') && dependencies) dependencies[name] = version;
      }
    }
  }
  return `${JSON.stringify(lock, null, 2)}\n`;
}

/** Names of this repository's packages that a workspace depends on. */
function ownDependencies(folder: string): string[] {
  const text = readFileSync(join(ROOT, folder, 'package.json'), 'utf8');
  const { dependencies = {}, devDependencies = {} } = JSON.parse(text) as Partial<
    Record<'dependencies' | 'devDependencies', Record<string, string>>
  >;
  const names = Object.keys({ ...dependencies, ...devDependencies });
  return names.filter((name) => name.startsWith('@shortfactory/'));
}
