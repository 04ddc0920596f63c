import { readFile } from 'node:fs/promises';
import { FPS, readWavHeader } from '@shortfactory/core';

/** Of all sound that is mixed. A frame has a whole number of samples, so that sound and picture never drift. */
export const SAMPLE_RATE = 48_000;
export const FRAME_SAMPLES = SAMPLE_RATE / FPS;

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

export function gainOf(db: number): number {
  return 10 ** (db / 20);
}
