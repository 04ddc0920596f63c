import { totalmem } from 'node:os';

/**
 * What one child process may take. Set by `prlimit` where the system has it; a child that wants more ends with an
 * error of its own, and this process and the machine go on.
 */
export const CHILD_LIMITS = {
  cpuSeconds: 1800,
  fileBytes: 4 * 2 ** 30,
  openFiles: 256,
  /** A child never gets more memory than this, however large the machine is; see childMemoryBytes. */
  mostMemoryBytes: 4 * 2 ** 30,
} as const;

/**
 * Memory that one child process may address: half of what the container has (its cgroup's limit, v1 or v2), of the
 * machine where there is none, and at most CHILD_LIMITS.mostMemoryBytes. So no file can make one child take all of it.
 */
export function childMemoryBytes(
  containerBytes: number = process.constrainedMemory(),
  machineBytes: number = totalmem(),
): number {
  // Without a limit the kernel gives 0 or a number that no machine has.
  const limited = containerBytes > 0 && containerBytes < machineBytes;
  return Math.min(CHILD_LIMITS.mostMemoryBytes, Math.floor((limited ? containerBytes : machineBytes) / 2));
}
