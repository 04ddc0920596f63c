import { execFile } from 'node:child_process';
import { open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { Ffmpeg } from '@shortfactory/renderer';

const execute = promisify(execFile);
const FFMPEG = Ffmpeg.locate(process.env['FFMPEG_PATH'], process.env['PATH'] ?? '').path;

/** Runs the ffmpeg that the command would use and gives its standard output; rejects when it fails. */
export async function ffmpeg(...args: string[]): Promise<Buffer> {
  const { stdout } = await run(args);
  return stdout;
}

async function run(args: string[]): Promise<{ stdout: Buffer; stderr: string }> {
  const { stdout, stderr } = await execute(FFMPEG, ['-hide_banner', '-nostdin', ...args], {
    encoding: 'buffer',
    maxBuffer: 2 ** 30,
  });
  return { stdout, stderr: stderr.toString('utf8') };
}

/** What a player sees of a file. */
export interface Streams {
  /** ffmpeg's own line for the stream: codec, profile, pixel format, size, rate. */
  readonly video: string;
  readonly audio: string;
  readonly title: string | undefined;
  readonly seconds: number;
  /** Frames that were decoded, without an error. */
  readonly frames: number;
}

/** Decodes a video to its end; rejects when anything in it is broken. */
export async function streams(file: string): Promise<Streams> {
  const { stderr } = await run(['-xerror', '-err_detect', 'explode', '-i', file, '-f', 'null', '-']);
  const input = stderr.slice(0, stderr.indexOf('Stream mapping:'));
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d+):([\d.]+)/.exec(input) ?? [];
  return {
    video: /Stream #0:\d.*: Video: (.*)/.exec(input)?.[1] ?? '',
    audio: /Stream #0:\d.*: Audio: (.*)/.exec(input)?.[1] ?? '',
    title: /^ {4}title +: (.*)$/m.exec(input)?.[1],
    seconds: Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds),
    frames: Number([...stderr.matchAll(/frame= *(\d+)/g)].at(-1)?.[1]),
  };
}

/** When each video frame is shown, in seconds, in order; read from the file without decoding. */
export async function frameTimes(file: string): Promise<number[]> {
  const report = (await ffmpeg('-i', file, '-map', '0:v', '-c', 'copy', '-f', 'framecrc', '-')).toString();
  const [, over, under] = /^#tb 0: (\d+)\/(\d+)/m.exec(report) ?? [];
  const packets = report.split('\n').filter((line) => /^0,/.test(line));
  return packets
    .map((line) => (Number(line.split(',')[2]) * Number(over)) / Number(under))
    .sort((a, b) => a - b);
}

/** Names of an MP4's outermost boxes, in the order of the file. */
export async function boxes(file: string): Promise<string[]> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const names: string[] = [];
    for (let at = 0; at < size;) {
      const header = Buffer.alloc(16);
      await handle.read(header, 0, 16, at);
      names.push(header.toString('latin1', 4, 8));
      const length = header.readUInt32BE(0);
      at += length === 1 ? Number(header.readBigUInt64BE(8)) : Math.max(8, length);
    }
    return names;
  } finally {
    await handle.close();
  }
}

/** Integrated loudness of a file's sound. */
export async function loudnessLufs(file: string): Promise<number> {
  const filter = 'ebur128=framelog=verbose';
  const { stderr } = await run(['-nostats', '-i', file, '-map', '0:a', '-af', filter, '-f', 'null', '-']);
  return Number([...stderr.matchAll(/^\s+I:\s+(-?[\d.]+) LUFS/gm)].at(-1)?.[1]);
}

/** Mean level of one frequency's narrow band over a stretch of a file's sound, in dB. */
export async function bandDb(file: string, hz: number, from: number, to: number): Promise<number> {
  const band = `bandpass=f=${hz}:width_type=h:w=20`;
  const filter = `atrim=${from}:${to},asetpts=PTS-STARTPTS,${band},${band},volumedetect`;
  const { stderr } = await run(['-nostats', '-i', file, '-map', '0:a', '-af', filter, '-f', 'null', '-']);
  return Number(/mean_volume: (-?[\d.]+|-inf) dB/.exec(stderr)?.[1]);
}

/** Every sample of a file's sound, mono, 16 bit, 48 kHz. */
export async function samples(file: string): Promise<Int16Array> {
  const raw = await ffmpeg('-v', 'error', '-i', file, '-map', '0:a', '-ac', '1', '-f', 's16le', '-');
  return new Int16Array(raw.buffer.slice(raw.byteOffset, raw.byteOffset + raw.length - (raw.length % 2)));
}

/** A frame, or its lower part. */
export interface Picture {
  readonly widthPx: number;
  /** Of the whole frame. */
  readonly heightPx: number;
  /** Where the first row of `rgb` stands in the frame. */
  readonly topPx: number;
  /** Three bytes a pixel: red, green, blue. */
  readonly rgb: Buffer;
}

/** What is on screen at the given seconds: each frame from `topShare` of its height downwards, by one decoding. */
export async function framesAt(
  file: string,
  { widthPx, heightPx }: { readonly widthPx: number; readonly heightPx: number },
  seconds: readonly number[],
  topShare: number,
): Promise<Picture[]> {
  const numbers = [...new Set(seconds.map(frameAt))];
  const chosen = numbers.map((n) => `eq(n\\,${n})`).join('+');
  // Even, as two rows share their colour.
  const topPx = 2 * Math.floor((heightPx * topShare) / 2);
  // New times without gaps, so that no version of ffmpeg fills the gaps with copies.
  const filter = [
    `select=${chosen}`,
    `setpts=N/30/TB`,
    `crop=${widthPx}:${heightPx - topPx}:0:${topPx}`,
    'scale=in_color_matrix=bt709:in_range=tv',
  ].join(',');
  const raw = await ffmpeg(
    ...['-v', 'error', '-i', file, '-map', '0:v', '-vf', filter, '-r', '30'],
    ...['-frames:v', String(numbers.length), '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
  );
  const bytes = widthPx * (heightPx - topPx) * 3;
  if (raw.length !== numbers.length * bytes) {
    throw new Error(`${numbers.length} frames were asked for, ${raw.length / bytes} came`);
  }
  const sorted = numbers.toSorted((a, b) => a - b);
  return seconds.map((second) => {
    const at = sorted.indexOf(frameAt(second)) * bytes;
    return { widthPx, heightPx, topPx, rgb: raw.subarray(at, at + bytes) };
  });
}

/** The frame that is on screen at a time; rounded first, as 0.1 × 30 is a hair under 3. */
function frameAt(seconds: number): number {
  return Math.floor(Math.round(seconds * 30_000) / 1000);
}
