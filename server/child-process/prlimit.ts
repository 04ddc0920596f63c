import { spawnSync } from 'node:child_process';
import { processLimit } from './process-limits.ts';
import type { LimitName } from './process-limits.ts';

/** Limits of one child process. */
export interface ChildLimits {
  readonly memoryBytes: number;
  /** What of its memory counts: all that it addresses (`as`), or what it writes to (`data`). */
  readonly memory: 'as' | 'data';
  readonly cpuSeconds: number;
  readonly fileBytes: number;
  readonly openFiles: number;
}

export interface SetLimits {
  /** The prefix of a program's command line; empty where no limit can be set. */
  readonly launcher: readonly string[];
  /** A sentence for each limit that is not as wanted. */
  readonly shortfalls: readonly string[];
}

interface Option {
  readonly flag: string;
  readonly wanted: number;
  readonly name: LimitName;
  readonly words: string;
}

/** Starting `prlimit` takes a few milliseconds. */
const TRY_MS = 5000;

/**
 * A launcher that limits a child with `prlimit` (its path; undefined where it is not installed). A limit above this
 * process's own is lowered to it, because raising one is refused; an option that prlimit still refuses is left out.
 * Runs prlimit once or a few times.
 */
export function limitsThatCanBeSet(prlimit: string | undefined, limits: ChildLimits): SetLimits {
  if (prlimit === undefined) {
    const shortfall =
      'There is no prlimit on the PATH: ffmpeg runs without limits on its memory, time and files.';
    return { launcher: [], shortfalls: [shortfall] };
  }
  const shortfalls: string[] = [];
  const wanted = optionsOf(limits).map((option) => {
    const most = processLimit(option.name)?.hard ?? Infinity;
    if (most >= option.wanted) return { ...option, value: option.wanted };
    shortfalls.push(
      `ffmpeg has a limit of ${most} on ${option.words} in place of ${option.wanted}: this process may not use more itself.`,
    );
    return { ...option, value: most };
  });
  const settable = wanted.map((option) => ({ ...option, text: `--${option.flag}=${option.value}` }));
  const allAtOnce = isTaken(
    prlimit,
    settable.map(({ text }) => text),
  );
  const taken = allAtOnce ? settable : settable.filter(({ text }) => isTaken(prlimit, [text]));
  for (const { flag, words } of settable.filter((option) => !taken.includes(option))) {
    shortfalls.push(`ffmpeg runs without a limit on ${words}: prlimit --${flag} was refused.`);
  }
  const options = taken.map(({ text }) => text);
  return { launcher: options.length > 0 ? [prlimit, ...options, '--'] : [], shortfalls };
}

function optionsOf(limits: ChildLimits): Option[] {
  const { memory, memoryBytes, cpuSeconds, fileBytes, openFiles } = limits;
  const name = memory === 'as' ? 'Max address space' : 'Max data size';
  return [
    { flag: memory, wanted: memoryBytes, name, words: 'the bytes of its memory' },
    { flag: 'cpu', wanted: cpuSeconds, name: 'Max cpu time', words: 'the seconds of its processor time' },
    { flag: 'fsize', wanted: fileBytes, name: 'Max file size', words: 'the bytes of a file' },
    { flag: 'nofile', wanted: openFiles, name: 'Max open files', words: 'its open files' },
    { flag: 'core', wanted: 0, name: 'Max core file size', words: 'the bytes of a core dump' },
  ];
}

/** Whether prlimit can set these, for itself. */
function isTaken(prlimit: string, options: readonly string[]): boolean {
  const tried = spawnSync(prlimit, [...options, '--', prlimit, '--version'], {
    env: {},
    stdio: 'ignore',
    timeout: TRY_MS,
  });
  // A timeout does not show that the limit cannot be set.
  return tried.status === 0 || (tried.error as NodeJS.ErrnoException | undefined)?.code === 'ETIMEDOUT';
}
