import { readWavHeader } from '@shortfactory/core';

export interface Sound {
  readonly samples: Int16Array;
  readonly sampleRate: number;
}

/** Raw PCM, 16 bit little-endian mono. */
export function soundOfPcm(bytes: Uint8Array, sampleRate: number): Sound {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const samples = Int16Array.from({ length: Math.floor(bytes.length / 2) }, (_, i) =>
    view.getInt16(i * 2, true),
  );
  return { samples, sampleRate };
}

/** A WAV file; several channels become one. Throws an Error when the bytes are not one. */
export function soundOfWav(bytes: Uint8Array): Sound {
  const { channels, dataOffset, frames, sampleRate } = readWavHeader(bytes);
  const { samples } = soundOfPcm(bytes.subarray(dataOffset, dataOffset + frames * channels * 2), sampleRate);
  if (channels === 1) return { samples, sampleRate };
  const mixed = Int16Array.from({ length: frames }, (_, frame) => {
    let sum = 0;
    for (let channel = 0; channel < channels; channel++) sum += samples[frame * channels + channel] ?? 0;
    return Math.round(sum / channels);
  });
  return { samples: mixed, sampleRate };
}
