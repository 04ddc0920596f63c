import { createHash } from 'node:crypto';
import { adtsPackets } from './adts.ts';
import type { SoundPart } from './sound-parts.ts';

/** Where encoded parts of sounds are kept, by the SHA-256 (hex) of the samples that they were encoded from. */
export interface KeptSounds {
  find(samples: string): Promise<Uint8Array | undefined>;
  keep(samples: string, stream: Uint8Array): Promise<void>;
}

/** Each part's packets: found, or encoded and kept. `samples` are those of the whole sound, channel by channel in turn. */
export async function encodedParts(
  samples: Int16Array,
  channels: number,
  parts: readonly SoundPart[],
  kept: KeptSounds,
  encode: (parts: readonly SoundPart[]) => Promise<Buffer[]>,
): Promise<Uint8Array[]> {
  const hashes = parts.map(({ fromSample, toSample }) =>
    createHash('sha256')
      .update(samples.subarray(fromSample * channels, toSample * channels))
      .digest('hex'),
  );
  const found = await Promise.all(hashes.map((hash) => kept.find(hash)));
  const usable = found.map((stream) => stream && adtsPackets(stream) && stream);
  const missing = parts.flatMap((part, i) => (usable[i] ? [] : [{ part, hash: hashes[i] as string }]));
  if (missing.length === 0) return usable as Uint8Array[];
  const made = await encode(missing.map(({ part }) => part));
  await Promise.all(missing.map(({ hash }, i) => kept.keep(hash, made[i] as Buffer)));
  const ready = new Map(missing.map(({ part }, i) => [part, made[i] as Buffer]));
  return parts.map((part, i) => usable[i] ?? (ready.get(part) as Buffer));
}
