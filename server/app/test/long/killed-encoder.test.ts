import { readdirSync, readFileSync } from 'node:fs';
import type { JobJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

const servers = suiteServers();

/** The ffmpeg processes of a server that encode a clip, by their folder. */
function encoders({ folder }: StartedServer): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
        return line.includes(folder) && line.includes('pipe:0') && /ffmpeg\0/.test(line);
      } catch {
        // It ended while we looked.
        return false;
      }
    })
    .map(Number);
}

async function make(server: StartedServer, title: string): Promise<string> {
  const scenes = [
    { narration: 'A fox sleeps in the warm grass.', visual: 'a fox asleep in the grass' },
    { narration: 'It wakes up.', visual: 'a fox looking at the moon' },
  ];
  const answer = await fetch(`${server.url}/api/videos`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ script: { title, language: 'en', scenes }, aspects: ['1:1'] }),
  });
  expect(answer.status).to.equal(202);
  return ((await answer.json()) as JobJson).id;
}

/** Kills encoders as they come, until the job has ended or so many are killed; gives the job and how many were killed. */
async function killEncoders(
  server: StartedServer,
  id: string,
  most: number,
): Promise<{ job: JobJson; killed: number }> {
  const killed = new Set<number>();
  let job: JobJson | undefined;
  let looks = 0;
  await server.until(async () => {
    for (const pid of encoders(server)) {
      if (killed.size >= most || killed.has(pid)) continue;
      process.kill(pid, 'SIGKILL');
      killed.add(pid);
    }
    looks += 1;
    if (looks % 20 > 0) return false;
    job = (await (await fetch(`${server.url}/api/videos/${id}`)).json()) as JobJson;
    return job.status === 'done' || job.status === 'failed';
  }, 120_000);
  return { job: job as JobJson, killed: killed.size };
}

describe('an encoder that the machine kills', () => {
  it('once does not keep the video from being made', async () => {
    const server = await servers.start();
    const id = await make(server, 'Killed once');
    const { job, killed } = await killEncoders(server, id, 1);
    expect(killed).to.equal(1);
    expect(job).to.include({ status: 'done' });
    expect(job.error).to.equal(undefined);
    expect(server.log.map(({ message }) => message)).to.include('A run of a job failed and is tried again.');
  }).timeout(150_000);

  it('again and again in the same place ends in a sentence', async () => {
    const server = await servers.start({ RENDER_CONCURRENCY: '1' });
    const id = await make(server, 'Killed for ever');
    const { job, killed } = await killEncoders(server, id, 100);
    expect(job.status).to.equal('failed');
    expect(job.error).to.deep.include({
      stage: 'compose',
      title: 'The machine stopped the video encoder',
      detail:
        'The video encoder was killed 3 times in the same place, while it was to encode a clip (SIGKILL); the machine probably ran out of memory. Try again resumes from where it stopped.',
      retryable: true,
    });
    expect(killed).to.be.within(3, 6);
  }).timeout(150_000);
});
