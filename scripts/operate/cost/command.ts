import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { command, number, ROOT, toggle, word } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { CLOUD_NAMES } from '@shortfactory/manifests/environments';
import { serviceShapes } from './manifests.ts';
import { ASSUMED, monthlyCost, total } from './model.ts';
import type { TrafficLevel } from './model.ts';

const DIST = `${ROOT}dist/`;
const MEASURED = new URL('./measured.json', import.meta.url);
const BUDGET_USD = 200;

const LEVELS: readonly TrafficLevel[] = [
  { name: 'light', videosPerMonth: 300 },
  { name: 'moderate', videosPerMonth: 3000 },
  { name: 'heavy', videosPerMonth: 30_000 },
];

const FLAGS = {
  env: word('ENV', 'environment', CLOUD_NAMES, 'prod'),
  videos: number(
    'N',
    `this many videos a month instead of ${LEVELS.map(({ name, videosPerMonth }) => `${name} ${videosPerMonth}`).join(', ')}`,
    { least: 0, most: 1e8 },
  ),
  'cpu-seconds': number('N', 'CPU seconds a video instead of the measured ones', {
    least: 0.1,
    most: 100_000,
  }),
  budget: number('USD', 'warns over this', { least: 1, most: 1e6 }, BUDGET_USD),
  json: toggle('prints one JSON object'),
  'dry-run': toggle('the same: nothing is ever changed'),
};

export const cost = command({
  summary:
    "Estimates the month's bill from the synthesized manifests, what one video takes (measured), and list prices.",
  usage: ['npm run cost -- --env prod'],
  flags: FLAGS,
  notes: 'Exit codes: 0 printed (a warning is not a failure), 2 bad input.',
  run: estimate,
});

const measuredSchema = z.object({
  cpuSeconds: z.number(),
  bytes: z.number(),
  machine: z.string(),
  command: z.string(),
});

async function estimate(
  { env, videos, 'cpu-seconds': cpuSeconds, budget, json }: Values<typeof FLAGS>,
  { say }: CommandContext,
): Promise<void> {
  const measured = measuredSchema.parse(JSON.parse(await readFile(MEASURED, 'utf8')));
  const video = { ...measured, cpuSeconds: cpuSeconds ?? measured.cpuSeconds };
  const levels = videos === undefined ? LEVELS : [{ name: 'given', videosPerMonth: videos }];
  const services = await serviceShapes(DIST, env);
  const estimates = levels.map((level) => ({ level, lines: monthlyCost(services, level, video) }));
  if (json) {
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
