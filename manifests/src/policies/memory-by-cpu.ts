import { mebibytes, millicores } from './values/quantities.ts';

const GIB = 1024;
/** What Cloud Run lets one container have. @see https://cloud.google.com/run/docs/configuring/services/cpu */
const BOUNDS = [
  { upTo: 499, least: 128, most: 512 },
  { upTo: 999, least: 128, most: GIB },
  { upTo: 1000, least: 128, most: 4 * GIB },
  { upTo: 2000, least: 128, most: 8 * GIB },
  { upTo: 4000, least: 2 * GIB, most: 16 * GIB },
  { upTo: 6000, least: 4 * GIB, most: 24 * GIB },
  { upTo: 8000, least: 4 * GIB, most: 32 * GIB },
] as const;

/** The second generation starts no instance below this. */
export const GEN2_LEAST_MIB = 512;

/** What is wrong with a container's memory beside its CPUs, as a sentence without a full stop; nothing if it fits. */
export function memoryProblem(cpu: string, memory: string): string | undefined {
  const bounds = BOUNDS.find(({ upTo }) => millicores(cpu) <= upTo);
  if (!bounds) return `${cpu} CPUs are more than the 8 that an instance can have`;
  const { least, most } = bounds;
  const mib = mebibytes(memory);
  if (mib < least) return `${memory} is too little for ${cpu} CPUs; at least ${least}Mi was expected`;
  return mib > most ? `${memory} is too much for ${cpu} CPUs; at most ${most}Mi was expected` : undefined;
}
