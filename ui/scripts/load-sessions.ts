import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { builtServer } from '@shortfactory/testing/support/build-once';
import { freePort } from '@shortfactory/testing/support/free-port';
import { answering, startUi } from '../test/support/built-ui.ts';
import { CookieJar } from '../test/support/cookie-jar.ts';
import { CLIENT, startIssuer } from '../test/support/oidc-issuer.ts';

/**
 * What sessions cost: so many users read pages of the built web interface, over the built server, in turns as visitors
 * and as people who have signed in at a provider. Prints a line of JSON: requests, 5xx, and the median and 99th
 * percentile in milliseconds of both, over all rounds, and how many times the latter is with sessions what it is
 * without. `npm run load:sessions -w ui -- --users 50 --rounds 4 --seconds 10`, after `npm run build`.
 */
const { values } = parseArgs({
  options: {
    users: { type: 'string', default: '50' },
    rounds: { type: 'string', default: '4' },
    seconds: { type: 'string', default: '10' },
  },
});
const [users, rounds, seconds] = [values.users, values.rounds, values.seconds].map(Number) as [
  number,
  number,
  number,
];
/** The page of videos asks the API for the owner's; Create does not. */
const PAGES = ['/', '/videos', '/videos?status=done'];
const VISITOR_KEY = 'a key of this measurement, and of nothing else';

interface Round {
  readonly tookMs: number[];
  failed: number;
}

const folder = await mkdtemp(join(tmpdir(), 'shortfactory-sessions-'));
const [apiPort, uiPort] = [await freePort(), await freePort()];
const home = `http://127.0.0.1:${uiPort}`;
const issuer = await startIssuer([`${home}/auth/callback`], home);
const server = await startServer();
const ui = await startUi(`http://127.0.0.1:${apiPort}`, {
  ...{ PORT: String(uiPort), AUTH: 'oidc', OIDC_ISSUER: issuer.url, OIDC_CLIENT_ID: CLIENT.id },
  ...{ OIDC_CLIENT_SECRET: CLIENT.secret, COOKIE_KEYS: 'c'.repeat(32), VISITOR_KEY },
});
try {
  const visitors = await Promise.all(Array.from({ length: users }, () => visited()));
  const people: CookieJar[] = [];
  // One after the other: the provider's next account is one for all.
  for (let i = 0; i < users; i++) people.push(await signedIn(i));
  const [without, within]: [Round, Round] = [
    { tookMs: [], failed: 0 },
    { tookMs: [], failed: 0 },
  ];
  for (let round = 0; round < rounds; round++) {
    await read(visitors, without);
    await read(people, within);
  }
  const [visiting, signed] = [summary(without), summary(within)];
  const p99Ratio = Math.round((1000 * signed.p99Ms) / visiting.p99Ms) / 1000;
  console.log(JSON.stringify({ users, rounds, seconds, visitors: visiting, sessions: signed, p99Ratio }));
} finally {
  await ui.stop();
  server.kill('SIGTERM');
  await once(server, 'exit');
  await issuer.close();
  await rm(folder, { recursive: true, force: true });
}

async function startServer(): Promise<ChildProcess> {
  const child = fork(await builtServer(), {
    env: {
      ...{ NODE_ENV: 'production', PORT: String(apiPort) },
      ...{ METRICS_PORT: String(await freePort()), DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'error' },
      ...{ AUTH: 'oidc', VISITOR_KEY, RATE_LIMIT_PER_MINUTE: '100000' },
    },
  });
  await answering(`http://127.0.0.1:${apiPort}/ready`, 60_000);
  return child;
}

async function visited(): Promise<CookieJar> {
  const jar = new CookieJar();
  await jar.get(`${home}/videos`);
  return jar;
}

async function signedIn(i: number): Promise<CookieJar> {
  issuer.account = {
    sub: `person-${i}`,
    name: `Person ${i}`,
    email: `p${i}@example.com`,
    email_verified: true,
  };
  const jar = new CookieJar();
  const { answer } = await jar.follow(`${home}/auth/begin?back=/videos`);
  if (answer.status !== 200) throw new Error(`signing in was answered with ${answer.status}`);
  return jar;
}

/** Everybody reads page after page for the round's seconds. */
async function read(jars: readonly CookieJar[], round: Round): Promise<void> {
  const until = performance.now() + seconds * 1000;
  await Promise.all(
    jars.map(async (jar) => {
      for (let page = 0; performance.now() < until; page++) {
        const began = performance.now();
        const answer = await jar.get(`${home}${PAGES[page % PAGES.length]}`);
        await answer.arrayBuffer();
        round.tookMs.push(performance.now() - began);
        if (answer.status >= 500) round.failed += 1;
      }
    }),
  );
}

function summary({
  tookMs,
  failed,
}: Round): Readonly<Record<'requests' | 'failed' | 'p50Ms' | 'p99Ms', number>> {
  const sorted = tookMs.toSorted((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { requests: sorted.length, failed, p50Ms: at(0.5), p99Ms: at(0.99) };
}
