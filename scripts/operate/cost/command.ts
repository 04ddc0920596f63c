import { command, number, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { regionsOf, synthesize } from '@shortfactory/manifests';
import { cloudEnvironment } from '../environment/cloud-environment.ts';
import { FOLDER_FLAG, OVERRIDE_FLAGS } from '../environment/flags.ts';
import { makerVariables, shapesOf } from './manifests.ts';
import { measuredVideo } from './measured.ts';
import { ASSUMED, monthlyCost, total } from './model.ts';
import type { TrafficLevel } from './model.ts';
import { configuredProviders } from './providers.ts';

const BUDGET_USD = 200;

const LEVELS: readonly TrafficLevel[] = [
  { name: 'light', videosPerMonth: 1000 },
  { name: 'moderate', videosPerMonth: 10_000 },
  { name: 'heavy', videosPerMonth: 100_000 },
];

const FLAGS = {
  env: text('ENV', 'environment: the name of its file', 'prod'),
  ...FOLDER_FLAG,
  ...OVERRIDE_FLAGS,
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
    "Estimates the month's bill from an environment's manifests, what one video takes (measured), and list prices.",
  usage: ['npm run cost -- --env prod'],
  flags: FLAGS,
  notes: 'Exit codes: 0 printed (a warning is not a failure), 2 bad input.',
  run: estimate,
});

async function estimate(values: Values<typeof FLAGS>, { say }: CommandContext): Promise<void> {
  const { env, videos, 'cpu-seconds': cpuSeconds, budget, json } = values;
  const environment = cloudEnvironment(values);
  const regions = regionsOf(environment).length;
  // Videos are made once, wherever; what is kept warm is kept so in each region.
  const files = synthesize(environment);
  const services = shapesOf(files).map((shape) => ({
    ...shape,
    minScale: shape.minScale * regions,
  }));
  const measured = await measuredVideo();
  const video = { ...measured, cpuSeconds: cpuSeconds ?? measured.cpuSeconds };
  const providers = configuredProviders(makerVariables(files), measured.videoSeconds);
  const levels = videos === undefined ? LEVELS : [{ name: 'given', videosPerMonth: videos }];
  const estimates = levels.map((level) => ({ level, lines: monthlyCost(services, level, video) }));
  if (json) {
    return say(
      JSON.stringify({
        env,
        budgetUsd: budget,
        measured,
        assumed: ASSUMED,
        levels: estimates.map(({ level, lines }) => ({
          ...level,
          totalUsd: round(total(lines)),
          providersUsd: round(level.videosPerMonth * providers.usdPerVideo),
          lines,
        })),
      }),
    );
  }
  say(
    `${env}, a month, list prices; ${video.cpuSeconds} CPU seconds a video (${measured.machine}; ${measured.command})`,
  );
  const providersBill = ({ videosPerMonth }: TrafficLevel): string =>
    Math.round(videosPerMonth * providers.usdPerVideo).toLocaleString('en');
  for (const { level, lines } of estimates) {
    const sum = total(lines);
    say(`\n${level.name}: ${level.videosPerMonth} videos, about $${sum.toFixed(2)}`);
    for (const { what, usd } of lines) say(`  ${usd.toFixed(2).padStart(9)}  ${what}`);
    if (sum > budget) say(`  Over the budget of $${budget}.`);
    say(`  Beside it, to the services that write, draw and speak: about $${providersBill(level)}.`);
  }
  say(
    `\nAssumed: ${Object.entries(ASSUMED)
      .map(([name, value]) => `${name} ${value}`)
      .join(', ')}.`,
  );
  say(
    providers.names.length === 0
      ? 'Everything is written, drawn and spoken without a service.'
      : `Services that write, draw and speak are billed by their makers: ${providers.names.join(', ')} as configured, $${providers.usdPerVideo.toFixed(3)} for a video of ${measured.videoSeconds} s; nothing for what is made offline.`,
  );
}

function round(usd: number): number {
  return Math.round(usd * 100) / 100;
}
