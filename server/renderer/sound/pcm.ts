import { readFile } from 'node:fs/promises';
import { FPS, readWavHeader } from '@shortfactory/core';

/** Of all sound that is mixed. A frame has a whole number of samples, so that sound and picture never drift. */
export const SAMPLE_RATE = 48_000;
export const FRAME_SAMPLES = SAMPLE_RATE / FPS;

/** Samples of each channel from -1 to 1, all of one length. */
export type Channels = readonly Float32Array[];

/** Samples of a WAV file as it stores them: 16 bits, channel by channel in turn. */
export interface Pcm16 {
  readonly samples: Int16Array;
  readonly channels: number;
}

/** Reads a WAV file of ours at SAMPLE_RATE. Throws as readWavHeader does. */
export async function readPcm(file: string): Promise<Pcm16> {
  const bytes = await readFile(file);
  const { dataOffset, frames, channels } = readWavHeader(bytes);
  const begin = bytes.byteOffset + dataOffset;
  // A copy begins on an even address, whatever the file's header is.
  const samples = new Int16Array(bytes.buffer.slice(begin, begin + 2 * frames * channels));
  return { samples, channels };
}

/** One channel of a file's samples, from -1 to 1. */
export function channelOf({ samples, channels }: Pcm16, channel: number): Float32Array {
  const out = new Float32Array(samples.length / channels);
  for (let i = 0, at = channel; i < out.length; i++, at += channels) out[i] = (samples[at] as number) / 32768;
  return out;
}

/** Channels in turn, as a WAV file stores them; what is over full scale is cut off. */
export function interleaved(channels: Channels): Int16Array {
  const count = channels.length;
  const out = new Int16Array(count * (channels[0]?.length ?? 0));
  channels.forEach((channel, c) => {
    for (let i = 0, at = c; i < channel.length; i++, at += count) {
      const sample = Math.floor(32768 * (channel[i] as number) + 0.5);
      out[at] = sample > 32767 ? 32767 : sample < -32768 ? -32768 : sample;
    }
  });
  return out;
}

export function gainOf(db: number): number {
  return 10 ** (db / 20);
}
