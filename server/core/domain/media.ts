/** What a picture's first bytes say it is. */
export interface PictureKind {
  /** As people call it. */
  readonly name: string;
  readonly mediaType: PictureType;
}

/** What a sound file's first bytes say it is, and how ffmpeg is told to read it: never by guessing from its content. */
export interface MediaKind {
  /** As people call it. */
  readonly name: string;
  readonly mediaType: string;
  readonly demuxer: string;
  /** Decoders that may be used on it. */
  readonly decoders: string;
}

/** Media types of pictures that are read, untrusted ones too. */
export const PICTURE_TYPES = [
  'image/png',
  'image/jpeg',
  'image/webp',
  'image/gif',
  'image/avif',
  'image/tiff',
] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
/** For sentences. */
export const PICTURE_NAMES = 'PNG, JPEG, WebP, GIF, AVIF or TIFF';

const PICTURES: readonly [(bytes: Buffer) => boolean, PictureKind][] = [
  [
    (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    { name: 'PNG', mediaType: 'image/png' },
  ],
  [(b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff, { name: 'JPEG', mediaType: 'image/jpeg' }],
  [(b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WEBP', { name: 'WebP', mediaType: 'image/webp' }],
  [(b) => /^GIF8[79]a/.test(ascii(b, 0, 6)), { name: 'GIF', mediaType: 'image/gif' }],
  // Some name it only among the kinds that they are compatible with.
  [
    (b) => /^ftyp(?:avi[fs]|mi[fa]1.{0,40}avif)/s.test(ascii(b, 4, 56)),
    { name: 'AVIF', mediaType: 'image/avif' },
  ],
  [(b) => ['II*\0', 'MM\0*'].includes(ascii(b, 0, 4)), { name: 'TIFF', mediaType: 'image/tiff' }],
];

const SAVE_AS = 'save it as JPEG or PNG and try again';

/** Files that people take for pictures and that are not read, in words that follow "is". */
const NOT_READ: readonly [(start: string) => boolean, string][] = [
  [
    (s) => /^.{4}ftyp(?:hei[cxsm]|hev[cxms]|mif1|msf1)/s.test(s),
    `a HEIC photo, as phones keep them, and HEIC is not read; ${SAVE_AS}`,
  ],
  [
    (s) => /^(?:\xef\xbb\xbf)?\s*<(?:svg|!DOCTYPE svg|(?:\?xml|!--)(?![^]*<html)[^]*<svg)/i.test(s),
    `an SVG drawing, which is not read; ${SAVE_AS}`,
  ],
  [(s) => /^BM/.test(s), `a BMP picture, which is not read; ${SAVE_AS}`],
  [(s) => /^8BPS/.test(s), `a Photoshop file, which is not read; ${SAVE_AS}`],
  [(s) => /^(?:%PDF|%!PS)/.test(s), `a PDF or PostScript document; ${SAVE_AS}`],
  [(s) => /^PK\x03\x04/.test(s), 'a Word document or another ZIP file; a picture was expected'],
  [(s) => /^.{4}ftyp/s.test(s), 'a video or sound file; a picture was expected'],
];

const PCM = 'pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_u8';

const AUDIO: readonly [(bytes: Buffer) => boolean, MediaKind][] = [
  [
    (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WAVE',
    { name: 'WAV', mediaType: 'audio/wav', demuxer: 'wav', decoders: PCM },
  ],
  [
    (b) => ascii(b, 0, 3) === 'ID3' || (b[0] === 0xff && ((b[1] ?? 0) & 0xe6) === 0xe2),
    { name: 'MP3', mediaType: 'audio/mpeg', demuxer: 'mp3', decoders: 'mp3,mp3float' },
  ],
  [
    (b) => ascii(b, 0, 4) === 'fLaC',
    { name: 'FLAC', mediaType: 'audio/flac', demuxer: 'flac', decoders: 'flac' },
  ],
  [
    (b) => ascii(b, 0, 4) === 'OggS',
    { name: 'Ogg', mediaType: 'audio/ogg', demuxer: 'ogg', decoders: 'vorbis,opus,flac' },
  ],
  [
    // Not what comes from phones' cameras, which begins alike.
    (b) => ascii(b, 4, 4) === 'ftyp' && !/^(?:hei|hev|mif1|msf1|avi[fs])/.test(ascii(b, 8, 4)),
    { name: 'M4A', mediaType: 'audio/mp4', demuxer: 'mov', decoders: 'aac,alac,mp3,mp3float' },
  ],
];

function ascii(bytes: Buffer, at: number, length: number): string {
  return bytes.subarray(at, at + length).toString('latin1');
}

/** Largest picture that is decoded: 8192 × 8192 would take 200 MB. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/** How many bytes of a file the functions below need, except notReadAsPicture, which looks at more. */
export const SNIFF_BYTES = 16;

/** Of a picture that is read (PICTURE_TYPES); undefined for anything else, whatever its name says. */
export function imageKind(head: Uint8Array): PictureKind | undefined {
  return PICTURES.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** For bytes that imageKind does not know: what they are, in words that follow "is"; undefined when that is unknown too. */
export function notReadAsPicture(head: Uint8Array): string | undefined {
  const start = ascii(Buffer.from(head), 0, 512);
  return NOT_READ.find(([is]) => is(start))?.[1];
}

/** WAV, MP3, FLAC, Ogg or M4A; undefined for anything else. */
export function audioKind(head: Uint8Array): MediaKind | undefined {
  return AUDIO.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** Every kind of sound that may be read. */
export const AUDIO_KINDS: readonly MediaKind[] = AUDIO.map(([, kind]) => kind);
