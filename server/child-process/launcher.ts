import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { CHILD_LIMITS, childMemoryBytes } from './child-limits.ts';
import { limitsThatCanBeSet } from './prlimit.ts';
import type { SetLimits } from './prlimit.ts';

/**
 * The command prefix of a child process: lower priority, CHILD_LIMITS, and termination with its parent, as far as the
 * system has the tools for it; and a sentence for each limit that is not as wanted. `memory` says what is limited: all
 * that the child addresses (`as`), or what it writes to (`data`) for a child on Node, which reserves more addresses
 * than a machine has memory. Runs prlimit to test it.
 */
export function launcher(
  searchPath: string,
  memory: 'as' | 'data' = 'as',
  memoryBytes: number = childMemoryBytes(),
): SetLimits {
  const nice = findOnPath('nice', searchPath);
  const setpriv = findOnPath('setpriv', searchPath);
  const limits = limitsThatCanBeSet(findOnPath('prlimit', searchPath), {
    ...CHILD_LIMITS,
    memory,
    memoryBytes,
  });
  return {
    launcher: [
      ...(nice ? [nice, '-n', '5'] : []),
      ...limits.launcher,
      ...(setpriv ? [setpriv, '--pdeathsig', 'KILL', '--'] : []),
    ],
    shortfalls: limits.shortfalls,
  };
}

/** The first program of this name on the PATH. */
export function findOnPath(name: string, searchPath: string): string | undefined {
  const file = process.platform === 'win32' ? `${name}.exe` : name;
  return searchPath
    .split(delimiter)
    .filter((folder) => folder !== '')
    .map((folder) => join(folder, file))
    .find(executable);
}

/** Whether this file may be run. */
export function executable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
