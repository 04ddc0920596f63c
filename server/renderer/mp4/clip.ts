import type { CodedSequence } from '../bitstream/insert-skipped.ts';
import { u32 } from './boxes.ts';
import { movie } from './movie.ts';
import { avcConfig } from './sample-entries.ts';
import { videoTrack } from './video-track.ts';
import type { FrameFormat } from './video-track.ts';

/** A coded sequence as an MP4 of its own without sound (ISO/IEC 14496-15). */
export function mp4Clip({ sps, pps, pictures }: CodedSequence, format: FrameFormat): Buffer {
  const samples = pictures.map(({ unit }) => Buffer.concat([u32(unit.length), unit]));
  const coded = pictures.map(({ order, idr }, i) => ({
    bytes: samples[i]?.length ?? 0,
    frame: order,
    key: idr,
  }));
  const track = videoTrack(avcConfig(sps, pps), coded, format, samples.length);
  return Buffer.concat([movie([track], track.ticksPerSecond).head, ...samples]);
}
