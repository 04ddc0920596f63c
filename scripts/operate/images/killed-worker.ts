import { execa } from 'execa';
import { setTimeout as sleep } from 'node:timers/promises';
import { jobJson } from '@shortfactory/contract';
import type { JobJson } from '@shortfactory/contract';
import { ApiClient } from '../smoke/api-client.ts';

/**
 * Kills the worker's container in the middle of a render and starts it again: the video is finished. Then stops it in
 * the middle of another: it ends with code 0 within ten seconds. Called with the API's address and the container.
 */
const [address = '', container = ''] = process.argv.slice(2);
const api = new ApiClient(address);
const never = new AbortController().signal;
const docker = async (...args: string[]): Promise<string> => (await execa('docker', args)).stdout.trim();

async function until(
  id: string,
  what: string,
  reached: (job: JobJson) => boolean,
  seconds: number,
): Promise<void> {
  const deadline = performance.now() + seconds * 1000;
  for (;;) {
    const job = jobJson.parse(await api.json('GET', `/api/videos/${id}`, never));
    if (reached(job)) return;
    if (job.status === 'failed')
      throw new Error(`The video failed: ${job.error?.detail ?? 'no reason was given'}`);
    if (performance.now() > deadline) {
      throw new Error(`The video is not ${what} after ${seconds} s, but ${job.status}.`);
    }
    await sleep(1000);
  }
}

async function make(topic: string): Promise<string> {
  return jobJson.parse(await api.json('POST', '/api/videos', never, { topic, seconds: 30 })).id;
}

const rendering = (job: JobJson): boolean => job.status === 'running' && job.stage === 'compose';

const killed = await make('How volcanoes work');
await until(killed, 'rendering', rendering, 120);
await docker('kill', '--signal', 'KILL', container);
await docker('start', container);
await until(killed, 'done', (job) => job.status === 'done', 300);
process.stdout.write('a worker killed in the middle of a render: its video was finished\n');

const stopped = await make('How bees find flowers');
await until(stopped, 'rendering', rendering, 120);
const began = performance.now();
await docker('stop', '--time', '12', container);
const seconds = (performance.now() - began) / 1000;
const code = await docker('inspect', '--format', '{{.State.ExitCode}}', container);
if (code !== '0' || seconds > 10) {
  throw new Error(`The worker ended with code ${code} after ${seconds} s; 0 within 10 s was expected.`);
}
process.stdout.write(`SIGTERM in the middle of a render: code 0 after ${seconds.toFixed(1)} s\n`);
