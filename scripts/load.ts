import { setMaxListeners } from 'node:events';
import { isIP } from 'node:net';
import { InputInvalid } from '../server/src/domain/errors.ts';
import { Recorder, reportText } from './load/recorder.ts';
import type { LoadReport } from './load/recorder.ts';
import { startOwnServer } from './load/own-server.ts';
import { actAsUser } from './load/user.ts';
import { runCommand } from './operate/command.ts';
import type { CommandContext } from './operate/command.ts';
import { numberFlag, readFlags, textFlag } from './operate/options.ts';

const USAGE = `Many users at once: each asks for a short video of its own, follows its events, polls it, lists its videos and
fetches the file. Prints percentiles by route, how jobs ended, and what should not have happened.

  npm run load -- [--users 50] [--url URL] [--ramp 5] [--minutes 20] [--max-p99-ms N] [--json]

Options
  --users N        users at once, 1 to 1000 (default: 50)
  --url URL        the API; without it one is started, with a store of its own that is removed afterwards
  --ramp S         seconds in which the users arrive, 0 to 600 (default: 5)
  --minutes N      how long a user waits for its video, 1 to 120 (default: 20)
  --max-p99-ms N   a fault when 99 % of GET /api/videos/:id are not answered within N ms
  --remote         lets --url be another machine's; it makes as many videos there as there are users, and may cost money
  --json           prints the report as one object
  --help           prints this

Exit codes: 0 no fault, 1 a 5xx, another error, a request without an answer or a job that is not done; 2 bad input.`;

const POLLED = 'GET /api/videos/:id';

async function load({ args, env, say, signal }: CommandContext): Promise<void> {
  const given = readFlags(args, {
    users: { type: 'string' },
    url: { type: 'string' },
    ramp: { type: 'string' },
    minutes: { type: 'string' },
    'max-p99-ms': { type: 'string' },
    remote: { type: 'boolean' },
    json: { type: 'boolean' },
  });
  if (given['help']) return say(USAGE);
  const users = Math.floor(numberFlag(given, 'users', 50, 1, 1000));
  const rampMs = numberFlag(given, 'ramp', 5, 0, 600) * 1000;
  const deadlineMs = numberFlag(given, 'minutes', 20, 1, 120) * 60_000;
  const maxP99Ms = numberFlag(given, 'max-p99-ms', Infinity, 1, 60_000);
  const url = textFlag(given, 'url');
  if (url !== undefined) checkTarget(url, given['remote'] === true);
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
    say(given['json'] ? JSON.stringify(report) : reportText(report));
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

/** Load on somebody's machine by a slip of the keyboard is an attack. */
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

process.exitCode = await runCommand(process.argv.slice(2), process.env, load);
