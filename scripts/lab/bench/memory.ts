import { readdirSync, readFileSync } from 'node:fs';

/** Peak of the resident memory of this process and all that it started, in MiB, while `work` runs; Linux only. */
export async function peakMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; peakRssMiB: number | undefined }> {
  let peak = 0;
  const timer = setInterval(() => (peak = Math.max(peak, treeRssMiB())), 50);
  try {
    const result = await work();
    return { result, peakRssMiB: process.platform === 'linux' ? Math.round(peak) : undefined };
  } finally {
    clearInterval(timer);
  }
}

function treeRssMiB(): number {
  if (process.platform !== 'linux') return 0;
  const parents = new Map<number, { parent: number; rssKiB: number }>();
  for (const entry of readdirSync('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    try {
      const status = readFileSync(`/proc/${entry}/status`, 'utf8');
      const field = (name: string): number =>
        Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0);
      parents.set(Number(entry), { parent: field('PPid'), rssKiB: field('VmRSS') });
    } catch {
      // The process ended between the listing and the reading.
      continue;
    }
  }
  const ours = (pid: number): boolean => {
    for (let at = pid; at > 1; at = parents.get(at)?.parent ?? 0) if (at === process.pid) return true;
    return false;
  };
  let sum = 0;
  for (const [pid, { rssKiB }] of parents) if (ours(pid)) sum += rssKiB;
  return sum / 1024;
}
