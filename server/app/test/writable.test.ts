import { mkdir, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { HealthJson, JobJson, ProblemJson } from '@shortfactory/contract';
import { expect } from 'chai';
import { suiteServers } from '@shortfactory/testing/started-server';
import type { StartedServer } from '@shortfactory/testing/started-server';

const SCENES = [{ narration: 'Hello.', visual: 'a red balloon' }];

describe('a folder that cannot be written', () => {
  const servers = suiteServers();
  const folder = mkdtempSync(join(tmpdir(), 'writable-'));
  after(() => rmSync(folder, { recursive: true, force: true }));
  /** A folder below a file is not writable, even for root. */
  const blocked = join(folder, 'a-file');
  writeFileSync(blocked, 'not a folder');

  const post = (server: StartedServer): Promise<Response> =>
    fetch(`${server.url}/api/videos`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ script: { title: 'Hello', language: 'en', scenes: SCENES }, aspects: ['1:1'] }),
    });
  const health = async (server: StartedServer): Promise<HealthJson> =>
    (await (await fetch(`${server.url}/health`)).json()) as HealthJson;
  const refusal = async (server: StartedServer): Promise<void> => {
    const answer = await post(server);
    expect(answer.status).to.equal(503);
    expect(((await answer.json()) as ProblemJson).detail).to.match(
      /^The server’s disk is full, read-only or closed to it, so nothing can be made right now/,
    );
  };

  it('of temporary files is replaced by the system’s, with a sentence, and videos are made', async () => {
    const system = join(folder, 'tmp');
    await mkdir(system);
    const server = await servers.start({ SCRATCH_DIR: join(blocked, 'scratch'), TMPDIR: system });
    const sentence = `SCRATCH_DIR, ${blocked}/scratch, cannot be written (ENOTDIR), so temporary files go to ${system}.`;
    expect(server.log).to.deep.include.members([
      server.log.find(({ message, severity }) => message === sentence && severity === 'WARNING'),
    ]);
    const { storage } = (await health(server)).checks;
    expect(storage.state).not.to.equal('broken');
    expect(storage.detail).to.include(sentence);
    const answer = await post(server);
    expect(answer.status).to.equal(202);
    const { id } = (await answer.json()) as JobJson;
    await server.until(async () => {
      const job = (await (await fetch(`${server.url}/api/videos/${id}`)).json()) as JobJson;
      return job.status === 'done';
    }, 60_000);
  });

  it('and no other for temporary files is reported at the start, by /health, and at once to a request for a video', async () => {
    const server = await servers.start({ SCRATCH_DIR: blocked, TMPDIR: blocked });
    const sentence = `The folder for temporary files, SCRATCH_DIR, ${blocked}, cannot be written (EEXIST); no video can be made.`;
    expect(server.log.map(({ message }) => message)).to.include(sentence);
    expect((await health(server)).checks.storage).to.include({ state: 'broken', detail: sentence });
    await refusal(server);
    expect((await fetch(`${server.url}/ready`)).status, 'what is finished can be watched').to.equal(200);
  });

  it('of all videos is said in the same way', async () => {
    const server = await servers.start({ DATA_DIR: blocked, SIGNING_KEY: 'k'.repeat(40) });
    const said = server.log.map(({ message }) => message);
    expect(said).to.include(
      `The folder of all videos, DATA_DIR, ${blocked}, cannot be written (EEXIST); no video can be made.`,
    );
    expect((await health(server)).checks.storage.state).to.equal('broken');
    expect((await post(server)).status).to.equal(503);
  });

  it('of temporary files ends a worker, which can do nothing else, with one sentence', async () => {
    const server = await servers.spawn({
      ...{ ROLE: 'worker', QUEUE: 'http', WORKER_TOKEN: 't'.repeat(40) },
      ...{ SCRATCH_DIR: blocked, TMPDIR: blocked },
    });
    expect((await server.ended).code).to.equal(1);
    expect(server.log.map(({ message }) => message)).to.include(
      `The folder for temporary files, SCRATCH_DIR, ${blocked}, cannot be written (EEXIST); no video can be made.`,
    );
  });

  it('is seen when it turns so while the server runs', async () => {
    const scratch = join(folder, 'turns');
    const server = await servers.start({ SCRATCH_DIR: scratch });
    expect((await post(server)).status).to.equal(202);
    rmSync(scratch, { recursive: true });
    await writeFile(scratch, 'a file now');
    await refusal(server);
  });
});
