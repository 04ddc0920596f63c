import { execFile, fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { Ffmpeg } from '@shortfactory/renderer';
import { builtProgram } from '@shortfactory/testing/support/build-once';
import { expect } from 'chai';
import { serveApp, visitorToken } from './support/served-app.ts';
import type { ServedApp } from './support/served-app.ts';

const USERS = 12;
const MIB = 2 ** 20;
const LARGE_BYTES = 200 * MIB;

/** A box of an MP4 that players skip (ISO/IEC 14496-12, 8.1.2), as its head and how many bytes follow it. */
function freeBox(bytes: number, word: string): Buffer {
  const head = Buffer.alloc(16);
  head.writeUInt32BE(bytes);
  head.write(`free${word}`, 4, 'latin1');
  return head;
}

describe('clips of many at once', () => {
  const { path: ffmpeg } = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  let clip: Buffer;
  before(async () => {
    const film = '-v error -f lavfi -i testsrc2=s=160x90:r=10:d=1 -c:v libx264 -movflags empty_moov -f mp4 -';
    ({ stdout: clip } = await promisify(execFile)(ffmpeg, film.split(' '), { encoding: 'buffer' }));
  });

  const announce = async (
    base: string,
    bytes: number,
    token: string,
  ): Promise<{ upload: string; url: string }> => {
    const answer = await fetch(`${base}/api/uploads`, {
      method: 'POST',
      body: JSON.stringify({ filename: 'a.mp4', contentType: 'video/mp4', bytes }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    });
    expect(answer.status).to.equal(201);
    return (await answer.json()) as { upload: string; url: string };
  };

  describe('with an ffmpeg that notes what it is started for', () => {
    let app: ServedApp;
    let folder: string;
    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'many-clips-'));
      const noting = join(folder, 'ffmpeg');
      await writeFile(
        noting,
        `#!/bin/sh
case "$*" in *-c:v?mjpeg*) looks=yes ;; esac
for word in "$@"; do case "$word" in file:*/upload-[0-9]*) scratch=\${word#file:} ;; esac; done
files=0
for file in "\${scratch%/shortfactory-*}"/shortfactory-*/upload-?; do files=$((files + 1)); done
[ -n "$looks" ] && echo "$files" >> ${folder}/looks
exec ${ffmpeg} "$@"
`,
        { mode: 0o755 },
      );
      app = await serveApp({ env: { FFMPEG_PATH: noting } });
    });
    after(async () => {
      await app.stop();
      await rm(folder, { recursive: true });
    });

    it('are each looked at once, two on disk at a time, and not again when a video names them', async () => {
      const users = Array.from({ length: USERS }, async (_, user) => {
        const token = visitorToken();
        const body = Buffer.concat([clip, freeBox(16, `user ${user}`)]);
        const { upload, url } = await announce(app.base, body.length, token);
        const headers = { 'content-type': 'video/mp4' };
        expect((await app.fetch(url, { method: 'PUT', headers, body })).status).to.equal(204);
        const scene = { narration: 'x', upload, clip: { fromSeconds: 0.3 } };
        const json = { script: { title: 'T', language: 'en', scenes: [scene, { ...scene, clip: {} }] } };
        expect((await app.fetch('/api/videos', { json, token })).status).to.equal(202);
      });
      await Promise.all(users);
      const looks = (await readFile(join(folder, 'looks'), 'utf8')).trim().split('\n').map(Number);
      expect(looks).to.have.length(USERS);
      expect(Math.max(...looks), 'uploads in the scratch folder').to.be.at.most(2);
    });
  });

  describe('in a process of its own', () => {
    let child: ChildProcess;
    let base: string;
    before(async () => {
      child = fork(await builtProgram('sampled-server'));
      const [{ port }] = (await once(child, 'message')) as [{ port: number }];
      base = `http://127.0.0.1:${port}`;
    });
    after(() => {
      child.disconnect();
    });
    const mostBytes = async (): Promise<number> => {
      child.send('most');
      const [answer] = (await once(child, 'message')) as [{ mostBytes: number }];
      return answer.mostBytes;
    };
    const send = async (bytes: number): Promise<void> => {
      const head = freeBox(bytes, 'large');
      const { url } = await announce(base, clip.length + bytes, visitorToken());
      const zeros = Buffer.alloc(MIB);
      const body = Readable.from(
        (function* () {
          yield Buffer.concat([clip, head]);
          for (let left = bytes - head.length; left > 0; left -= zeros.length) yield zeros.subarray(0, left);
        })(),
      );
      const init = { method: 'PUT', body, duplex: 'half', headers: { 'content-type': 'video/mp4' } };
      expect((await fetch(`${base}${url}`, init as unknown as RequestInit)).status).to.equal(204);
    };

    it('go to the store as they come: a large one takes no memory that a small one does not', async () => {
      // What is loaded with the first one is not its size's.
      await send(2 * MIB);
      const before = await mostBytes();
      await send(LARGE_BYTES);
      expect(((await mostBytes()) - before) / MIB).to.be.below(100);
    });
  });
});
