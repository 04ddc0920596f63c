import { World } from './world.ts';
import type { Outcome, Sabotage } from './world.ts';

export interface Lives {
  readonly seeds: number;
  readonly jobs: number;
  readonly runs: number;
  readonly failures: readonly Outcome[];
}

/** Lives through one world a seed, from `first` on, until so many have failed. */
export async function live(
  first: number,
  seeds: number,
  options: {
    readonly sabotage?: Sabotage;
    readonly mostFailures?: number;
    readonly onSeed?: (outcome: Outcome) => void;
  } = {},
): Promise<Lives> {
  const failures: Outcome[] = [];
  let [jobs, runs, lived] = [0, 0, 0];
  for (let seed = first; seed < first + seeds && failures.length < (options.mostFailures ?? 10); seed++) {
    const outcome = await new World(seed, options.sabotage).run();
    if (outcome.violation !== undefined) failures.push(outcome);
    jobs += outcome.jobs;
    runs += outcome.runs;
    lived += 1;
    options.onSeed?.(outcome);
  }
  return { seeds: lived, jobs, runs, failures };
}

export function describeFailure({ seed, violation }: Outcome): string {
  return `seed ${seed}: ${violation}\n  see it again: npm run simulate -- --seed ${seed}`;
}
