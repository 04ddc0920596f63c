import { get } from 'node:http';
import { execa } from 'execa';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Measures an image's cold start: from the moment at which the engine started the container to the first 200 on /live,
 * asked from outside every few milliseconds. The best of three runs counts, so that a busy machine says nothing about
 * the image. Called with the image, its port, a free port here, and what the container is given besides.
 */
const [image = '', inner = '', port = '', ...options] = process.argv.slice(2);
const MOST_SECONDS = 2;
const RUNS = 3;
const GIVE_UP_MS = 30_000;
const docker = async (...args: string[]): Promise<string> => (await execa('docker', args)).stdout.trim();

/** Of one request on a connection of its own; undefined while there is no answer. */
function statusOf(path: string): Promise<number | undefined> {
  return new Promise((resolve) => {
    const request = get({ host: '127.0.0.1', port, path, agent: false, timeout: 1000 }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    request.on('timeout', () => request.destroy()).on('error', () => resolve(undefined));
  });
}

async function firstAnswer(): Promise<number> {
  const giveUp = performance.now() + GIVE_UP_MS;
  while ((await statusOf('/live')) !== 200) {
    if (performance.now() > giveUp) throw new Error(`${image} gave no 200 on /live.`);
    await sleep(5);
  }
  return Date.now();
}

interface Start {
  /** From the moment that the engine gives as the container's start. */
  readonly seconds: number;
  /** From the command: with all that the engine does before. */
  readonly withEngine: number;
}

async function once(): Promise<Start> {
  const container = await docker('create', '--publish', `127.0.0.1:${port}:${inner}`, ...options, image);
  try {
    const asked = Date.now();
    await docker('start', container);
    const answered = await firstAnswer();
    const startedAt = await docker('inspect', '--format', '{{.State.StartedAt}}', container);
    return {
      seconds: (answered - Date.parse(startedAt)) / 1000,
      withEngine: (answered - asked) / 1000,
    };
  } finally {
    await docker('rm', '--force', container);
  }
}

const starts: Start[] = [];
for (let run = 0; run < RUNS; run += 1) starts.push(await once());
starts.sort((a, b) => a.seconds - b.seconds);
const [best] = starts as [Start, ...Start[]];
const all = starts.map(({ seconds }) => seconds.toFixed(2)).join(', ');
process.stdout.write(
  `${image}: container start to 200 on /live in ${best.seconds.toFixed(2)} s, the best of ${all}` +
    ` (${best.withEngine.toFixed(2)} s from the command); at most ${MOST_SECONDS} s\n`,
);
if (!(best.seconds <= MOST_SECONDS)) process.exitCode = 1;
