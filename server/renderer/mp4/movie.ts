import { box, fullBox, latin1, u16, u32 } from './boxes.ts';

/** A track of a movie: what its samples are, without their bytes. Times are in ticks of its own clock. */
export interface Track {
  readonly kind: 'video' | 'sound';
  /** The sample entry, a box: which codec, with its parameters. */
  readonly entry: Buffer;
  readonly ticksPerSecond: number;
  /** How long each sample is. */
  readonly ticks: number;
  /** In bytes, in decoding order. */
  readonly sizes: readonly number[];
  /** How much later than it is decoded each sample is shown; absent where that is at once. */
  readonly offsets?: readonly number[];
  /** Numbers of the samples, from 1, with which decoding can begin; absent where all are such. */
  readonly keys?: readonly number[];
  /** How far before a sample decoding has to begin for it to be whole, in samples. */
  readonly preRoll?: number;
  /** What is presented: from where, and how much. */
  readonly from: number;
  readonly length: number;
  /** Of a frame; nothing for sound. */
  readonly widthPx?: number;
  readonly heightPx?: number;
  /** So many samples lie side by side before another track's. */
  readonly chunkSamples: number;
}

/** Samples of one track that lie side by side in the file. */
export interface Chunk {
  readonly track: number;
  readonly first: number;
  readonly count: number;
}

/** A movie up to its samples, and the order in which these follow. */
export interface Movie {
  readonly head: Buffer;
  readonly chunks: readonly Chunk[];
}

const UNITY = [0x10000, 0, 0, 0, 0x10000, 0, 0, 0, 0x40000000] as const;
/** "und" in ISO 639-2/T, five bits a letter. */
const UNDETERMINED = 0x55c4;
const MOST_BYTES = 2 ** 32 - 1;

/**
 * A movie whose tables stand before its samples, so that it plays while it is fetched (ISO/IEC 14496-12). The tracks'
 * chunks lie in turn. `clock`: ticks a second of the times of the whole.
 */
export function movie(tracks: readonly Track[], clock: number, title?: string): Movie {
  const chunks = inTurn(tracks);
  const sizeOf = ({ track, first, count }: Chunk): number =>
    (tracks[track] as Track).sizes.slice(first, first + count).reduce((sum, size) => sum + size, 0);
  const sizes = chunks.map(sizeOf);
  const ftyp = box('ftyp', latin1('isom'), u32(512), latin1('isomiso2avc1mp41'));
  const moov = (dataAt: number): Buffer => {
    const offsets: number[][] = tracks.map(() => []);
    chunks.reduce((at, { track }, i) => {
      offsets[track]?.push(at);
      return at + (sizes[i] as number);
    }, dataAt);
    return movieBox(tracks, offsets, clock, title);
  };
  const dataAt = ftyp.length + moov(0).length + 8;
  const dataBytes = sizes.reduce((sum, size) => sum + size, 0);
  if (dataAt + dataBytes > MOST_BYTES) throw new Error('a movie of over 4 GB was asked for');
  const mdat = Buffer.concat([u32(8 + dataBytes), latin1('mdat')]);
  return { head: Buffer.concat([ftyp, moov(dataAt), mdat]), chunks };
}

/** The tracks' chunks in turn, until each has had all of its own. */
function inTurn(tracks: readonly Track[]): Chunk[] {
  const chunks: Chunk[] = [];
  for (let turn = 0, found = true; found; turn++) {
    found = false;
    for (const [track, { sizes, chunkSamples }] of tracks.entries()) {
      const first = turn * chunkSamples;
      if (first >= sizes.length) continue;
      found = true;
      chunks.push({ track, first, count: Math.min(chunkSamples, sizes.length - first) });
    }
  }
  return chunks;
}

function movieBox(
  tracks: readonly Track[],
  offsets: readonly (readonly number[])[],
  clock: number,
  title: string | undefined,
): Buffer {
  const ends = tracks.map((track) => inClock(track, clock));
  const times = u32(0, 0, clock, Math.max(...ends));
  return box(
    'moov',
    fullBox(
      'mvhd',
      0,
      times,
      u32(0x10000),
      u16(0x100, 0),
      u32(0, 0, ...UNITY),
      Buffer.alloc(24),
      u32(tracks.length + 1),
    ),
    ...tracks.map((track, i) => trackBox(track, i + 1, offsets[i] ?? [], ends[i] as number)),
    ...(title === undefined ? [] : [titleBox(title)]),
  );
}

function inClock({ length, ticksPerSecond }: Track, clock: number): number {
  return Math.round((length * clock) / ticksPerSecond);
}

function trackBox(track: Track, id: number, offsets: readonly number[], duration: number): Buffer {
  const sound = track.kind === 'sound';
  const { ticksPerSecond, ticks, sizes, from } = track;
  const frame = u32((track.widthPx ?? 0) * 0x10000, (track.heightPx ?? 0) * 0x10000);
  return box(
    'trak',
    // Enabled and part of the presentation; sound at full volume.
    fullBox(
      'tkhd',
      3,
      u32(0, 0, id, 0, duration, 0, 0),
      u16(0, sound ? 1 : 0, sound ? 0x100 : 0, 0),
      u32(...UNITY),
      frame,
    ),
    box('edts', fullBox('elst', 0, u32(1, duration, from, 0x10000))),
    box(
      'mdia',
      fullBox('mdhd', 0, u32(0, 0, ticksPerSecond, ticks * sizes.length), u16(UNDETERMINED, 0)),
      handler(sound ? 'soun' : 'vide', sound ? 'sound' : 'video'),
      box(
        'minf',
        sound ? fullBox('smhd', 0, u32(0)) : fullBox('vmhd', 1, u32(0, 0)),
        box('dinf', fullBox('dref', 0, u32(1), fullBox('url ', 1))),
        sampleTable(track, offsets),
      ),
    ),
  );
}

function handler(type: string, name: string): Buffer {
  return fullBox('hdlr', 0, u32(0), latin1(type), u32(0, 0, 0), latin1(`${name}\0`));
}

function sampleTable(track: Track, chunkOffsets: readonly number[]): Buffer {
  const { entry, ticks, sizes, offsets, keys, preRoll, chunkSamples } = track;
  const last = sizes.length % chunkSamples;
  const runs = [
    ...(sizes.length >= chunkSamples ? [[1, chunkSamples, 1]] : []),
    ...(last > 0 ? [[chunkOffsets.length, last, 1]] : []),
  ];
  return box(
    'stbl',
    fullBox('stsd', 0, u32(1), entry),
    fullBox('stts', 0, u32(1, sizes.length, ticks)),
    ...(offsets
      ? [fullBox('ctts', 0, u32(offsets.length, ...offsets.flatMap((offset) => [1, offset])))]
      : []),
    ...(keys ? [fullBox('stss', 0, u32(keys.length, ...keys))] : []),
    fullBox('stsz', 0, u32(0, sizes.length, ...sizes)),
    fullBox('stsc', 0, u32(runs.length, ...runs.flat())),
    fullBox('stco', 0, u32(chunkOffsets.length, ...chunkOffsets)),
    ...(preRoll === undefined ? [] : preRollGroup(preRoll, sizes.length)),
  );
}

/** All samples are of the group that is whole when decoding has begun so much earlier (14496-12, 10.1). */
function preRollGroup(samples: number, count: number): Buffer[] {
  return [
    fullBox('sgpd', 0x01000000, latin1('roll'), u32(2, 1), u16(-samples)),
    fullBox('sbgp', 0, latin1('roll'), u32(1, count, 1)),
  ];
}

/** The title as players and file managers read it. */
function titleBox(title: string): Buffer {
  // UTF-8, in no country's language.
  const data = box('data', u32(1, 0), Buffer.from(title, 'utf8'));
  const list = box('ilst', box('\u00a9nam', data));
  const meta = fullBox(
    'meta',
    0,
    fullBox('hdlr', 0, u32(0), latin1('mdirappl'), u32(0, 0), Buffer.alloc(1)),
    list,
  );
  return box('udta', meta);
}
