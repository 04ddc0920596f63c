import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { encodeWav } from '@shortfactory/core';
import { seeded } from '@shortfactory/testing/seeded';
import { expect } from 'chai';
import { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { adtsPackets, windowOf } from '../sound/adts.ts';
import { soundPlan } from '../sound/audio.ts';
import { encodedParts } from '../sound/kept-sounds.ts';
import { BLOCK_SAMPLES, joinedParts, keptOf, soundParts, wholeSound } from '../sound/sound-parts.ts';
import type { SoundPart } from '../sound/sound-parts.ts';

const execute = promisify(execFile);
const RATE = 48_000;
const SECONDS = 20;

/** Two channels of tones that come and go with a click now and then, so that windows of every kind are used. */
function piece(): Int16Array {
  const random = seeded(7);
  const samples = new Int16Array(2 * RATE * SECONDS);
  for (let i = 0; i < samples.length / 2; i++) {
    const second = i / RATE;
    const swell = Math.max(0, Math.sin(2 * Math.PI * 1.7 * second));
    const click = i % 15_731 < 40 ? 9000 * (random() - 0.5) : 0;
    const left = 9000 * swell * Math.sin(2 * Math.PI * (200 + 20 * second) * second) + click;
    samples[2 * i] = Math.round(left);
    samples[2 * i + 1] = Math.round(0.8 * left + 500 * (random() - 0.5));
  }
  return samples;
}

describe('a sound that is encoded in parts', () => {
  const ffmpeg = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '');
  const { signal } = new AbortController();
  const samples = piece();
  const length = samples.length / 2;
  const parts = soundParts(length);
  const kept = new Map<string, Uint8Array>();
  let folder: string;
  let encoded: number[];

  async function encode(all: Int16Array, wanted: readonly SoundPart[]): Promise<Buffer[]> {
    const wav = join(folder, 'all.wav');
    await writeFile(wav, encodeWav(all, RATE, 2));
    const files = wanted.map((part, i) => ({ ...part, file: join(folder, `part-${i}.aac`) }));
    await ffmpeg.run(soundPlan(wav, files), { signal });
    encoded.push(wanted.length);
    return Promise.all(files.map(async ({ file, ...part }) => keptOf(part, await readFile(file)) as Buffer));
  }

  function stream(of: Int16Array): Promise<Uint8Array[]> {
    const store = {
      find: async (hash: string) => kept.get(hash),
      keep: async (hash: string, bytes: Uint8Array) => void kept.set(hash, bytes),
    };
    return encodedParts(of, 2, parts, store, (wanted) => encode(of, wanted));
  }

  /** What a decoder makes of a stream, without what it begins with. */
  async function heard(aac: Uint8Array): Promise<Int16Array> {
    const [file, raw] = [join(folder, 'heard.aac'), join(folder, 'heard.pcm')];
    await writeFile(file, aac);
    await execute(ffmpeg.path, ['-xerror', '-v', 'error', '-y', '-i', file, '-f', 's16le', raw]);
    const bytes = await readFile(raw);
    return new Int16Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length)).subarray(
      2 * BLOCK_SAMPLES,
    );
  }

  /** Noise of the codec between two samples, in dB under the sound. */
  function noiseDb(of: Int16Array, from: number, to: number): number {
    let [noise, sound] = [1, 1];
    for (let i = 2 * from; i < 2 * to; i++) {
      noise += ((of[i] ?? 0) - (samples[i] ?? 0)) ** 2;
      sound += (samples[i] ?? 0) ** 2;
    }
    return 10 * Math.log10(noise / sound);
  }

  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sound-parts-'));
    encoded = [];
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('has as many packets as one that is encoded whole, and sounds the same at its seams', async () => {
    const joined = joinedParts(await stream(samples));
    const [whole = Buffer.alloc(0)] = await encode(samples, [wholeSound(length)]);
    if (!joined) throw new Error('the parts do not fit');
    expect(adtsPackets(joined)?.length).to.equal(adtsPackets(whole)?.length);
    const [a, b] = [await heard(joined), await heard(whole)];
    let at = 0;
    for (const { packets } of parts.slice(0, -1)) {
      at += packets;
      const seam = (at - 1) * BLOCK_SAMPLES;
      const [mine, theirs] = [a, b].map((each) => noiseDb(each, seam - 2048, seam + 2048));
      expect(mine, `the seam at ${seam}`).to.be.at.most(Math.max((theirs ?? 0) + 3, -20));
    }
    expect(noiseDb(a, 0, length - 2048)).to.be.at.most(noiseDb(b, 0, length - 2048) + 3);
  });

  it('is encoded anew where samples have changed, and nowhere else', async () => {
    const before = await stream(samples);
    const changed = samples.slice();
    changed[2 * RATE * 8] = 12_345;
    encoded = [];
    const after = await stream(changed);
    expect(encoded).to.deep.equal([1]);
    expect(after.map((part, i) => Buffer.from(part).equals(before[i] as Uint8Array))).to.deep.equal([
      true,
      false,
      true,
      true,
    ]);
    encoded = [];
    await stream(samples);
    expect(encoded).to.deep.equal([]);
  });

  it('is not joined where a part goes on from another window than the one before ends with', async () => {
    const [first, second, ...rest] = (await stream(samples)).map((part) => Buffer.from(part));
    const packets = adtsPackets(second ?? Buffer.alloc(0)) ?? [];
    const seam = packets[0] as Buffer;
    const other = packets.find((packet) => windowOf(packet) !== windowOf(seam)) as Buffer;
    const spoilt = Buffer.concat([other, ...packets.slice(1)]);
    expect(joinedParts([first as Buffer, spoilt, ...rest])).to.equal(undefined);
    expect(joinedParts([first as Buffer, Buffer.from('no stream'), ...rest])).to.equal(undefined);
  });

  it('is cut into parts that cover it once, whatever its length', () => {
    for (const seconds of [0.01, 0.4, 5, 5.46, 8, 8.2, 30, 61.7, 180]) {
      const all = soundParts(Math.round(seconds * RATE));
      const packets = all.reduce((sum, part) => sum + part.packets, 0);
      expect(packets, `${seconds} s`).to.equal(Math.ceil(Math.round(seconds * RATE) / BLOCK_SAMPLES) + 1);
      for (const { fromSample, toSample } of all) expect(toSample).to.be.above(fromSample);
      expect(all.at(-1)?.toSample).to.equal(Math.round(seconds * RATE));
    }
  });
});
