import { mkdtempSync, rmSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '@shortfactory/config';
import { FPS } from '@shortfactory/core';
import type { ShortRequest, TelemetryEvent } from '@shortfactory/core';
import { makeShort } from '@shortfactory/pipeline';
import { Ffmpeg } from '@shortfactory/renderer';
import { silentLog } from '@shortfactory/testing/silent-log';
import { ffmpegVersions } from '@shortfactory/testing/support/ffmpeg-versions';
import { expect } from 'chai';
import { assemble } from '../../composition/composition.ts';

const REQUEST: ShortRequest = {
  source: { topic: 'How does a lighthouse work?' },
  seconds: 5,
  aspects: ['1:1'],
};
const { signal } = new AbortController();

describe('a video whose pictures are partly skipped', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(join(tmpdir(), 'skipped-'));
  const path = process.env['PATH'] ?? '';
  const videos = new Map<string, { readonly files: readonly string[]; readonly seconds: number }>();
  const warnings: string[] = [];
  const events: TelemetryEvent[] = [];

  /** Makes the video in a store of its own. */
  async function make(name: string, env: Readonly<Record<string, string>>): Promise<void> {
    const config = loadConfig({ PATH: path, DATA_DIR: join(folder, name), SCRATCH_DIR: folder, ...env });
    const assembled = await assemble(config, {
      telemetry: { record: (event) => void events.push(event) },
      log: { ...silentLog, warn: (message) => void warnings.push(message) },
    });
    try {
      const { short } = await makeShort(assembled.parts, REQUEST, { signal });
      const files = short.outputs.map(({ aspect }) =>
        join(folder, `${name}-${aspect.replace(':', 'x')}.mp4`),
      );
      for (const [i, { object }] of short.outputs.entries()) {
        await assembled.parts.store.download(object, files[i] ?? '');
      }
      videos.set(name, { files, seconds: short.outputs[0]?.seconds ?? NaN });
    } finally {
      await assembled.close();
    }
  }

  /** A hash of every frame that a decoder shows, with its time. */
  async function shown(ffmpeg: Ffmpeg, video: string): Promise<string[]> {
    const file = join(folder, 'frames.md5');
    await ffmpeg.run(
      {
        doing: 'decode a video',
        inputs: [{ options: ['-xerror', '-err_detect', 'explode', '-f', 'mov'], source: `file:${video}` }],
        outputs: [{ options: ['-map', '0:v:0', '-f', 'framemd5'], file: `file:${file}` }],
      },
      { signal },
    );
    return (await readFile(file, 'utf8'))
      .split('\n')
      .filter((row) => /^\d/.test(row))
      .map((row) => row.split(',').map((field) => field.trim()))
      .map(([, , time, , , hash]) => `${time} ${hash}`);
  }

  before(async () => {
    await make('off', { RENDER_SKIP: 'off' });
    await make('on', { RENDER_SKIP: 'on' });
    // An encoder that was never seen before: one that makes B pictures of its own.
    const other = join(folder, 'other-ffmpeg');
    const real = Ffmpeg.locate(undefined, path).path;
    await writeFile(other, `#!/bin/bash\nexec '${real}' "\${@/bframes=0/bframes=2:b-adapt=0}"\n`, {
      mode: 0o755,
    });
    await make('refused', { RENDER_SKIP: 'on', FFMPEG_PATH: other });
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('shows the same frames with every ffmpeg that is here, at their times, none too few', async () => {
    const { files, seconds } = videos.get('on') ?? { files: [], seconds: NaN };
    expect(files).to.have.length(1);
    for (const video of files) {
      const each: string[][] = [];
      for (const ffmpeg of ffmpegVersions()) each.push(await shown(ffmpeg, video));
      const [first, ...others] = each;
      const times = (first ?? []).map((row) => Number(row.split(' ')[0]));
      expect(times).to.deep.equal(Array.from({ length: Math.round(seconds * FPS) }, (_, n) => n));
      for (const other of others) expect(other).to.deep.equal(first);
    }
  });

  it('is another one than where every frame is encoded', async () => {
    const [on, off] = [videos.get('on')?.files[0] ?? '', videos.get('off')?.files[0] ?? ''];
    expect((await readFile(on)).equals(await readFile(off))).to.equal(false);
  });

  it('is encoded frame by frame where nothing can be inserted, with one warning and one count', async () => {
    expect(warnings).to.deep.equal([
      'Skipped pictures could not be inserted; every frame of the video is encoded.',
    ]);
    expect(events.filter(({ type }) => type === 'stream-refused')).to.have.length(1);
    const [refused, off] = [videos.get('refused')?.files ?? [], videos.get('off')?.files ?? []];
    for (const [i, file] of refused.entries()) {
      expect((await readFile(file)).equals(await readFile(off[i] ?? '')), file).to.equal(true);
    }
  });
});
