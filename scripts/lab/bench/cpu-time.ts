import { readFile } from 'node:fs/promises';

/** Ticks of the kernel's clock a second, which Linux shows to programs as 100 whatever it counts itself. */
const TICKS = 100;

/**
 * CPU seconds (user and system) of this process and of those that it started and that have ended; undefined where
 * there is no /proc. On a machine with other work these say more than the clock does.
 */
async function cpuSeconds(): Promise<number | undefined> {
  const stat = await readFile('/proc/self/stat', 'utf8').catch(() => undefined);
  // Behind the name in parentheses: field 3 first, so utime, stime, cutime and cstime (14 to 17) are 11 to 14.
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields?.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks) / TICKS, 0);
}

export interface Timed<T> {
  readonly result: T;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
}

/** Times work by the clock and by the CPU. What `work` starts must have ended when it settles. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [began, cpu] = [performance.now(), await cpuSeconds()];
  const result = await work();
  const [seconds, after] = [(performance.now() - began) / 1000, await cpuSeconds()];
  return { result, seconds, cpuSeconds: cpu === undefined || after === undefined ? undefined : after - cpu };
}
