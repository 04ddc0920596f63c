import { open } from 'node:fs/promises';
import { MAX_CLIP_PIXELS, MAX_CLIP_SECONDS, RenderFailed, clipKind } from '@shortfactory/core';
import { headOf } from '../ffmpeg/inspect.ts';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import type { FfmpegPlan } from '../ffmpeg/arguments.ts';
import { clipFacts, reachedSeconds } from './clip-facts.ts';
import type { ClipFacts } from './clip-facts.ts';
import { lookPlan, reachPlan } from './clip-plans.ts';
import type { ClipFile } from './clip-plans.ts';

/** A clip as its first bytes say it is, or undefined. */
export async function inspectClip(file: string): Promise<ClipFile | undefined> {
  const kind = clipKind(await headOf(file));
  return kind && { file, kind };
}

const CONVERT = 'save it as MP4 with H.264 and try again';

/**
 * What a clip is, by the ffmpeg that reads it; its first picture is written as a JPEG. Throws RenderFailed in words that
 * follow the file's name.
 */
export async function lookAt(
  ffmpeg: Ffmpeg,
  clip: ClipFile,
  fromSeconds: number,
  still: string,
  signal: AbortSignal,
): Promise<ClipFacts> {
  if (await isEncrypted(clip)) throw new RenderFailed('is encrypted (a protected copy), which is not read');
  const { report, failed } = await reported(ffmpeg, lookPlan(clip, fromSeconds, still), signal);
  const facts = clipFacts(report);
  if (!facts) {
    throw new RenderFailed(
      /^\s+Stream #0:/m.test(report)
        ? 'has no moving picture, only sound or a cover'
        : `begins like ${clip.kind.name} but cannot be read; the file is damaged or cut short`,
      { cause: failed },
    );
  }
  const { codec, widthPx, heightPx, seconds } = facts;
  if (widthPx * heightPx > MAX_CLIP_PIXELS) {
    throw new RenderFailed(
      `is ${widthPx} × ${heightPx}; clips of up to ${MAX_CLIP_PIXELS} pixels a frame are read, such as 4096 × 2304`,
    );
  }
  if (seconds !== undefined && seconds > MAX_CLIP_SECONDS) {
    throw new RenderFailed(
      `is ${Math.round(seconds / 60)} minutes long; clips of up to ${MAX_CLIP_SECONDS / 60} minutes are read: cut out what is to be shown`,
    );
  }
  if (!failed) return facts;
  if (
    /Decoder \(codec|not on whitelist|Decoder not found|Unknown decoder/i.test(report) ||
    codec === 'none'
  ) {
    throw new RenderFailed(
      `is coded as ${codec === 'none' ? 'something unknown' : codec}, which is not read here; ${CONVERT}`,
      {
        cause: failed,
      },
    );
  }
  if (seconds !== undefined && fromSeconds >= seconds) throw new BehindEnd(seconds);
  throw new RenderFailed(
    `begins like ${clip.kind.name} (${codec}) but cannot be decoded; the file is damaged or cut short`,
    {
      cause: failed,
    },
  );
}

/** When a clip's last picture begins, or a little before, whatever the file says of its length; undefined when unknown. */
export async function reachOf(
  ffmpeg: Ffmpeg,
  clip: ClipFile,
  signal: AbortSignal,
): Promise<number | undefined> {
  const { report, failed } = await reported(ffmpeg, reachPlan(clip), signal);
  return failed ? undefined : reachedSeconds(report);
}

/** A clip is asked for from a second that it does not have. */
export class BehindEnd extends RenderFailed {
  constructor(seconds: number) {
    super(`is behind the end of the clip, which is ${seconds.toFixed(1)} s long`);
  }
}

/** What ffmpeg said, whether it did its work or not. */
async function reported(
  ffmpeg: Ffmpeg,
  plan: FfmpegPlan,
  signal: AbortSignal,
): Promise<{ readonly report: string; readonly failed?: Error }> {
  let report = '';
  try {
    await ffmpeg.run(plan, { signal, onReport: (text) => (report = text) });
    // From behind the end it ends well, without a picture.
    return /^frame=\s*[1-9]/m.test(report.replaceAll('\r', '\n'))
      ? { report }
      : { report, failed: new Error('no picture came out') };
  } catch (error) {
    if (!(error instanceof RenderFailed)) throw error;
    return { report, failed: error };
  }
}

/** How much of a file's index is looked at. */
const MOST_INDEX_BYTES = 32_000_000;

/** Whether an MP4 or MOV says of a track that it is encrypted (ISO/IEC 14496-12: a sample entry of `encv`). */
async function isEncrypted({ file, kind }: ClipFile): Promise<boolean> {
  if (kind.demuxer !== 'mov') return false;
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    for (let at = 0, boxes = 0; at + 8 <= size && boxes < 1000; boxes++) {
      const head = Buffer.alloc(16);
      await handle.read(head, 0, 16, at);
      const short = head.readUInt32BE(0);
      const bytes = short === 1 ? Number(head.readBigUInt64BE(8)) : short === 0 ? size - at : short;
      if (bytes < 8) return false;
      if (head.toString('latin1', 4, 8) === 'moov') {
        const index = Buffer.alloc(Math.min(bytes, size - at, MOST_INDEX_BYTES));
        await handle.read(index, 0, index.length, at);
        return index.includes('encv');
      }
      at += bytes;
    }
    return false;
  } finally {
    await handle.close();
  }
}
