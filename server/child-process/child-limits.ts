import { totalmem } from 'node:os';

/**
 * Limits of one child process, set by `prlimit` where the system has it. A child that exceeds one fails; this process
 * and the machine are not affected.
 */
export const CHILD_LIMITS = {
  cpuSeconds: 1800,
  fileBytes: 4 * 2 ** 30,
  openFiles: 256,
  /** A child never gets more memory than this, however large the machine is; see childMemoryBytes. */
  mostMemoryBytes: 4 * 2 ** 30,
} as const;

/**
 * Memory that one child process may address: half of the container's limit (cgroup v1 or v2), or of the machine's
 * memory without one, and at most CHILD_LIMITS.mostMemoryBytes. So no file can make one child take all of it.
 */
export function childMemoryBytes(
  containerBytes: number = process.constrainedMemory(),
  machineBytes: number = totalmem(),
): number {
  // Without a limit the kernel reports 0 or a number larger than any memory.
  const limited = containerBytes > 0 && containerBytes < machineBytes;
  return Math.min(CHILD_LIMITS.mostMemoryBytes, Math.floor((limited ? containerBytes : machineBytes) / 2));
}
