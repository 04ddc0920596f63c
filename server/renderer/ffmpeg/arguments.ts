import { FPS, FRAME_PX, MAX_PICTURE_PIXELS } from '@shortfactory/core';
import type { Aspect, ClipFit, MediaKind } from '@shortfactory/core';
import { PAN } from '../frames/camera.ts';
import type { Focus } from '../frames/camera.ts';
import { GRADE } from './grade.ts';
import type { CleanType } from './inspect.ts';

/** What one ffmpeg process is told, before it is told: plain data, so tests can read it. */
export interface FfmpegPlan {
  /** For messages: "encode a clip". */
  readonly doing: string;
  readonly inputs: readonly { readonly options: readonly string[]; readonly source: string }[];
  readonly filter?: string;
  readonly outputs: readonly { readonly options: readonly string[]; readonly file: string }[];
  /** Damaged packets are passed over, as players do it with music; without it the first one ends the run. */
  readonly skipsDamage?: boolean;
}

/** What our frames' numbers mean. Said of what goes in and of what comes out: an ffmpeg that has to guess converts. */
export const BT709: readonly string[] = [
  ...['-colorspace', 'bt709', '-color_primaries', 'bt709', '-color_trc', 'bt709', '-color_range', 'tv'],
];

/**
 * Encoder settings that every clip shares to the letter, so that clips join without a second encode. As small
 * as `veryfast` within a tenth, at 60 % of its work; see docs/decisions/0002-encoder-settings.md.
 */
export const VIDEO_ENCODER: readonly string[] = [
  ...['-c:v', 'libx264', '-preset', 'superfast', '-crf', '20', '-x264-params', 'mbtree=1:rc-lookahead=10'],
  ...['-profile:v', 'high', '-level:v', '4.0', '-pix_fmt', 'yuv420p', '-g', '90', '-bf', '2'],
  ...BT709,
];

export const AUDIO_BITS_PER_SECOND = 160_000;
export const AUDIO_ENCODER: readonly string[] = [
  // The fast coder takes half the time of the default one; at this rate speech does not show which was used.
  ...['-c:a', 'aac', '-aac_coder', 'fast', '-b:a', String(AUDIO_BITS_PER_SECOND), '-ar', '48000', '-ac', '2'],
];

/** Input options for untrusted files: one demuxer, one family of decoders, nothing from elsewhere. */
export function untrusted(kind: MediaKind): string[] {
  return [
    ...['-protocol_whitelist', 'file,pipe', '-f', kind.demuxer, '-codec_whitelist', kind.decoders],
    ...['-probesize', '5M', '-analyzeduration', '5M', '-max_streams', '8'],
  ];
}

/** Input options for files of our own making: no guessing either, and the named decoders alone. */
export function ours(demuxer: string, decoders: string): string[] {
  return ['-protocol_whitelist', 'file,pipe', '-f', demuxer, '-codec_whitelist', decoders];
}

const RAW_FRAMES = [
  ...['-f', 'rawvideo', '-codec_whitelist', 'rawvideo', '-pix_fmt', 'yuv420p', '-r', String(FPS)],
  ...BT709,
];

/** Raw frames from standard input → one clip. */
export function clipPlan(aspect: Aspect, file: string): FfmpegPlan {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  return {
    doing: 'encode a clip',
    inputs: [{ options: [...RAW_FRAMES, '-s', `${widthPx}x${heightPx}`], source: 'pipe:0' }],
    // One thread a clip: clips run side by side, which wastes less than one encoder with many threads.
    outputs: [{ options: ['-an', ...VIDEO_ENCODER, '-threads', '1', '-f', 'mp4'], file: `file:${file}` }],
  };
}

/**
 * What anchors are, which decides how finely they are encoded, as what is shown between them is as good as they are, and
 * how finely motion is searched: `steady` are those of a picture that goes whole pixels a frame, whose vectors have no
 * fractions; `sparse` all others of which some frames are left out; `every` where all frames of a clip are coded.
 */
export type AnchorKind = 'steady' | 'sparse' | 'every';

const ANCHOR_CRF: Readonly<Record<AnchorKind, string>> = { steady: '18.2', sparse: '18.2', every: '20' };

/**
 * Encoder settings of anchors: I and P pictures of one slice that refer to the one before alone, each a reference, so
 * that skipped pictures can be inserted (see bitstream/). One picture parameter set whatever the quality is (stitchable),
 * so that they join.
 */
function anchorEncoder(kind: AnchorKind): string[] {
  const search = kind === 'steady' ? ':subme=0' : '';
  return [
    ...['-c:v', 'libx264', '-preset', 'superfast', '-x264-params'],
    `bframes=0:ref=1:weightp=0:scenecut=0:mbtree=1:rc-lookahead=10:stitchable=1${search}`,
    ...['-profile:v', 'high', '-level:v', '4.0', '-pix_fmt', 'yuv420p', '-g', '300'],
    ...BT709,
    ...['-crf', ANCHOR_CRF[kind]],
  ];
}

/** Anchors of a clip from standard input → one byte stream (annex B of H.264). */
export function anchorPlan(aspect: Aspect, file: string, kind: AnchorKind): FfmpegPlan {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  return {
    doing: 'encode a clip',
    inputs: [{ options: [...RAW_FRAMES, '-s', `${widthPx}x${heightPx}`], source: 'pipe:0' }],
    outputs: [
      {
        options: ['-an', ...anchorEncoder(kind), '-threads', '1', '-f', 'h264'],
        file: `file:${file}`,
      },
    ],
  };
}

/** Size of the scaled picture for an aspect: what the camera sees of it has the frame's own pixels. */
export function scaledSize(aspect: Aspect): { widthPx: number; heightPx: number } {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  return { widthPx: Math.round(widthPx / PAN), heightPx: Math.round(heightPx / PAN) };
}

/** Demuxer and decoder of stored pictures: untrusted ones were re-encoded before (see pictures/). */
const CLEAN_READERS: Readonly<Record<CleanType, readonly [string, string]>> = {
  'image/png': ['png_pipe', 'png'],
  'image/jpeg': ['jpeg_pipe', 'mjpeg'],
};

/** An image → a scaled picture: raw yuv420p of `scaledSize`, cropped around the focus. */
export function scalePlan(
  image: {
    readonly file: string;
    readonly mediaType: CleanType;
    readonly widthPx: number;
    readonly heightPx: number;
  },
  focus: Focus,
  aspect: Aspect,
  file: string,
  { fit, graded }: { readonly fit?: ClipFit | undefined; readonly graded?: true | undefined } = {},
): FfmpegPlan {
  const { widthPx, heightPx } = scaledSize(aspect);
  return {
    doing: 'read a picture',
    inputs: [
      {
        options: ['-max_pixels', String(MAX_PICTURE_PIXELS), ...ours(...CLEAN_READERS[image.mediaType])],
        source: `file:${image.file}`,
      },
    ],
    filter: `[0:v]${shape(image, focus, widthPx, heightPx, fit)}${graded ? `,${GRADE}` : ''}[plate]`,
    outputs: [
      {
        options: [
          ...['-map', '[plate]', '-frames:v', '1'],
          ...['-c:v', 'rawvideo', '-pix_fmt', 'yuv420p', '-f', 'rawvideo'],
        ],
        file: `file:${file}`,
      },
    ],
  };
}

const TO_BT709 = 'out_color_matrix=bt709:out_range=tv';
/** Mitchell and Netravali's cubic: enlarged drawings keep their edges without the halos that cost bits. */
const FINE = 'flags=bicubic:param0=0.3333:param1=0.3333';

/**
 * As somebody said; otherwise fills the frame when that keeps half of the image or more. An image of a very different
 * shape stands as a square before its own blurred self then: a wide video of upright pictures still shows their subjects.
 */
function shape(
  image: { readonly widthPx: number; readonly heightPx: number },
  focus: Focus,
  width: number,
  height: number,
  fit: ClipFit | undefined,
): string {
  if (fit === 'fit') return fitFilter(width, height);
  if (fit === 'fill') return coverFilter(width, height, focus);
  const ratio = image.widthPx / image.heightPx / (width / height);
  if (Math.min(ratio, 1 / ratio) >= 0.5) return coverFilter(width, height, focus);
  const side = Math.min(width, height);
  return beforeItsBlur(width, height, cover(side, side, focus));
}

/** Fills a frame with a picture, cropped around the focus. */
export function coverFilter(width: number, height: number, focus: Focus): string {
  return `${cover(width, height, focus)},format=yuv420p`;
}

/** All of a picture in a frame, before its own blur. */
export function fitFilter(width: number, height: number): string {
  const contained =
    `scale=${width}:${height}:force_original_aspect_ratio=decrease:${FINE}:${TO_BT709},` +
    "scale=w='trunc(iw/2)*2':h='trunc(ih/2)*2',setsar=1";
  return beforeItsBlur(width, height, contained);
}

/** A picture, made smaller by `near`, in the middle of a frame that is full of its own blurred self. */
function beforeItsBlur(width: number, height: number, near: string): string {
  const middle = { x: 0.5, y: 0.5 };
  return [
    'split=2[far][near]',
    // Blurred small and enlarged: the same look as a wide blur at a fraction of its cost.
    `[far]${cover(width / 8, height / 8, middle)},boxblur=6:2,scale=${width}:${height}:flags=bicubic,` +
      'lutyuv=y=val*0.72,format=yuv420p[back]',
    `[near]${near},format=yuv420p[front]`,
    '[back][front]overlay=x=(W-w)/2:y=(H-h)/2:format=yuv420',
  ].join(';');
}

function cover(width: number, height: number, focus: Focus): string {
  const [w, h] = [even(width), even(height)];
  const at = (size: string, out: string, f: number): string =>
    `max(0\\,min(${size}-${out}\\,${size}*${f.toFixed(4)}-${out}/2))`;
  return (
    `scale=${w}:${h}:force_original_aspect_ratio=increase:${FINE}:${TO_BT709},` +
    `crop=${w}:${h}:${at('iw', 'ow', focus.x)}:${at('ih', 'oh', focus.y)},setsar=1`
  );
}

function even(value: number): number {
  return 2 * Math.round(value / 2);
}

/** A raw frame from standard input → a JPEG, whose numbers mean BT.601 in full range whatever is said of them. */
export function posterPlan(aspect: Aspect, file: string): FfmpegPlan {
  const { widthPx, heightPx } = FRAME_PX[aspect];
  return {
    doing: 'write the poster',
    inputs: [{ options: [...RAW_FRAMES, '-s', `${widthPx}x${heightPx}`], source: 'pipe:0' }],
    // By way of RGB: old versions do not turn one YUV into the other.
    filter:
      '[0:v:0]scale=in_color_matrix=bt709:in_range=tv:flags=accurate_rnd+full_chroma_int,format=rgb24,' +
      'scale=out_color_matrix=bt601:out_range=pc:flags=accurate_rnd,format=yuvj420p[poster]',
    outputs: [
      {
        options: ['-map', '[poster]', '-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'image2'],
        file: `file:${file}`,
      },
    ],
  };
}

/** Reads every packet of a finished video without decoding it, and says how many frames there were. */
export function probePlan(video: string): FfmpegPlan {
  return {
    doing: 'read the finished video',
    inputs: [{ options: ours('mov', 'h264,aac'), source: `file:${video}` }],
    outputs: [
      { options: ['-map', '0:v:0', '-map', '0:a:0', '-c', 'copy', '-stats', '-f', 'null'], file: '-' },
    ],
  };
}

/** Frames in what ffmpeg said of a probe; 0 when it said nothing. */
export function probedFrames(report: string): number {
  return Number([...report.matchAll(/frame=\s*(\d+)/g)].at(-1)?.[1] ?? 0);
}
