import { PATTERNS } from './arrivals.ts';
import { ASSUMED, LIMITS } from './limits.ts';
import { report } from './report.ts';
import { deploymentOf, study } from './study.ts';
import type { Scenario } from './study.ts';

const SEED = 1;
/** 1,000 and 100,000 a month, and on to a million a day. */
const LEVELS = [33, 3333, 10_000, 100_000, 1_000_000] as const;

export interface FleetOptions {
  readonly env: string;
  readonly 'per-day': number | undefined;
  readonly burst: number;
  readonly 'max-instances': number | undefined;
  readonly json: boolean;
}

/** Simulates every pattern of arrivals at every level, and prints what came of it. */
export async function simulateFleet(options: FleetOptions, print: (text: string) => void): Promise<number> {
  const given = await deploymentOf(options.env);
  const deployment = { ...given, maxInstances: options['max-instances'] ?? given.maxInstances };
  const levels = options['per-day'] === undefined ? LEVELS : [options['per-day']];
  const scenarios: Scenario[] = [
    ...PATTERNS.filter((pattern) => pattern !== 'burst').flatMap((pattern) =>
      levels.map((videos) => ({ pattern, videos })),
    ),
    { pattern: 'burst', videos: options.burst },
  ];
  const studies = scenarios.map((scenario) => study(scenario, deployment, SEED));
  print(
    options.json
      ? JSON.stringify({ env: options.env, deployment, limits: LIMITS, assumed: ASSUMED, studies })
      : report(options.env, deployment, studies),
  );
  return 0;
}
