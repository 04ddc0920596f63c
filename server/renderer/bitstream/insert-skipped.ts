import { NAL, nalUnits, typeOf } from './nal-unit.ts';
import { initialQp } from './pps.ts';
import { StreamRefused } from './refused.ts';
import { skippedSlice } from './skipped-slice.ts';
import { withOrder } from './slice-header.ts';
import { spsForSkipped } from './sps.ts';

/** A coded picture: one access unit of one slice. */
export interface CodedPicture {
  /** NAL unit without a start code. */
  readonly unit: Buffer;
  /** Its number in the order in which pictures are shown, from 0. */
  readonly order: number;
  readonly idr: boolean;
}

/** One coded video sequence: an IDR picture first and no other. */
export interface CodedSequence {
  readonly sps: Buffer;
  readonly pps: Buffer;
  /** In decoding order. */
  readonly pictures: readonly CodedPicture[];
}

/**
 * The pictures of a byte stream (annex B) of I and P pictures, and skipped B pictures between them: `anchors` says as
 * which frame each of the stream's pictures is shown, from 0 upwards. The last two must be neighbours: openh264 gives
 * up the last picture of a sequence when a B picture stands between it and the next IDR picture. Throws StreamRefused
 * for a stream of another form.
 */
export function insertSkipped(stream: Buffer, anchors: readonly number[]): CodedSequence {
  if (anchors[0] !== 0 || anchors.some((order, i) => i > 0 && order <= (anchors[i - 1] as number)))
    throw new Error('anchors must begin with 0 and ascend');
  if (anchors.length > 1 && anchors.at(-1) !== (anchors.at(-2) as number) + 1)
    throw new Error('the last two anchors must be neighbours');
  const units = nalUnits(stream);
  const of = (type: number): Buffer[] => units.filter((unit) => typeOf(unit) === type);
  const known: readonly number[] = Object.values(NAL);
  if (units.some((unit) => !known.includes(typeOf(unit))))
    throw new StreamRefused('a NAL unit of another kind', '7.4.1');
  const [spsUnit, pps] = [only(of(NAL.SPS)), only(of(NAL.PPS))];
  const { sps, unit: newSps } = spsForSkipped(spsUnit);
  const qp = initialQp(pps);
  const slices = units.filter((unit) => typeOf(unit) === NAL.SLICE || typeOf(unit) === NAL.IDR);
  if (slices.length !== anchors.length)
    throw new StreamRefused(`${slices.length} slices for ${anchors.length} pictures`, '7.4.1.2.4');
  const pictures = slices.flatMap((slice, i) => {
    const order = anchors[i] as number;
    const { unit, idr, frameNum } = withOrder(slice, sps, order);
    if (idr !== (i === 0)) throw new StreamRefused('an IDR picture in another place', '7.4.1.2.4');
    if (frameNum !== i % 2 ** sps.frameNumBits) throw new StreamRefused('gaps in frame_num', '7.4.3');
    const skipped: CodedPicture[] = [];
    for (let at = (anchors[i - 1] ?? order) + 1; at < order; at++) {
      skipped.push({ unit: skippedSlice(sps, qp, i + 1, at), order: at, idr: false });
    }
    return [{ unit, order, idr }, ...skipped];
  });
  return { sps: newSps, pps, pictures };
}

/** The one parameter set of a kind; an encoder may repeat it. */
function only(units: readonly Buffer[]): Buffer {
  const [first, ...more] = units;
  if (!first) throw new StreamRefused('no parameter sets', '7.4.1.2.1');
  if (more.some((unit) => !unit.equals(first)))
    throw new StreamRefused('parameter sets that change', '7.4.1.2.1');
  return first;
}
