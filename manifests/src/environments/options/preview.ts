import { z } from 'zod';
import { text } from '../fields.ts';

const DURATION = /^([1-9]\d{0,2})([hd])$/;
const HOUR_MS = 3_600_000;
const LONGEST_HOURS = 30 * 24;

/** An environment for a change that is looked at, with an end. */
export const preview = z
  .strictObject({
    ttl: text(DURATION, 'hours or days such as 48h or 7d').describe(
      'How long after its last deploy `npm run sweep` may remove its Services.',
    ),
  })
  .describe('An environment with an end. Only one with appEnv dev can have it.');

/** Milliseconds of `48h` or `7d`. */
export function ttlMs(ttl: string): number {
  const [, count = '', unit] = DURATION.exec(ttl) ?? [];
  return Number(count) * (unit === 'd' ? 24 : 1) * HOUR_MS;
}

interface Previewed {
  readonly appEnv: string;
  readonly preview?: z.output<typeof preview> | undefined;
}

/** What people rely on has no end, and what has one ends soon. */
export function previewProblems({ appEnv, preview: given }: Previewed): string[] {
  if (given === undefined) return [];
  const problems: string[] = [];
  if (appEnv !== 'dev') {
    problems.push(
      `preview: ${appEnv} is not removed at any time; appEnv dev was expected of an environment with an end`,
    );
  }
  if (ttlMs(given.ttl) > LONGEST_HOURS * HOUR_MS) {
    problems.push(
      `preview.ttl: ${given.ttl} is more than the ${LONGEST_HOURS / 24}d that a preview may last`,
    );
  }
  return problems;
}
