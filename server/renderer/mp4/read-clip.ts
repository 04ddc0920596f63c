/** A video track's samples, as a file stores them. */
export interface ClipSamples {
  /** The content of avcC. */
  readonly config: Buffer;
  /** In decoding order. */
  readonly samples: readonly ClipSample[];
}

export interface ClipSample {
  readonly bytes: Buffer;
  /** Which frame it is, from 0. */
  readonly frame: number;
  readonly key: boolean;
}

/** Where the content of a box begins and ends. */
interface Span {
  readonly begin: number;
  readonly end: number;
}

/** Bytes of a video's sample entry before the boxes in it (ISO/IEC 14496-12, 12.1.3). */
const VISUAL_ENTRY_BYTES = 8 + 78;

/**
 * Reads a clip of our own making: an MP4 with one track, H.264 of a constant rate. Throws an Error for anything else.
 * The samples share the memory of `file`.
 */
export function readClip(file: Buffer, fps: number): ClipSamples {
  const whole = { begin: 0, end: file.length };
  const track = inside(file, whole, 'moov', 'trak', 'mdia');
  const table = inside(file, track, 'minf', 'stbl');
  const ticksPerSecond = file.readUInt32BE(inside(file, track, 'mdhd').begin + 12);
  const sizes = sizesIn(file, inside(file, table, 'stsz'));
  const places = placesIn(file, table, sizes);
  const decoded = pairs(file, inside(file, table, 'stts'));
  const offsets = find(file, table, 'ctts');
  const late = offsets ? pairs(file, offsets) : sizes.map(() => 0);
  const keys = find(file, table, 'stss');
  const keyNumbers = keys && new Set(numbers(file, keys.begin + 8, file.readUInt32BE(keys.begin + 4)));
  let ticks = 0;
  const shown = sizes.map((_, i) => {
    const at = ticks + (late[i] ?? 0);
    ticks += decoded[i] ?? 0;
    return at;
  });
  const first = shown.reduce((least, at) => Math.min(least, at), Infinity);
  const samples = sizes.map((size, i): ClipSample => {
    const begin = places[i] as number;
    return {
      bytes: file.subarray(begin, begin + size),
      frame: Math.round((((shown[i] as number) - first) * fps) / ticksPerSecond),
      key: keyNumbers?.has(i + 1) ?? true,
    };
  });
  const entry = inside(file, table, 'stsd');
  const config = inside(file, { begin: entry.begin + 8 + VISUAL_ENTRY_BYTES, end: entry.end }, 'avcC');
  return { config: file.subarray(config.begin, config.end), samples };
}

/** The content of the first box of each type within the one before. */
function inside(file: Buffer, from: Span, ...types: readonly string[]): Span {
  return types.reduce((span, type) => {
    const found = find(file, span, type);
    if (!found) throw new Error(`a clip without ${type} was to be joined`);
    return found;
  }, from);
}

function find(file: Buffer, { begin, end }: Span, type: string): Span | undefined {
  for (let at = begin; at + 8 <= end;) {
    const short = file.readUInt32BE(at);
    const [size, head] = short === 1 ? [Number(file.readBigUInt64BE(at + 8)), 16] : [short, 8];
    if (size < head || at + size > end) throw new Error('a clip that is cut was to be joined');
    if (file.toString('latin1', at + 4, at + 8) === type) return { begin: at + head, end: at + size };
    at += size;
  }
  return undefined;
}

function numbers(file: Buffer, at: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => file.readUInt32BE(at + 4 * i));
}

function sizesIn(file: Buffer, { begin }: Span): number[] {
  const [same, count] = [file.readUInt32BE(begin + 4), file.readUInt32BE(begin + 8)];
  return same > 0 ? Array<number>(count).fill(same) : numbers(file, begin + 12, count);
}

/** A table of runs, each a count and a value, as a value for each sample. */
function pairs(file: Buffer, { begin }: Span): number[] {
  const runs = file.readUInt32BE(begin + 4);
  return Array.from({ length: runs }, (_, i) => {
    const at = begin + 8 + 8 * i;
    return Array<number>(file.readUInt32BE(at)).fill(file.readInt32BE(at + 4));
  }).flat();
}

/** Where each sample begins in the file. */
function placesIn(file: Buffer, table: Span, sizes: readonly number[]): number[] {
  const chunks = inside(file, table, 'stco').begin;
  const offsets = numbers(file, chunks + 8, file.readUInt32BE(chunks + 4));
  const runs = inside(file, table, 'stsc').begin;
  const entries = numbers(file, runs + 8, 3 * file.readUInt32BE(runs + 4));
  const places: number[] = [];
  let [count, entry] = [0, 0];
  offsets.forEach((offset, chunk) => {
    if (entries[entry] === chunk + 1) {
      count = entries[entry + 1] ?? 0;
      entry += 3;
    }
    for (let i = 0, at = offset; i < count; i++) {
      at += i === 0 ? 0 : (sizes[places.length - 1] ?? 0);
      places.push(at);
    }
  });
  if (places.length !== sizes.length) throw new Error('a clip whose tables disagree was to be joined');
  return places;
}
