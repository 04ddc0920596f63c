import { processTree, residentKiB } from './process-tree.ts';

/** Peak of the resident memory of this process and all that it started, in MiB, while `work` runs; Linux only. */
export async function peakMemory<T>(
  work: () => Promise<T>,
): Promise<{ result: T; peakRssMiB: number | undefined }> {
  let peakKiB = 0;
  const look = (): void => {
    const sum = processTree().reduce((kiB, each) => kiB + residentKiB(each), 0);
    peakKiB = Math.max(peakKiB, sum);
  };
  const timer = setInterval(look, 50);
  try {
    const result = await work();
    return { result, peakRssMiB: process.platform === 'linux' ? Math.round(peakKiB / 1024) : undefined };
  } finally {
    clearInterval(timer);
  }
}
