import { z } from 'zod';
import { LEAST_DISK_MIB } from '../../policies/cloud/ephemeral-disk.ts';
import { mebibytes } from '../../policies/values/quantities.ts';

export const scratchOn = z
  .enum(['memory', 'disk'], { error: 'memory or disk was expected' })
  .describe(
    "Where the files of a running job lie: in the worker's memory, or on a disk of the instance's own (10Gi at least).",
  );

interface Scratch {
  readonly scratch: string;
  readonly scratchOn: z.output<typeof scratchOn>;
  readonly services: { readonly worker: { readonly resources: { readonly memory: string } } };
}

/** Files in memory leave room for the program; a disk is no smaller than there is one. */
export function scratchProblems({ scratch, scratchOn: place, services }: Scratch): string[] {
  if (place === 'disk') {
    return mebibytes(scratch) < LEAST_DISK_MIB
      ? [
          `scratch: ${scratch} is less than a disk has; at least ${LEAST_DISK_MIB / 1024}Gi was expected with scratchOn disk`,
        ]
      : [];
  }
  const { memory } = services.worker.resources;
  return mebibytes(scratch) >= mebibytes(memory)
    ? [`scratch: ${scratch} lies in the worker's memory, which is ${memory} in all; less was expected`]
    : [];
}
