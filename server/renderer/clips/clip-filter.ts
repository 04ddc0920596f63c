import { FPS, FRAME_PX } from '@shortfactory/core';
import type { Aspect, ClipUse } from '@shortfactory/core';
import { coverFilter, fitFilter } from '../ffmpeg/arguments.ts';
import { GRADE } from '../ffmpeg/grade.ts';
import type { ClipFacts } from './clip-facts.ts';

/** How bright paper is in a graded film, in nits (ITU-R BT.2408): what an HDR clip shows so is white of ours. */
const WHITE_NITS = 203;

/** How a clip is shown, by whom it comes from too. */
export interface ShownUse extends ClipUse {
  /** Of others (see grade.ts). */
  readonly graded?: true;
}

/**
 * What a decoded clip goes through to become frames of ours: progressive, upright, square pixels, SDR in BT.709, at our
 * rate, in the size of the aspect.
 */
export function clipFilter(facts: ClipFacts, use: ShownUse, aspect: Aspect): string {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  const focus = use.focus ?? { x: 0.5, y: 0.5 };
  const shape = use.fit === 'fit' ? fitFilter(widthPx, heightPx) : coverFilter(widthPx, heightPx, focus);
  const { speed = 1 } = use;
  return [
    // Pictures that say that they are interlaced; the others pass.
    'yadif=deint=interlaced',
    ...(speed === 1 ? [] : [`setpts=PTS/${speed}`]),
    // What is dropped need not be converted.
    `fps=fps=${FPS}:round=near`,
    "scale=w='trunc(iw*sar/2)*2':h='trunc(ih/2)*2':flags=bicubic",
    'setsar=1',
    ...inSdr(facts),
    shape,
    'setsar=1',
    ...(use.graded ? [GRADE] : []),
  ].join(',');
}

/** Conversions of colours that scaling does not make by itself. */
function inSdr({ transfer, widthPx, heightPx, matrix }: ClipFacts): string[] {
  if (transfer !== 'sdr') {
    // By way of light in proportion to the scene, where primaries may be mixed.
    return [
      'scale=in_color_matrix=bt2020:out_range=pc:flags=bicubic+accurate_rnd',
      'format=rgb48le',
      lut(transfer === 'pq' ? PQ : HLG),
      BT2020_TO_BT709,
      lut(OETF),
    ];
  }
  // Of SD nobody doubts BT.601; an HD file that does not say is BT.709, and a scaler takes it for BT.601.
  const says = matrix !== undefined || Math.min(widthPx, heightPx) < 700;
  return says ? [] : ['scale=in_color_matrix=bt709:out_color_matrix=bt709:flags=bicubic'];
}

/** Into 16 bits of light: 65535 is what bright things may reach, three times white. */
const PQ = nits(
  '10000*pow(max(pow(v,1/78.84375)-0.8359375,0)/(18.8515625-18.6875*pow(v,1/78.84375)),1/0.1593017578125)',
);
/** By the system gamma of a display of 1,000 nits (ITU-R BT.2100). */
const HLG = nits('1000*pow(if(lte(v,0.5),v*v/3,(exp((v-0.55991073)/0.17883277)+0.28466892)/12),1.2)');

/** Light up to half of white as it is, above it ever less: nothing is cut off that was recorded. */
function nits(expression: string): string {
  const light = `(${expression})/${WHITE_NITS}`;
  return `st(0,${light});if(lte(ld(0),0.5),ld(0),0.5+0.5*(1-exp((0.5-ld(0))/0.5)))`;
}

const BT2020_TO_BT709 =
  'colorchannelmixer=rr=1.6605:rg=-0.5876:rb=-0.0728:gr=-0.1246:gg=1.1329:gb=-0.0083:br=-0.0182:bg=-0.1006:bb=1.1187';

/** Light into the numbers of BT.709. */
const OETF = 'if(lt(v,0.018),4.5*v,1.099*pow(v,0.45)-0.099)';

/** An expression of v from 0 to 1, for each of the three colours. */
function lut(expression: string): string {
  const body = `65535*(${expression.replaceAll('v', '(val/65535)')})`;
  return `lutrgb=${['r', 'g', 'b'].map((colour) => `${colour}='clip(${body},0,65535)'`).join(':')}`;
}
