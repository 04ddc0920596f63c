import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of the kernel's clock a second, which Linux shows to programs as 100 whatever it counts itself. */
const TICKS = 100;

/** A process of this command's. */
export interface TreeProcess {
  readonly pid: number;
  /** User and system, of the process and of those that it has waited for. */
  readonly cpuSeconds: number;
}

/** This process and all that it started, directly or not, that still run; empty where there is no /proc of Linux. */
export function processTree(): TreeProcess[] {
  if (process.platform !== 'linux') return [];
  const all = new Map<number, { parent: number; cpuSeconds: number }>();
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? readProc(`${entry}/stat`) : '';
    if (stat === '') continue;
    // Behind the name in parentheses: field 3 first, so the parent is 1, and utime to cstime (14 to 17) are 11 to 14.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const ticks = fields.slice(11, 15).reduce((sum, each) => sum + Number(each), 0);
    all.set(Number(entry), { parent: Number(fields[1]), cpuSeconds: ticks / TICKS });
  }
  const ours = (pid: number): boolean => {
    for (let at = pid; at > 1; at = all.get(at)?.parent ?? 0) if (at === process.pid) return true;
    return false;
  };
  return [...all].flatMap(([pid, { cpuSeconds }]) => (ours(pid) ? [{ pid, cpuSeconds }] : []));
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
