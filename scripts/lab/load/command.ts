import { setMaxListeners } from 'node:events';
import { isIP } from 'node:net';
import { InputInvalid } from '@shortfactory/core';
import { command, number, text, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { Recorder, reportText } from './recorder.ts';
import type { LoadReport } from './recorder.ts';
import { startOwnServer } from './own-server.ts';
import { actAsUser } from './user.ts';

const POLLED = 'GET /api/videos/:id';

const FLAGS = {
  users: number('N', 'users at once', { least: 1, most: 1000 }, 50),
  url: text('URL', 'the API; without it one is started, with a store of its own that is removed afterwards'),
  ramp: number('S', 'seconds in which the users arrive', { least: 0, most: 600 }, 5),
  minutes: number('N', 'how long a user waits for its video', { least: 1, most: 120 }, 20),
  'max-p99-ms': number('N', `a fault when 99 % of ${POLLED} are not answered within N ms`, {
    least: 1,
    most: 60_000,
  }),
  remote: toggle(
    "lets --url be another machine's; it makes as many videos there as there are users, and may cost money",
  ),
  json: toggle('prints the report as one object'),
};

export const load = command({
  summary:
    'Many users at once: each asks for a short video of its own, follows its events, polls it, lists its videos and fetches the file. Prints percentiles by route, how jobs ended, and what should not have happened.',
  usage: ['npm run load -- [--users 50] [--url URL] [--ramp 5] [--minutes 20] [--max-p99-ms N] [--json]'],
  flags: FLAGS,
  notes:
    'Exit codes: 0 no fault, 1 a 5xx, another error, a request without an answer or a job that is not done; 2 bad input.',
  run: loadAll,
});

async function loadAll(
  { url, json, remote, ...values }: Values<typeof FLAGS>,
  { env, say, signal }: CommandContext,
): Promise<void> {
  const users = Math.floor(values.users);
  const rampMs = values.ramp * 1000;
  const deadlineMs = values.minutes * 60_000;
  const maxP99Ms = values['max-p99-ms'] ?? Infinity;
  if (url !== undefined) checkTarget(url, remote);
  // Every user listens to it.
  setMaxListeners(0, signal);
  const own = url === undefined ? await startOwnServer(env) : undefined;
  try {
    const recorder = new Recorder();
    const arrivals = Array.from({ length: users }, async (_, number) => {
      await pause((rampMs * number) / users, signal);
      const target = { url: url ?? own?.url ?? '', number: number + 1, deadlineMs, recorder, signal };
      if (!signal.aborted) await actAsUser(target);
    });
    await Promise.all(arrivals);
    signal.throwIfAborted();
    const lag = await own?.lagMs();
    const report = judged(
      { ...recorder.report(users), ...(lag === undefined ? {} : { eventLoopLagP99Ms: lag }) },
      maxP99Ms,
    );
    say(json ? JSON.stringify(report) : reportText(report));
    const faults = Object.values(report.faults).reduce((sum, times) => sum + times, 0);
    if (faults > 0) throw new Error(`${faults} things happened that should not.`);
  } finally {
    await own?.stop();
  }
}

function judged(report: LoadReport, maxP99Ms: number): LoadReport {
  const p99Ms = report.routes.find(({ route }) => route === POLLED)?.p99Ms ?? NaN;
  if (!(p99Ms > maxP99Ms)) return report;
  return {
    ...report,
    faults: { ...report.faults, [`p99 of ${POLLED} is ${p99Ms} ms, more than ${maxP99Ms}`]: 1 },
  };
}

/** Load on another machine by a typing mistake is an attack. */
function checkTarget(url: string, remote: boolean): void {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol)) {
    throw new InputInvalid(
      '--url',
      `“${url}” is not an address; one such as http://127.0.0.1:8000 was expected.`,
    );
  }
  const { hostname } = new URL(url);
  const host = hostname.replace(/^\[(.*)\]$/, '$1');
  const loopback = host === 'localhost' || host === '::1' || (isIP(host) === 4 && host.startsWith('127.'));
  if (loopback || remote) return;
  throw new InputInvalid('--url', `${host} is not this machine; add --remote if it may be put under load.`);
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms === 0 || signal.aborted) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
