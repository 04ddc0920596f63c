import { open, readFile } from 'node:fs/promises';
import { ADTS_HEADER_BYTES, adtsPackets, specificConfig } from '../sound/adts.ts';
import { FRAME_SAMPLES, SAMPLE_RATE } from '../sound/pcm.ts';
import { BLOCK_SAMPLES } from '../sound/sound-parts.ts';
import { movie } from './movie.ts';
import type { Track } from './movie.ts';
import { readClip } from './read-clip.ts';
import { mp4a } from './sample-entries.ts';
import { videoTrack } from './video-track.ts';
import type { FrameFormat, VideoSample } from './video-track.ts';

/** Pictures and sound take turns in the file: 16 frames are as long as 25 blocks of sound, 8/15 of a second. */
const [CHUNK_FRAMES, CHUNK_BLOCKS] = [16, 25];
/** Of the sound's packets, before the first sample that is heard. */
const PRIMING_SAMPLES = BLOCK_SAMPLES;
const SOUND_CHANNELS = 2;

export interface JoinWork {
  /** Files of the clips, in order: MP4s of H.264 that share their parameter sets. */
  readonly clips: readonly string[];
  /** An AAC stream (ADTS) as long as the clips. */
  readonly sound: Uint8Array;
  readonly soundBitsPerSecond: number;
  readonly title: string;
  readonly format: FrameFormat;
}

/** Joins clips and sound into a finished MP4, to the byte as they were encoded. Throws an Error for clips that differ. */
export async function joinClips(work: JoinWork, file: string): Promise<void> {
  const packets = adtsPackets(work.sound);
  const [first] = packets ?? [];
  if (!packets || !first) throw new Error('sound that is no AAC stream was to be joined');
  const video = await videoOf(work);
  const frames = video.sizes.length;
  const sound: Track = {
    kind: 'sound',
    entry: mp4a(specificConfig(first), SOUND_CHANNELS, SAMPLE_RATE, work.soundBitsPerSecond),
    ticksPerSecond: SAMPLE_RATE,
    ticks: BLOCK_SAMPLES,
    sizes: packets.map(({ length }) => length - ADTS_HEADER_BYTES),
    preRoll: 1,
    from: PRIMING_SAMPLES,
    length: frames * FRAME_SAMPLES,
    chunkSamples: CHUNK_BLOCKS,
  };
  const { head, chunks } = movie([video, sound], SAMPLE_RATE, work.title);
  const pictures = picturesOf(work);
  const out = await open(file, 'w');
  try {
    await out.writeFile(head);
    for (const { track, first: from, count } of chunks) {
      const samples =
        track === 0
          ? await take(pictures, count)
          : packets.slice(from, from + count).map((packet) => packet.subarray(ADTS_HEADER_BYTES));
      await out.writeFile(Buffer.concat(samples));
    }
  } finally {
    await out.close();
  }
}

async function videoOf({ clips, format }: JoinWork): Promise<Track> {
  const samples: VideoSample[] = [];
  let config: Buffer | undefined;
  for (const clip of clips) {
    const read = readClip(await readFile(clip), format.fps);
    config ??= Buffer.from(read.config);
    if (!config.equals(read.config)) throw new Error('clips with other parameter sets were to be joined');
    const before = samples.length;
    for (const { bytes, frame, key } of read.samples)
      samples.push({ bytes: bytes.length, frame: before + frame, key });
  }
  return videoTrack(config ?? Buffer.alloc(0), samples, format, CHUNK_FRAMES);
}

/** Coded pictures of all clips; one clip is in memory at a time. */
async function* picturesOf({ clips, format }: JoinWork): AsyncGenerator<Buffer> {
  for (const clip of clips) {
    for (const { bytes } of readClip(await readFile(clip), format.fps).samples) yield bytes;
  }
}

async function take(from: AsyncGenerator<Buffer>, count: number): Promise<Buffer[]> {
  const taken: Buffer[] = [];
  while (taken.length < count) {
    const { value, done } = await from.next();
    if (done) throw new Error('a clip became shorter while it was joined');
    taken.push(value);
  }
  return taken;
}
