import { createHash } from 'node:crypto';
import { expect } from 'chai';
import { GOLDEN_MIX } from '../sound/audio.ts';
import { SoundKernel } from '../kernel/sound-kernel.ts';
import type { Track, Tracks } from '../kernel/sound-kernel.ts';
import { cutOf } from '../sound/limiter.ts';
import { integratedLoudness } from '../sound/loudness.ts';
import { gainsFor, mix } from '../sound/mix.ts';
import type { Pcm16 } from '../sound/pcm.ts';

const RATE = 48_000;
const { signal } = new AbortController();

function sine(hz: number, seconds: number, level: number): Float32Array {
  return Float32Array.from(
    { length: seconds * RATE },
    (_, i) => level * Math.sin((2 * Math.PI * hz * i) / RATE),
  );
}

/** Integers alone, so that no library's sine is in the golden hash: a saw-tooth that is heard half of each second. */
function saw(seconds: number, channels: number, period: number, level: number): Pcm16 {
  const samples = Int16Array.from({ length: seconds * RATE * channels }, (_, i) => {
    const at = Math.floor(i / channels);
    return at % RATE < RATE / 2 ? Math.round(((at % period) / period - 0.5) * level) : 0;
  });
  return { samples, channels };
}

/** Channels as tracks of a kernel. */
function held(kernel: SoundKernel, ...channels: readonly Float32Array[]): Tracks {
  const tracks = channels.map((channel) => {
    const track = kernel.track(channel.length);
    kernel.samplesOf(track).set(channel);
    return track;
  });
  return tracks as unknown as Tracks;
}

function loudnessOf(...channels: readonly Float32Array[]): number {
  const kernel = new SoundKernel();
  return integratedLoudness(kernel, held(kernel, ...channels));
}

/** Channels as they are when they are limited. */
function limited(ceiling: number, ...channels: readonly Float32Array[]): Float32Array[] {
  const kernel = new SoundKernel();
  const tracks = held(kernel, ...channels);
  const cut = cutOf(kernel, tracks, 1, ceiling, kernel.track(tracks[0].length));
  if (cut) for (const track of tracks) kernel.dip(track, cut);
  return (tracks as readonly Track[]).map((track) => kernel.samplesOf(track).slice());
}

describe('loudness', () => {
  // EBU Tech 3341, table 1, cases 1 and 2.
  for (const level of [-23, -33]) {
    it(`of a sine of ${level} dBFS at 1 kHz in both channels is ${level} LUFS`, () => {
      const channel = sine(1000, 5, 10 ** (level / 20));
      expect(loudnessOf(channel, channel)).to.be.closeTo(level, 0.1);
    });
  }

  it('leaves out what is much quieter than the rest', () => {
    // Case 3: ten seconds of quiet, a minute at the level, ten of quiet.
    const [quiet, loud] = [sine(1000, 10, 10 ** (-36 / 20)), sine(1000, 60, 10 ** (-23 / 20))];
    const channel = Float32Array.from([...quiet, ...loud, ...quiet]);
    expect(loudnessOf(channel, channel)).to.be.closeTo(-23, 0.1);
  });

  it('of silence, and of next to nothing, is none', () => {
    expect(loudnessOf(new Float32Array(RATE))).to.equal(-Infinity);
    expect(loudnessOf(sine(1000, 0.3, 0.5))).to.equal(-Infinity);
    expect(loudnessOf(new Float32Array(0))).to.equal(-Infinity);
  });
});

describe('the limiter', () => {
  it('keeps every sample under the ceiling, and leaves alone what is far from a peak', () => {
    const channel = sine(440, 2, 0.5);
    channel[RATE] = 1.7;
    channel[RATE + 1] = -3;
    const [out = channel] = limited(0.84, channel);
    expect(Math.max(...out.map(Math.abs))).to.be.at.most(0.84 + 1e-6);
    expect(out.slice(0, RATE / 2)).to.deep.equal(channel.slice(0, RATE / 2));
    const late = RATE + RATE / 2;
    for (let i = late; i < late + 1000; i++) expect(out[i]).to.be.closeTo(channel[i] as number, 1e-6);
  });

  it('turns both channels down together, so that nothing moves sideways', () => {
    const [left, right] = limited(0.84, sine(440, 1, 2), sine(440, 1, 1));
    for (let i = 100; i < RATE; i += 777) expect(left?.[i]).to.be.closeTo(2 * (right?.[i] as number), 1e-5);
  });
});

describe('the mix', () => {
  it('brings speech to −14 LUFS and music below it', () => {
    const { speechDb, musicDb } = gainsFor(-20, -9);
    expect(gainsFor(-20, -9, -3)).to.deep.equal({ speechDb, musicDb: musicDb - 3 });
    expect(speechDb).to.equal(6);
    expect(-9 + musicDb).to.be.below(-20);
  });

  it('leaves silence as it is instead of raising its noise', async () => {
    expect(gainsFor(-70, -Infinity)).to.deep.equal({ speechDb: 0, musicDb: 0 });
    const silent = { samples: new Int16Array(RATE), channels: 1 };
    const { samples, loudnessLufs } = await mix({ speech: silent }, signal);
    expect(samples.every((sample) => sample === 0)).to.equal(true);
    expect(loudnessLufs).to.equal(-70);
  });

  it('is the same samples every time; who changes them changes the address of every sound', async () => {
    const heard = { speech: saw(6, 1, 200, 20_000), music: saw(2, 2, 97, 9000) };
    const { samples, loudnessLufs } = await mix(heard, signal);
    expect(loudnessLufs).to.be.closeTo(-14, 0.2);
    const hash = createHash('sha256').update(samples).digest('hex');
    expect(hash).to.equal(GOLDEN_MIX);
  });

  it('takes music without a sample for none', async () => {
    const none = { samples: new Int16Array(0), channels: 2 };
    const [without, empty] = await Promise.all([
      mix({ speech: saw(2, 1, 200, 9000) }, signal),
      mix({ speech: saw(2, 1, 200, 9000), music: none }, signal),
    ]);
    expect(empty).to.deep.equal(without);
  });

  it('stops when nobody waits for it any more', async () => {
    const gone = AbortSignal.abort(new Error('gone'));
    const fault = await mix({ speech: saw(2, 1, 200, 9000) }, gone).catch((error: unknown) => error);
    expect(fault).to.have.property('message', 'gone');
  });
});
