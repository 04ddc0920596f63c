import { fileURLToPath } from 'node:url';
import { everyPlan } from '../ffmpeg/every-plan.ts';
import { needsOf } from '../ffmpeg/ffmpeg-needs.ts';

/** What `configure` calls the parts of each list. */
const OPTIONS = {
  filters: 'filter',
  encoders: 'encoder',
  decoders: 'decoder',
  demuxers: 'demuxer',
  muxers: 'muxer',
  protocols: 'protocol',
} as const;

/** Splits packets for these decoders; the demuxers of some formats give them in pieces. */
const PARSERS = [
  ...[
    'aac',
    'ac3',
    'flac',
    'gif',
    'h264',
    'hevc',
    'mjpeg',
    'mpeg4video',
    'mpegaudio',
    'opus',
    'png',
    'vorbis',
  ],
  ...['vp8', 'vp9'],
];

/**
 * Options of ffmpeg's `configure` for a program that has what the plans use and nothing else, an option a line.
 * Dockerfile.server builds with the file that `npm run ffmpeg:configure -w @shortfactory/renderer` writes; a test compares it.
 */
export function configureOptions(): string[] {
  const needs = needsOf(everyPlan());
  const parts = (Object.keys(OPTIONS) as (keyof typeof OPTIONS)[]).map(
    (list) => `--enable-${OPTIONS[list]}=${needs[list].map(configureName).join(',')}`,
  );
  return [
    '--disable-everything',
    '--disable-autodetect',
    '--disable-network',
    '--disable-doc',
    '--disable-debug',
    '--disable-ffplay',
    '--disable-ffprobe',
    '--enable-gpl',
    '--enable-libx264',
    '--enable-zlib',
    '--enable-swresample',
    '--enable-swscale',
    ...parts,
    `--enable-parser=${PARSERS.join(',')}`,
  ];
}

/** Pipes of pictures have another name there. */
function configureName(name: string): string {
  return name.endsWith('_pipe') ? `image_${name}` : name;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  process.stdout.write(`${configureOptions().join('\n')}\n`);
}
