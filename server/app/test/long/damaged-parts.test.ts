import { randomBytes } from 'node:crypto';
import { readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@shortfactory/config';
import type { JobJson } from '@shortfactory/contract';
import type { ShortRequest, TelemetryEvent } from '@shortfactory/core';
import { publishShort } from '@shortfactory/jobs';
import { pipelineHere } from '@shortfactory/jobs/pipeline-here';
import { FsDelivery } from '@shortfactory/storage';
import { expect } from 'chai';
import { assemble } from '../../composition/composition.ts';
import { suiteServers } from '@shortfactory/testing/started-server';

const REQUEST: ShortRequest = {
  source: { topic: 'Why does an octopus have three hearts?' },
  seconds: 5,
  aspects: ['1:1'],
};
const never = new AbortController().signal;

const DAMAGES: Readonly<Record<string, (file: string) => Promise<void>>> = {
  'cut to half': async (file) => truncate(file, Math.floor((await readFile(file)).length / 2)),
  'cut to nothing': (file) => truncate(file, 0),
  'changed in one byte': async (file) => {
    const bytes = await readFile(file);
    const at = Math.floor(bytes.length / 2);
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    await writeFile(file, bytes);
  },
};

/** The kinds of parts that a video is made of, by their names in the store. */
const KINDS: Readonly<Record<string, RegExp>> = {
  'the story': /^story\/[0-9a-f]{64}$/,
  'the script': /^script\/[0-9a-f]{64}$/,
  'what names a picture': /^illustrate\/[0-9a-f]{64}$/,
  'a picture': /^illustrate\/.*\.image$/,
  'what names a narration': /^narrate\/[0-9a-f]{64}$/,
  'a narration': /^narrate\/.*\.wav$/,
  'a clip or what names the sound': /^compose\/[0-9a-f]{64}$/,
  'the sound and what it was joined from': /^compose\/.*\.aac$/,
  'the joined video': /^compose\/.*\.mp4$/,
  'the poster': /^compose\/.*\.jpg$/,
  'the captions': /^publish\/.*\.(srt|vtt|ass)$/,
};

describe('parts that are damaged in the store', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'damaged-parts-'));
  const artifacts = join(folder, 'data/artifacts');
  const config = loadConfig({
    DATA_DIR: join(folder, 'data'),
    SCRATCH_DIR: folder,
    PATH: process.env['PATH'],
  });
  const events: TelemetryEvent[] = [];
  let assembled: Awaited<ReturnType<typeof assemble>>;
  let whole: Map<string, Buffer>;
  let runs = 0;

  const parts = async (): Promise<string[]> =>
    (await readdir(artifacts, { recursive: true, withFileTypes: true }))
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(artifacts.length + 1))
      .sort();
  /** As a job does it: makes the video, looks at all that it is to publish, and publishes that; again where that may pass. */
  const make = async (): Promise<void> => {
    const pipeline = pipelineHere(assembled.parts);
    const publishing = { inspect: pipeline.inspect, delivery: new FsDelivery(join(folder, 'data')) };
    runs += 1;
    for (let tries = 1; ; tries++) {
      const { short } = await pipeline.make(REQUEST, { signal: never });
      try {
        await publishShort(
          publishing,
          { id: `run-${runs}`, epoch: tries },
          short,
          async () => undefined,
          never,
        );
        return;
      } catch (error) {
        if (tries === 2) throw error;
      }
    }
  };
  const damagedStages = (): string[] =>
    events.flatMap((event) => (event.type === 'artifact-damaged' ? [event.stage] : []));
  /** Puts every part back as it was first made. */
  const restore = async (): Promise<void> => {
    for (const [name, bytes] of whole) await writeFile(join(artifacts, name), bytes);
  };

  before(async () => {
    assembled = await assemble(config, { telemetry: { record: (event) => void events.push(event) } });
    await make();
    whole = new Map();
    for (const name of await parts()) whole.set(name, await readFile(join(artifacts, name)));
  });
  after(async () => {
    await assembled.close();
    rmSync(folder, { recursive: true, force: true });
  });
  beforeEach(async () => {
    await restore();
    events.splice(0);
  });

  /** Everything that is left of a video but its parts of a later step, which would be found and used as they are. */
  const LATER = /^compose\/.*\.(mp4|jpg)$|^publish\//;

  for (const [how, damage] of Object.entries(DAMAGES)) {
    for (const [kind, pattern] of Object.entries(KINDS)) {
      // Of what takes long to make again, the extremes are enough.
      if (how === 'cut to nothing' && /narration|picture|clip/.test(kind)) continue;
      it(`are made again, the same as before: ${kind}, ${how}`, async () => {
        const hurt = [...whole.keys()].filter((name) => pattern.test(name));
        expect(hurt).not.to.deep.equal([]);
        if (!LATER.test(hurt[0] ?? '')) {
          for (const name of whole.keys())
            if (LATER.test(name)) await rm(join(artifacts, name), { force: true });
          // Without the sound's name the narrations are needed, without the clips the pictures.
          if (/\.(wav|image)$/.test(hurt[0] ?? ''))
            for (const name of whole.keys())
              if (/^compose\//.test(name)) await rm(join(artifacts, name), { force: true });
        }
        for (const name of hurt) await damage(join(artifacts, name));
        await make();
        for (const name of await parts()) {
          expect(
            (await readFile(join(artifacts, name))).equals(whole.get(name) ?? Buffer.alloc(0)),
            name,
          ).to.equal(true);
        }
        expect(await parts()).to.include.members(hurt);
        expect(damagedStages()).to.include(hurt[0]?.split('/')[0]);
      });
    }
  }

  it('are checked without reading what is whole any more often', async () => {
    const read = async (): Promise<number> =>
      Number(/^rchar: (\d+)$/m.exec(await readFile('/proc/self/io', 'utf8'))?.[1]);
    const looked = [...whole].filter(([name]) => LATER.test(name) || /\.image$/.test(name));
    const bytes = looked.reduce((sum, [, content]) => sum + content.length, 0);
    await make();
    const before = await read();
    await make();
    // Fetched, compared with its checksum, and hashed for its name; the notes and the rest add less than one more.
    expect(((await read()) - before) / bytes).to.be.lessThan(4.4);
  });

  it('are seen without their sums, too, where they were cut: those of earlier versions have none', async () => {
    await rm(join(folder, 'data/.sums'), { recursive: true });
    await make();
    expect(damagedStages(), 'whole ones stay in use').to.deep.equal([]);
    for (const name of whole.keys()) {
      // A text says nowhere how long it is.
      if (!/^publish\//.test(name))
        await truncate(join(artifacts, name), Math.floor((whole.get(name)?.length ?? 0) / 2));
    }
    await make();
    for (const name of await parts())
      expect(
        (await readFile(join(artifacts, name))).equals(whole.get(name) ?? Buffer.alloc(0)),
        name,
      ).to.equal(true);
  });

  it('are checked while sums are spoiled, by their structure alone', async () => {
    const sums = join(folder, 'data/.sums/artifacts');
    for (const entry of await readdir(sums, { recursive: true, withFileTypes: true })) {
      if (entry.isFile()) await truncate(join(entry.parentPath, entry.name), 5);
    }
    await make();
    expect(damagedStages()).to.deep.equal([]);
  });
});

describe('a finished video whose file is cut on the disk', () => {
  const servers = suiteServers();

  it('is not served as if it were whole, and is made again when its owner asks', async () => {
    const server = await servers.start();
    const owner = { authorization: `Bearer ${randomBytes(32).toString('base64url')}` };
    const scenes = [{ narration: 'Hello.', visual: 'a red balloon' }];
    const json = async (answer: Promise<Response>): Promise<JobJson> =>
      (await (await answer).json()) as JobJson;
    const { id } = await json(
      fetch(`${server.url}/api/videos`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...owner },
        body: JSON.stringify({ script: { title: 'Cut', language: 'en', scenes }, aspects: ['1:1'] }),
      }),
    );
    const address = `${server.url}/api/videos/${id}`;
    const retry = (): Promise<Response> => fetch(`${address}/retry`, { method: 'POST', headers: owner });
    const done = async (): Promise<boolean> => (await json(fetch(address))).status === 'done';
    await server.until(done, 60_000);
    expect((await retry()).status, 'nothing is wrong with it yet').to.equal(409);
    const first = Buffer.from(await (await fetch(`${address}/file`)).arrayBuffer());

    const files = join(server.folder, 'data/videos', id);
    for (const name of await readdir(files)) {
      const { length } = await readFile(join(files, name));
      await truncate(join(files, name), Math.floor(length / 2));
    }
    for (const path of ['file', 'captions.srt', 'poster', 'scenes/0/illustration']) {
      const answer = await fetch(`${address}/${path}`, { headers: { range: 'bytes=0-9' } });
      expect(answer.status, path).to.equal(500);
      expect(await answer.json()).to.include({ type: 'urn:shortfactory:problem:damaged' });
    }
    expect((await fetch(`${address}/file`, { method: 'HEAD' })).status).to.equal(500);

    expect((await retry()).status).to.equal(202);
    await server.until(done, 60_000);
    const again = await fetch(`${address}/file`);
    expect(again.status).to.equal(200);
    expect(Buffer.from(await again.arrayBuffer()).equals(first)).to.equal(true);
    expect(await (await fetch(server.metricsUrl)).text()).to.match(
      /^shortfactory_artifacts_damaged_total\{stage="compose"\} [1-9]/m,
    );
  }).timeout(120_000);
});
