import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock a second, which Linux shows to programs as 100 whatever it counts itself. */
const TICKS = 100;

/** A process of this command's. */
export interface TreeProcess {
  readonly pid: number;
  /** User and system, of the process and of those that it has waited for. */
  readonly cpuSeconds: number;
}

/**
 * This process and all that it started, directly or not, that still run; empty where there is no /proc of Linux. Looks at
 * those alone: reading the whole machine's processes twenty times a second took as much as a fifth of a core, which was
 * counted as the render's.
 */
export function processTree(): TreeProcess[] {
  if (process.platform !== 'linux') return [];
  const tree: TreeProcess[] = [];
  const pids = [process.pid];
  for (let pid = pids.pop(); pid !== undefined; pid = pids.pop()) {
    const stat = readProc(`${pid}/stat`);
    if (stat === '') continue;
    // Behind the name in parentheses: field 3 first, so utime to cstime (14 to 17) are 11 to 14.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    tree.push({ pid, cpuSeconds: ticks / TICKS });
    pids.push(...childrenOf(pid));
  }
  return tree;
}

/** Of every thread; empty when the process has ended. */
function childrenOf(pid: number): number[] {
  return threadsOf(pid).flatMap((thread) =>
    readProc(`${pid}/task/${thread}/children`)
      .split(' ')
      .filter((child) => child !== '')
      .map(Number),
  );
}

function threadsOf(pid: number): string[] {
  try {
    return readdirSync(`/proc/${pid}/task`);
  } catch {
    return [];
  }
}

/** Resident memory of a process in KiB; 0 when it has ended. */
export function residentKiB({ pid }: TreeProcess): number {
  return Number(/^VmRSS:\s+(\d+)/m.exec(readProc(`${pid}/status`))?.[1] ?? 0);
}

/** Empty when the process ended between the listing and the reading. */
function readProc(file: string): string {
  try {
    return readFileSync(`/proc/${file}`, 'utf8');
  } catch {
    return '';
  }
}
