import { BitReader } from './bits.ts';
import { withoutEmulation } from './nal-unit.ts';
import { StreamRefused } from './refused.ts';

const clause = '7.3.2.2';

/**
 * Checks that slices under this picture parameter set have the form that slice-header.ts reads and skipped-slice.ts
 * writes: CABAC, one slice group, one active reference, no weights, deblocking told by each slice. Returns the
 * quantizer (QP) that slice_qp_delta counts from.
 */
export function initialQp(unit: Uint8Array): number {
  const reader = new BitReader(withoutEmulation(unit));
  reader.u(8);
  if (reader.ue() !== 0 || reader.ue() !== 0) throw new StreamRefused('a second parameter set', clause);
  if (!reader.flag()) throw new StreamRefused('slices without CABAC', clause);
  if (reader.flag()) throw new StreamRefused('pic_order_cnt of single fields', clause);
  if (reader.ue() !== 0) throw new StreamRefused('slice groups', clause);
  if (reader.ue() !== 0 || reader.ue() !== 0) throw new StreamRefused('several active references', clause);
  if (reader.flag()) throw new StreamRefused('weighted prediction', clause);
  if (reader.u(2) !== 0) throw new StreamRefused('weighted prediction of B pictures', clause);
  const qp = 26 + reader.se();
  // pic_init_qs, chroma_qp_index_offset.
  reader.se();
  reader.se();
  if (!reader.flag()) throw new StreamRefused('slices that do not say their deblocking', clause);
  reader.u(1);
  if (reader.flag()) throw new StreamRefused('redundant pictures', clause);
  return qp;
}
