import { BitWriter } from './bits.ts';
import { SKIPPED_SLICE_QP, skippedSliceData } from './cabac.ts';
import { NAL, withEmulation } from './nal-unit.ts';
import { orderBits } from './slice-header.ts';
import { POC_BITS } from './sps.ts';
import type { Sps } from './sps.ts';

/** slice_type of a picture that holds B slices alone (H.264, table 7-6). */
const ALL_B = 6;

/**
 * A B picture without content: every macroblock is skipped with temporal direct prediction (8.4.1.2.3), so that the
 * decoder shows the anchor after it moved back along that anchor's vectors by its share of the time. No other picture
 * refers to it. `frameNum` is one more than that of the anchor decoded before it; `order` counts frames from the IDR.
 */
export function skippedSlice(sps: Sps, initialQp: number, frameNum: number, order: number): Buffer {
  const header = new BitWriter()
    // forbidden_zero_bit and nal_ref_idc 0.
    .u(NAL.SLICE, 8)
    // first_mb_in_slice, slice_type, pic_parameter_set_id.
    .ue(0)
    .ue(ALL_B)
    .ue(0)
    .u(frameNum % 2 ** sps.frameNumBits, sps.frameNumBits)
    .u(orderBits(order), POC_BITS)
    // direct_spatial_mv_pred_flag, num_ref_idx_active_override_flag, both ref_pic_list_modification_flags.
    .u(0, 4)
    // cabac_init_idc, slice_qp_delta, disable_deblocking_filter_idc.
    .ue(0)
    .se(SKIPPED_SLICE_QP - initialQp)
    .ue(1);
  return withEmulation(Buffer.concat([header.alignedOnes(), dataFor(sps.macroblocks)]));
}

const known = new Map<number, Uint8Array>();

function dataFor(macroblocks: number): Uint8Array {
  const data = known.get(macroblocks) ?? skippedSliceData(macroblocks);
  known.set(macroblocks, data);
  return data;
}
