import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';

/** The version of both packages; package.json has the same. */
const VERSION = '1.30.0';
/** The first of them that loads is used: the second is WebAssembly, for machines that the first is not built for. */
const PACKAGES = ['onnxruntime-node', 'onnxruntime-web'] as const;
/** A program that does not load says so at once. */
const LOADING_MS = 10_000;

/** What runs the models. */
export interface Runtime {
  /** What the process of a model imports. */
  readonly package: (typeof PACKAGES)[number];
  /** Package and version: another one may round otherwise, so it is in the narrator's id. */
  readonly id: string;
  /** For people: why it is slower than it could be; undefined where it is not. */
  readonly slower: string | undefined;
}

/** For people who have no runtime: how to get one. */
export const NO_RUNTIME = `onnxruntime-node cannot be loaded; npm ci installs it, and where it is not built for the machine, npm install --no-save onnxruntime-web@${VERSION} brings a slower one (33 MB)`;

/**
 * What runs the models on this machine; undefined when nothing does: both packages are optional.
 * @param loads whether a package can be loaded, by its name.
 */
export function runtimeHere(loads: (name: string) => boolean = isLoadable): Runtime | undefined {
  const name = PACKAGES.find(loads);
  return (
    name && {
      package: name,
      id: `${name}@${VERSION}`,
      slower:
        name === 'onnxruntime-web'
          ? 'onnxruntime-node cannot be loaded on this machine, so onnxruntime-web speaks, which is slower'
          : undefined,
    }
  );
}

const known = new Map<string, boolean>();

/**
 * Whether a package, or the file at a path, can be loaded here. Tried in a process of its own, once: a library that was
 * loaded stays, and one that does not fit the machine may end its process.
 */
export function isLoadable(name: string): boolean {
  let file: string;
  try {
    file = createRequire(import.meta.url).resolve(name);
  } catch {
    return false;
  }
  const loads = known.get(file) ?? loadsAlone(file);
  known.set(file, loads);
  return loads;
}

function loadsAlone(file: string): boolean {
  const { status } = spawnSync(process.execPath, ['-e', 'require(process.argv[1])', file], {
    env: {},
    stdio: 'ignore',
    timeout: LOADING_MS,
  });
  return status === 0;
}
