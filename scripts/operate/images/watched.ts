import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/**
 * The Prometheus of Compose's profile `monitoring` reaches everything that it shall watch, and has loaded every generated
 * rule. Called with its address.
 */
const [prometheus = ''] = process.argv.slice(2);
const WATCHED = ['api:9464', 'server:9464', 'worker:9464'];
const WITHIN_MS = 60_000;

const targets = z.object({
  activeTargets: z.array(
    z.object({ health: z.string(), lastError: z.string(), labels: z.object({ instance: z.string() }) }),
  ),
});
const loaded = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ name: z.string(), health: z.string() })) })),
});
const written = z.object({
  groups: z.array(z.object({ rules: z.array(z.object({ alert: z.string().optional() })) })),
});

async function ask<T>(path: string, shape: z.ZodType<T>): Promise<T> {
  const response = await fetch(new URL(path, prometheus), { signal: AbortSignal.timeout(10_000) });
  return z.object({ data: shape }).parse(await response.json()).data;
}

/** Undefined once everything is as it should be. */
async function problem(): Promise<string | undefined> {
  const { activeTargets } = await ask('/api/v1/targets', targets);
  const up = activeTargets.filter(({ health }) => health === 'up').map(({ labels }) => labels.instance);
  if (up.sort().join() !== WATCHED.join()) {
    const errors = activeTargets.map(({ lastError }) => lastError).filter((error) => error !== '');
    return `It reaches ${up.join(', ') || 'nothing'}; ${WATCHED.join(', ')} were expected. ${errors.join(' ')}`;
  }
  const { groups } = await ask('/api/v1/rules', loaded);
  const rules = groups.flatMap((group) => group.rules);
  // A rule is `unknown` until it is evaluated first.
  const unwell = rules.filter(({ health }) => health !== 'ok').map(({ name, health }) => `${name} ${health}`);
  if (unwell.length > 0) return `Rules are not evaluated: ${unwell.join(', ')}.`;
  const file = written.parse(parse(await readFile('dist/local/monitoring/rules.yaml', 'utf8')));
  const wanted = file.groups.flatMap((group) => group.rules).length;
  return rules.length === wanted && wanted > 0
    ? undefined
    : `It has ${rules.length} rules; the file has ${wanted}.`;
}

const giveUp = performance.now() + WITHIN_MS;
for (;;) {
  const found = await problem().catch((error: unknown) => String(error));
  if (found === undefined) break;
  if (performance.now() > giveUp) throw new Error(found);
  await sleep(1000);
}
process.stdout.write(`monitoring: ${WATCHED.join(', ')} are watched, every generated rule is evaluated\n`);
