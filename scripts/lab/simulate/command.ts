import { InputInvalid } from '@shortfactory/core/errors';
import { command, number, text, toggle } from '@shortfactory/command-line';
import type { Values } from '@shortfactory/command-line';
import { describeFailure, live } from '@shortfactory/testing/simulation/seeds';
import { World } from '@shortfactory/testing/simulation/world';

const MOST = 9_999_999_999;
const BOUNDS = { least: 0, most: MOST, whole: true } as const;

const FLAGS = {
  seeds: number('N', 'how many seeds', BOUNDS, 2000),
  from: number('SEED', 'from this one on', { ...BOUNDS, otherwise: 'a random one' }),
  seed: number('SEED', 'this seed alone, with everything that its processes say', BOUNDS),
  fleet: toggle('a fleet of workers on Cloud Run in place of the protocol (docs/SCALE.md)'),
  env: text('ENV', 'with --fleet: the environment in dist/ that is simulated', 'prod'),
  'per-day': number('N', 'with --fleet: this many videos a day instead of several levels', {
    least: 1,
    most: 2_000_000,
    whole: true,
  }),
  burst: number('N', 'with --fleet: this many at once', { least: 1, most: 1_000_000, whole: true }, 10_000),
  'max-instances': number('N', 'with --fleet: this many workers at the most', {
    least: 1,
    most: 5000,
    whole: true,
    otherwise: 'as the environment says',
  }),
  json: toggle('with --fleet: prints one JSON object'),
};

const FLEET_ONLY = ['per-day', 'max-instances', 'json'] as const;

export const simulate = command({
  summary:
    'Runs the protocol of durable jobs under seeds that make things fail (see server/testing/simulation), or a fleet of workers.',
  usage: [
    'npm run simulate -- --seeds 100000            that many seeds, from a random one on',
    'npm run simulate -- --seeds 1000 --from 1     from this one on',
    'npm run simulate -- --seed 42                 one seed, with everything that its processes say',
    'npm run simulate -- --fleet                   waits, costs and limits of a fleet of workers',
  ],
  flags: FLAGS,
  // Simulated time never waits, so a signal would not be noticed; there is nothing to clean up either.
  endsAtOnce: true,
  notes: 'Exit codes: 0 no failure, 1 a seed failed, 2 bad input.',
  run: simulateAll,
});

async function simulateAll(values: Values<typeof FLAGS>): Promise<number> {
  if (values.fleet) {
    // The protocol needs no prices, and a short run is half loading.
    const { simulateFleet } = await import('./fleet/simulate-fleet.ts');
    return simulateFleet(values, print);
  }
  const stray = FLEET_ONLY.find((name) => values[name] !== undefined && values[name] !== false);
  if (stray) throw new InputInvalid(`--${stray}`, 'belongs to --fleet, which was not given.');
  if (values.seed !== undefined) return replay(values.seed);
  const { seeds, from = Math.floor(Math.random() * 2 ** 31) } = values;
  const started = performance.now();
  let lived = 0;
  const { failures, jobs, runs } = await live(from, seeds, {
    onSeed: ({ seed }) => {
      lived += 1;
      if (lived % 1000 === 0) process.stderr.write(`${lived} of ${seeds} (at seed ${seed})\n`);
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const failure of failures) print(describeFailure(failure));
  print(`${lived} seeds from ${from}: ${jobs} jobs, ${runs} runs, ${failures.length} failures, ${seconds} s`);
  return failures.length === 0 ? 0 : 1;
}

async function replay(seed: number): Promise<number> {
  const outcome = await new World(seed, {}, print).run();
  print(outcome.violation === undefined ? `seed ${seed}: nothing broke` : describeFailure(outcome));
  return outcome.violation === undefined ? 0 : 1;
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}
