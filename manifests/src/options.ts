import { parseArgs } from 'node:util';
import { ENVIRONMENT_NAMES } from './environments/schema.ts';
import type { EnvironmentName } from './environments/schema.ts';

export const USAGE = `Writes dist/<env>/: one Knative Service a file, and its monitoring. Nothing is written when anything is wrong.

  npm run synth                              every environment with its defaults
  npm run synth -- --env prod [options]      one environment

Options of one environment
  --project ID               Google Cloud project
  --project-number N         its number, 12 digits; part of every run.app address
  --region R                 such as us-central1
  --server-image I           image of server and worker
  --ui-image I               image of the web interface
  --revision SHA             revisions are named <service>-<SHA>-<hash of the template>; without it, by the hash alone
  --attempt N                a further try of the same SHA and template, 2 to 999: the name ends in -N
  --api-domain HOST          a name of your own in front of the server
  --ui-domain HOST           a name of your own in front of the web interface
  --edge E                   run.app or load-balancer
  --secret-version NAME=N    version of a secret, such as GEMINI_API_KEY=3; may be repeated
  --budget-usd N             monthly budget
  --notification-channel C   projects/P/notificationChannels/N; may be repeated

Traffic: without a live revision the newest one gets everything (first deploy)
  --live-revision REV        takes the traffic now, tagged blue; the new one is tagged green; once a service
  --canary-percent N         share of the new revision (default: 0)
  --keep-tag TAG=REV         a further tag that stays where it is; may be repeated

Output
  --out DIR                  instead of dist (or CDK8S_OUTDIR)
  --check                    writes nothing; fails when the folder differs from what would be written
  --help                     prints this

Exit codes: 0 done, 2 bad options or environment, 1 failure or difference.`;

/** Wrong use of the command line; the sentence names the option. */
export class OptionInvalid extends Error {
  override readonly name = 'OptionInvalid';
}

const ONE = { type: 'string' } as const;
const MANY = { type: 'string', multiple: true } as const;
const OVERRIDES = {
  project: ONE,
  'project-number': ONE,
  region: ONE,
  'server-image': ONE,
  'ui-image': ONE,
  revision: ONE,
  attempt: ONE,
  'api-domain': ONE,
  'ui-domain': ONE,
  edge: ONE,
  'secret-version': MANY,
  'budget-usd': ONE,
  'notification-channel': MANY,
  'live-revision': MANY,
  'canary-percent': ONE,
  'keep-tag': MANY,
} as const;
type Override = keyof typeof OVERRIDES;

export interface SynthOptions {
  readonly environments: readonly EnvironmentName[];
  readonly overrides: Overrides;
  readonly out?: string;
  readonly check: boolean;
  readonly help: boolean;
}
/** What was given on the command line, still as text. */
export type Overrides = {
  readonly [K in Override]?: (typeof OVERRIDES)[K] extends typeof MANY ? readonly string[] : string;
};

/** Command line → options. Throws OptionInvalid. */
export function readOptions(args: readonly string[]): SynthOptions {
  const { values } = parse(args);
  const { env = [], out, check = false, help = false, ...overrides } = values;
  const environments = env.flatMap((list) => list.split(',')).map(environmentName);
  const given = Object.keys(overrides)[0];
  if (given !== undefined && environments.length !== 1) {
    throw new OptionInvalid(
      `--${given}: belongs to one environment; --env with one of ${ENVIRONMENT_NAMES.join(', ')} was expected`,
    );
  }
  return {
    environments: environments.length > 0 ? [...new Set(environments)] : ENVIRONMENT_NAMES,
    overrides,
    check,
    help,
    ...(out === undefined ? {} : { out }),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...OVERRIDES, env: MANY, out: ONE, check: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    throw new OptionInvalid(
      `${error instanceof Error ? error.message : String(error)} (--help lists the options)`,
    );
  }
}

function environmentName(name: string): EnvironmentName {
  const known = ENVIRONMENT_NAMES.find((each) => each === name);
  if (!known) throw new OptionInvalid(`--env: ${name} is none of ${ENVIRONMENT_NAMES.join(', ')}`);
  return known;
}
