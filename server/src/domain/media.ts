/** What a file's first bytes say it is, and how ffmpeg is told to read it: never by guessing from its content. */
export interface MediaKind {
  /** As people call it. */
  readonly name: string;
  readonly mediaType: string;
  readonly demuxer: string;
  /** Decoders that may be used on it. */
  readonly decoders: string;
}

const IMAGES: readonly [(bytes: Buffer) => boolean, MediaKind][] = [
  [
    (b) => b.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])),
    { name: 'PNG', mediaType: 'image/png', demuxer: 'png_pipe', decoders: 'png' },
  ],
  [
    (b) => b[0] === 0xff && b[1] === 0xd8 && b[2] === 0xff,
    { name: 'JPEG', mediaType: 'image/jpeg', demuxer: 'jpeg_pipe', decoders: 'mjpeg' },
  ],
  [
    (b) => ascii(b, 0, 4) === 'RIFF' && ascii(b, 8, 4) === 'WEBP',
    { name: 'WebP', mediaType: 'image/webp', demuxer: 'webp_pipe', decoders: 'webp,vp8' },
  ],
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
    (b) => ascii(b, 4, 4) === 'ftyp',
    { name: 'M4A', mediaType: 'audio/mp4', demuxer: 'mov', decoders: 'aac,alac,mp3,mp3float' },
  ],
];

function ascii(bytes: Buffer, at: number, length: number): string {
  return bytes.subarray(at, at + length).toString('latin1');
}

/** Largest picture that is decoded: 8192 × 8192 would take 200 MB. */
export const MAX_PICTURE_PIXELS = 40_000_000;

/** How many bytes of a file the functions below need. */
export const SNIFF_BYTES = 16;

/** PNG, JPEG or WebP; undefined for anything else, whatever its name says. */
export function imageKind(head: Uint8Array): MediaKind | undefined {
  return IMAGES.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** WAV, MP3, FLAC, Ogg or M4A; undefined for anything else. */
export function audioKind(head: Uint8Array): MediaKind | undefined {
  return AUDIO.find(([is]) => is(Buffer.from(head)))?.[1];
}

/** Every kind of picture and of sound that may be read. */
export const MEDIA_KINDS: { readonly images: readonly MediaKind[]; readonly audio: readonly MediaKind[] } = {
  images: IMAGES.map(([, kind]) => kind),
  audio: AUDIO.map(([, kind]) => kind),
};
