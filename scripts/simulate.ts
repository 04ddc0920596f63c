import { parseArgs } from 'node:util';
import { describeFailure, live } from '../server/test/simulation/seeds.ts';
import { World } from '../server/test/simulation/world.ts';

const USAGE = `Lives through the protocol of durable jobs under seeds of trouble (see server/test/simulation).

  npm run simulate -- --seeds 100000            that many seeds, from a random one on
  npm run simulate -- --seeds 1000 --from 1     from this one on
  npm run simulate -- --seed 42                 one seed, with everything that its processes say
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seeds: { type: 'string' },
      from: { type: 'string' },
      seed: { type: 'string' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return print(USAGE);
  if (values.seed !== undefined) return replay(whole('seed', values.seed));
  const seeds = whole('seeds', values.seeds ?? '2000');
  const from = whole('from', values.from ?? String(Math.floor(Math.random() * 2 ** 31)));
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

function whole(name: string, text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw new Error(`--${name}: "${text}" is not a whole number`);
  return Number(text);
}

function print(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
