import { adtsPackets, windowOf } from './adts.ts';

/** Samples of an AAC block (ISO/IEC 14496-3). */
export const BLOCK_SAMPLES = 1024;
/** Blocks of a part: 5.5 s. */
const PART_BLOCKS = 256;
/** Blocks that are encoded before a part's own, so that the encoder knows what was heard, and after. */
const [LEAD_BLOCKS, TAIL_BLOCKS] = [4, 3];

/**
 * A run of a sound's AAC packets that is encoded by itself, from nothing but the samples it is given: an edit leaves the
 * other parts as they are.
 */
export interface SoundPart {
  /** Samples that are encoded, the lead and tail included. */
  readonly fromSample: number;
  readonly toSample: number;
  /** Packets before the part's own. */
  readonly lead: number;
  readonly packets: number;
}

/** A sound of so many samples as parts; a last one that would be short belongs to the one before. */
export function soundParts(samples: number): SoundPart[] {
  // A packet overlaps the one before: the first has nothing of its own to say, and one more ends the last.
  const packets = Math.ceil(samples / BLOCK_SAMPLES) + 1;
  const count = Math.max(1, Math.round(packets / PART_BLOCKS));
  return Array.from({ length: count }, (_, i): SoundPart => {
    const [first, end] = [i * PART_BLOCKS, i + 1 === count ? packets : (i + 1) * PART_BLOCKS];
    const lead = Math.min(first, LEAD_BLOCKS);
    return {
      fromSample: (first - lead) * BLOCK_SAMPLES,
      toSample: Math.min(samples, (end + TAIL_BLOCKS) * BLOCK_SAMPLES),
      lead,
      packets: end - first,
    };
  });
}

/** A sound that is encoded in one piece. */
export function wholeSound(samples: number): SoundPart {
  return { fromSample: 0, toSample: samples, lead: 0, packets: Math.ceil(samples / BLOCK_SAMPLES) + 1 };
}

/**
 * What is kept of a part's stream: its own packets, and the one before them where there is one, by which its seam is
 * checked. Undefined when the encoder gave fewer packets.
 */
export function keptOf({ lead, packets }: SoundPart, stream: Uint8Array): Buffer | undefined {
  const all = adtsPackets(stream) ?? [];
  const kept = all.slice(Math.max(0, lead - 1), lead + packets);
  return all.length >= lead + packets ? Buffer.concat(kept) : undefined;
}

/**
 * Parts as one stream. Undefined where two do not fit: the window of a block has to be known to the part that goes on
 * from it, or the samples over which both lie would not add up.
 */
export function joinedParts(kept: readonly Uint8Array[]): Buffer | undefined {
  const out: Buffer[] = [];
  for (const [i, part] of kept.entries()) {
    const packets = adtsPackets(part);
    if (!packets) return undefined;
    if (i > 0) {
      const [seam] = packets.splice(0, 1);
      const [ended, known] = [out.at(-1), seam].map((packet) => packet && windowOf(packet));
      if (ended === undefined || ended !== known) return undefined;
    }
    out.push(...packets);
  }
  return Buffer.concat(out);
}
