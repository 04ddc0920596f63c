const HEAD_BYTES = 44;

/** RIFF WAV, PCM 16 bit, of two channels of equal length; `shape` gives what of each sample is written, within ±1. */
export function stereoWav(
  left: Float64Array,
  right: Float64Array,
  rate: number,
  shape: (sample: number) => number,
): Buffer {
  const wav = Buffer.alloc(HEAD_BYTES + 4 * left.length);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(2, 22);
  wav.writeUInt32LE(rate, 24);
  wav.writeUInt32LE(rate * 4, 28);
  wav.writeUInt16LE(4, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(wav.length - HEAD_BYTES, 40);
  const written = (sample: number): number => Math.round(32_767 * shape(sample));
  for (let i = 0; i < left.length; i++) {
    wav.writeInt16LE(written(left[i] as number), HEAD_BYTES + 4 * i);
    wav.writeInt16LE(written(right[i] as number), HEAD_BYTES + 4 * i + 2);
  }
  return wav;
}
