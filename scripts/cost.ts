import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CLOUD_NAMES } from '../manifests/src/environments/index.ts';
import { serviceShapes } from './cost/manifests.ts';
import { ASSUMED, monthlyCost, total } from './cost/model.ts';
import type { TrafficLevel } from './cost/model.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { numberFlag, readFlags, textFlag, wordFlag } from './operate/options.ts';

const DIST = fileURLToPath(new URL('../dist/', import.meta.url));
const MEASURED = new URL('./cost/measured.json', import.meta.url);
const BUDGET_USD = 200;

const LEVELS: readonly TrafficLevel[] = [
  { name: 'light', videosPerMonth: 300 },
  { name: 'moderate', videosPerMonth: 3000 },
  { name: 'heavy', videosPerMonth: 30_000 },
];

const USAGE = `Estimates the month's bill from the synthesized manifests, what one video takes (measured), and list prices.

  npm run cost -- --env prod

Options
  --env ENV        ${CLOUD_NAMES.join(', ')} (default: prod)
  --videos N       this many videos a month instead of ${LEVELS.map(({ name, videosPerMonth }) => `${name} ${videosPerMonth}`).join(', ')}
  --cpu-seconds N  CPU seconds a video instead of the measured ones
  --budget USD     warns over this (default: ${BUDGET_USD})
  --json           prints one JSON object
  --dry-run        the same: nothing is ever changed
  --help           prints this

Exit codes: 0 printed (a warning is no failure), 2 bad input.`;

const measuredSchema = z.object({
  cpuSeconds: z.number(),
  bytes: z.number(),
  machine: z.string(),
  command: z.string(),
});

async function cost({ args, say }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    env: { type: 'string' },
    videos: { type: 'string' },
    'cpu-seconds': { type: 'string' },
    budget: { type: 'string' },
    json: { type: 'boolean' },
    'dry-run': { type: 'boolean' },
  });
  if (given['help']) return say(USAGE);
  const env = wordFlag(given, 'env', CLOUD_NAMES, 'prod');
  const measured = measuredSchema.parse(JSON.parse(await readFile(MEASURED, 'utf8')));
  const video = {
    ...measured,
    cpuSeconds: numberFlag(given, 'cpu-seconds', measured.cpuSeconds, 0.1, 100_000),
  };
  const budget = numberFlag(given, 'budget', BUDGET_USD, 1, 1e6);
  const videos = textFlag(given, 'videos');
  const levels =
    videos === undefined
      ? LEVELS
      : [{ name: 'given', videosPerMonth: numberFlag(given, 'videos', 0, 0, 1e8) }];
  const services = await serviceShapes(DIST, env);
  const estimates = levels.map((level) => ({ level, lines: monthlyCost(services, level, video) }));
  if (given['json']) {
    return say(
      JSON.stringify({
        env,
        budgetUsd: budget,
        measured,
        assumed: ASSUMED,
        levels: estimates.map(({ level, lines }) => ({ ...level, totalUsd: round(total(lines)), lines })),
      }),
    );
  }
  say(
    `${env}, a month, list prices; ${video.cpuSeconds} CPU seconds a video (${measured.machine}; ${measured.command})`,
  );
  for (const { level, lines } of estimates) {
    const sum = total(lines);
    say(`\n${level.name}: ${level.videosPerMonth} videos, about $${sum.toFixed(2)}`);
    for (const { what, usd } of lines) say(`  ${usd.toFixed(2).padStart(9)}  ${what}`);
    if (sum > budget) say(`  Over the budget of $${budget}.`);
  }
  say(
    `\nAssumed: ${Object.entries(ASSUMED)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
  );
  say('Real language, picture and voice services are billed by their makers and are not in this.');
}

function round(usd: number): number {
  return Math.round(usd * 100) / 100;
}

process.exitCode = await runCommand(process.argv.slice(2), process.env, cost);
