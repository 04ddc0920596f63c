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
  'image/heic',
  'image/bmp',
] as const;
export type PictureType = (typeof PICTURE_TYPES)[number];
/** For sentences. */
export const PICTURE_NAMES = 'PNG, JPEG, WebP, GIF, AVIF, HEIC, BMP or TIFF';

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
  // What phones keep; all that HEVC or a still of MPEG is named after.
  [
    (b) => /^ftyp(?:hei[cxms]|hev[cxms]|mif1|msf1)/.test(ascii(b, 4, 8)),
    { name: 'HEIC', mediaType: 'image/heic' },
  ],
  // A size, four bytes of nothing, where the pixels begin, and a header of a known length.
  [
    (b) => ascii(b, 0, 2) === 'BM' && BMP_HEADERS.includes(b[14] ?? 0) && b[15] === 0,
    { name: 'BMP', mediaType: 'image/bmp' },
  ],
  // Raw photos of cameras begin alike and say so behind it.
  [
    (b) => ['II*\0', 'MM\0*'].includes(ascii(b, 0, 4)) && ascii(b, 8, 2) !== 'CR',
    { name: 'TIFF', mediaType: 'image/tiff' },
  ],
];

const BMP_HEADERS = [12, 40, 52, 56, 64, 108, 124];

const SAVE_AS = 'save it as JPEG or PNG and try again';

/** Files that people take for pictures and that are not read, in words that follow "is". */
const NOT_READ: readonly [(start: string) => boolean, string][] = [
  [
    (s) => /^(?:\xef\xbb\xbf)?\s*<(?:svg|!DOCTYPE svg|(?:\?xml|!--)(?![^]*<html)[^]*<svg)/i.test(s),
    `an SVG drawing, which is not read; ${SAVE_AS}`,
  ],
  [(s) => /^8BPS/.test(s), `a Photoshop file, which is not read; ${SAVE_AS}`],
  [(s) => /^(?:\xff\n|\0\0\0\fJXL )/.test(s), `a JPEG XL picture, which is not read; ${SAVE_AS}`],
  [(s) => /^\0\0\0\fjP /.test(s), `a JPEG 2000 picture, which is not read; ${SAVE_AS}`],
  [(s) => /^\0\0[\x01\x02]\0/.test(s), `an icon or pointer of Windows, which is not read; ${SAVE_AS}`],
  [
    (s) => /^(?:II\*\0.{4}CR|.{4}ftypcrx |FUJIFILM)/s.test(s),
    `a camera's raw photo, which is not read; ${SAVE_AS}`,
  ],
  [(s) => /^%PDF/.test(s), `a PDF; ${SAVE_AS}`],
  [(s) => /^%!PS/.test(s), `a PostScript document; ${SAVE_AS}`],
  [(s) => /^PK\x03\x04/.test(s) && s.includes('word/'), 'a Word document; a picture was expected'],
  [(s) => /^PK\x03\x04/.test(s) && s.includes('xl/'), 'an Excel workbook; a picture was expected'],
  [(s) => /^PK\x03\x04/.test(s) && s.includes('ppt/'), `a PowerPoint presentation; ${SAVE_AS}`],
  [(s) => /^PK\x03\x04/.test(s), 'a ZIP file, such as a Word document; unpack it and send the picture'],
  [(s) => /^\xd0\xcf\x11\xe0/.test(s), 'an old Word, Excel or PowerPoint document; a picture was expected'],
  [(s) => /^.{4}ftyp(?:M4A|M4B)/s.test(s), 'a sound file; a picture was expected'],
  [
    (s) => /^(?:RIFF.{4}AVI |\0\0\x01[\xba\xb3]|\x30\x26\xb2\x75|FLV\x01)/s.test(s),
    'a video of a kind that is not read; save it as MP4 and try again',
  ],
  [
    (s) => /^(?:.{4}ftyp|\x1a\x45\xdf\xa3)/s.test(s),
    'a video; a picture of it was expected, such as a screenshot',
  ],
  [(s) => /^(?:RIFF.{4}WAVE|ID3|fLaC|OggS)/s.test(s), 'a sound file; a picture was expected'],
  [
    (s) => /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html)/i.test(s),
    `a web page; save the picture itself and try again`,
  ],
];
/** How much of a file says what kind of document it is. */
export const DOCUMENT_BYTES = 8192;

/** How Matroska and WebM begin. */
const EBML = '\x1a\x45\xdf\xa3';

const PCM =
  'pcm_s16le,pcm_s24le,pcm_s32le,pcm_f32le,pcm_f64le,pcm_u8,pcm_mulaw,pcm_alaw,adpcm_ms,adpcm_ima_wav';

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
    { name: 'M4A', mediaType: 'audio/mp4', demuxer: 'mov', decoders: 'aac,alac,mp3,mp3float,opus' },
  ],
  [
    // What browsers record.
    (b) => ascii(b, 0, 4) === EBML,
    { name: 'WebM', mediaType: 'audio/webm', demuxer: 'matroska', decoders: 'opus,vorbis' },
  ],
];

function ascii(bytes: Buffer, at: number, length: number): string {
  return bytes.subarray(at, at + length).toString('latin1');
}

/** Largest picture that is decoded: 8192 × 8192 would take 200 MB. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/** How many bytes of a file the functions below need, except notReadAsPicture, which looks at more. */
export const SNIFF_BYTES = 64;

/** Of a picture that is read (PICTURE_TYPES); undefined for anything else, whatever its name says. */
export function imageKind(head: Uint8Array): PictureKind | undefined {
  return PICTURES.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** For bytes that imageKind does not know: what they are, in words that follow "is"; undefined when that is unknown too. */
export function notReadAsPicture(head: Uint8Array): string | undefined {
  const start = ascii(Buffer.from(head), 0, DOCUMENT_BYTES);
  return NOT_READ.find(([is]) => is(start))?.[1];
}

/** Decoders of moving pictures that every ffmpeg has that the plans run on. */
const MOVING = 'h264,hevc,vp8,vp9,mpeg4,mjpeg,prores,gif';
/** Those that some have. What is recorded beside the pictures may be in any of these; other sound is passed over. */
export const OPTIONAL_DECODERS = ['libdav1d', 'libaom-av1', 'ac3', 'eac3'] as const;
const BESIDE = 'aac,mp3,mp3float,opus,vorbis,flac,alac,pcm_s16le,pcm_s16be,pcm_s24le,pcm_f32le';
const CLIP_DECODERS = [MOVING, BESIDE, ...OPTIONAL_DECODERS].join(',');

const CLIPS: readonly [(bytes: Buffer) => boolean, MediaKind][] = [
  [
    (b) => ascii(b, 4, 8) === 'ftypqt  ' || /^(?:moov|mdat|wide|free)$/.test(ascii(b, 4, 4)),
    { name: 'MOV', mediaType: 'video/quicktime', demuxer: 'mov', decoders: CLIP_DECODERS },
  ],
  [
    (b) => ascii(b, 4, 4) === 'ftyp' && !/^(?:hei|hev|mif1|msf1|avi[fs]|M4A|M4B|crx )/.test(ascii(b, 8, 4)),
    { name: 'MP4', mediaType: 'video/mp4', demuxer: 'mov', decoders: CLIP_DECODERS },
  ],
  [
    (b) => ascii(b, 0, 4) === EBML && ascii(b, 0, 64).includes('matroska'),
    { name: 'MKV', mediaType: 'video/x-matroska', demuxer: 'matroska', decoders: CLIP_DECODERS },
  ],
  [
    (b) => ascii(b, 0, 4) === EBML,
    { name: 'WebM', mediaType: 'video/webm', demuxer: 'matroska', decoders: CLIP_DECODERS },
  ],
  [
    (b) => /^GIF8[79]a/.test(ascii(b, 0, 6)),
    { name: 'GIF', mediaType: 'image/gif', demuxer: 'gif', decoders: 'gif' },
  ],
];

/** Media types of clips; a GIF is a picture until it is asked to move. */
export const CLIP_TYPES = ['video/mp4', 'video/quicktime', 'video/webm', 'video/x-matroska'] as const;
/** For sentences. */
export const CLIP_NAMES = 'MP4, MOV, WebM, MKV or GIF';

/** Largest frame of a clip that is decoded: 4096 × 2304, or as many on end. */
export const MAX_CLIP_PIXELS = 9_437_184;
/** Longest clip that is read, however little of it is shown. */
export const MAX_CLIP_SECONDS = 1800;
/** How much of a clip a scene can show. */
export const MAX_SHOWN_SECONDS = 120;

/** CLIP_NAMES; undefined for anything else. A container says nothing of what is in it: there may be no picture. */
export function clipKind(head: Uint8Array): MediaKind | undefined {
  return CLIPS.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** Every kind of clip that may be read. */
export const CLIP_KINDS: readonly MediaKind[] = CLIPS.map(([, kind]) => kind);

/** For sentences. */
export const SOUND_NAMES = 'WAV, MP3, FLAC, Ogg, M4A or WebM';

/** SOUND_NAMES; undefined for anything else. */
export function audioKind(head: Uint8Array): MediaKind | undefined {
  return AUDIO.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** Every kind of sound that may be read. */
export const AUDIO_KINDS: readonly MediaKind[] = AUDIO.map(([, kind]) => kind);
