import { processTree } from './process-tree.ts';

/**
 * CPU seconds (user and system) of this process, of those that it started, and of those of them that have ended;
 * undefined where there is no /proc. On a machine with other work these say more than the clock does.
 */
function cpuSeconds(): number | undefined {
  const tree = processTree();
  // A process that runs is counted as well as one that ended: else what ends meanwhile would bring all that it ever took.
  return tree.length > 0 ? tree.reduce((sum, each) => sum + each.cpuSeconds, 0) : undefined;
}

export interface Timed<T> {
  readonly result: T;
  readonly seconds: number;
  readonly cpuSeconds: number | undefined;
}

/** Times work by the clock and by the CPU. */
export async function timed<T>(work: () => Promise<T>): Promise<Timed<T>> {
  const [began, cpu] = [performance.now(), cpuSeconds()];
  const result = await work();
  const [seconds, after] = [(performance.now() - began) / 1000, cpuSeconds()];
  return { result, seconds, cpuSeconds: cpu === undefined || after === undefined ? undefined : after - cpu };
}
