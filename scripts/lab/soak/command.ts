import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MAX_ATTEMPTS, isTerminal } from '@shortfactory/core';
import { command, number, text } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { SharedFolder, WorkerProcess } from '@shortfactory/testing/jobs/processes';
import { tinyRequest } from '@shortfactory/testing/jobs/real-jobs';

const BOUNDS = { least: 1, most: 999_999, whole: true } as const;

const FLAGS = {
  kills: number('N', 'how often a worker is killed', BOUNDS, 500),
  jobs: number('N', 'how many jobs at least', BOUNDS, 100),
  minutes: number('N', 'it ends after this time in any case', BOUNDS, 30),
  workers: number('N', 'how many work side by side on one store', BOUNDS, 2),
  history: text(
    'FILE',
    'records every get and compare-and-swap of jobs, for the checker in server/testing/linearizability',
  ),
};

export const soak = command({
  summary:
    'Kills real workers at random while they work on real jobs, and checks that every job ends done. A job fails when three workers in a row die with it and made no progress; here it is tried again, as a person would.',
  usage: [
    'npm run soak',
    'npm run soak -- --kills 50 --jobs 10 --minutes 5',
    'npm run soak -- --history out/history.jsonl',
  ],
  flags: FLAGS,
  notes: 'Exit codes: 0 every job is done, 1 one is not, 2 bad input, 130 interrupted.',
  run: soakAll,
});

/** A worker lives this long at least: it has to start before it can be killed at work. */
const LEAST_LIFE_MS = 1500;
const MOST_LIFE_MS = 6000;

interface Wanted {
  readonly kills: number;
  readonly jobs: number;
  readonly minutes: number;
  readonly workers: number;
  /** Absolute; written anew. */
  readonly history?: string;
}

async function soakAll(
  { history, ...values }: Values<typeof FLAGS>,
  { signal }: CommandContext,
): Promise<number> {
  const wanted: Wanted = { ...values, ...(history === undefined ? {} : { history: resolve(history) }) };
  if (wanted.history !== undefined) writeFileSync(wanted.history, '');
  const folder = await SharedFolder.make(wanted.history);
  try {
    return await killAndCount(folder, wanted, signal);
  } finally {
    await folder.remove();
  }
}

async function killAndCount(
  folder: SharedFolder,
  { kills, jobs, minutes, workers, history }: Wanted,
  signal: AbortSignal,
): Promise<number> {
  const endMs = performance.now() + minutes * 60_000;
  const ids: string[] = [];
  const givenUp: string[] = [];
  const submit = async (): Promise<void> => {
    for (let i = 0; i < jobs; i++) {
      const request = tinyRequest(`Soak ${ids.length}`);
      ids.push((await folder.jobs.submit('soak', request)).job.id);
    }
  };
  await submit();
  let killed = 0;
  let over = false;
  const lives = Array.from({ length: workers }, async (_, place) => {
    for (let life = 0; !over; life++) {
      const worker = new WorkerProcess(folder, {
        name: `worker-${place}-${life}`,
        ...(history === undefined ? {} : { history }),
      });
      const lifeMs = LEAST_LIFE_MS + Math.random() * (MOST_LIFE_MS - LEAST_LIFE_MS);
      const dueMs = killed < kills ? performance.now() + lifeMs : Infinity;
      while (!over && performance.now() < dueMs && worker.isRunning) await pause(100);
      await worker.end();
      if (!over) killed += 1;
    }
  });
  let left = ids.length;
  while (left > 0 && performance.now() < endMs && !signal.aborted) {
    await pause(2000);
    const all = await Promise.all(ids.map((id) => folder.jobs.get(id)));
    left = all.filter((job) => !job || !isTerminal(job.status)).length;
    for (const job of all) {
      if (job?.status !== 'failed' || job.attempts < MAX_ATTEMPTS) continue;
      givenUp.push(`${job.id}: ${job.error?.detail}`);
      await folder.jobs.retry(job.id, 'soak');
      left += 1;
    }
    process.stderr.write(`${killed} of ${kills} kills, ${ids.length - left} of ${ids.length} jobs ended\n`);
    // Jobs end sooner than their workers can be killed so often: then there are more of them.
    if (left === 0 && killed < kills) {
      await submit();
      left = jobs;
    }
  }
  over = true;
  await Promise.all(lives);
  signal.throwIfAborted();
  if (givenUp.length > 0) process.stderr.write(`Tried again: ${givenUp.join('; ')}\n`);
  return report(folder, ids, killed, givenUp.length);
}

async function report(
  folder: SharedFolder,
  ids: readonly string[],
  killed: number,
  givenUp: number,
): Promise<number> {
  const counts = new Map<string, number>();
  let missing = 0;
  for (const id of ids) {
    const job = await folder.jobs.get(id);
    const status = job?.status ?? 'gone';
    if (status === 'failed') process.stdout.write(`${id} failed: ${job?.error?.detail}\n`);
    counts.set(status, (counts.get(status) ?? 0) + 1);
    for (const { object, bytes } of job?.outputs ?? [])
      if ((await folder.store.head(object))?.bytes !== bytes) missing += 1;
  }
  const list = [...counts].map(([status, count]) => `${count} ${status}`).join(', ');
  process.stdout.write(
    `${killed} kills over ${ids.length} jobs: ${list}; ${givenUp} given up and tried again; ${missing} outputs missing\n`,
  );
  return counts.get('done') === ids.length && missing === 0 ? 0 : 1;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
