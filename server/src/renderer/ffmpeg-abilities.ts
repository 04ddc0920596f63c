import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What the plans need of ffmpeg. */
const NEEDED_FILTERS = [
  'scale',
  'crop',
  'overlay',
  'boxblur',
  'lutyuv',
  'sidechaincompress',
  'acompressor',
  'alimiter',
  'ebur128',
];
const NEEDED_ENCODERS = ['libx264', 'aac', 'mjpeg'];
const TIMEOUT_MS = 10_000;

/**
 * What the ffmpeg behind this command line lacks, such as 'filter ebur128'; asked anew each time, because a binary can
 * be exchanged or removed while we run. Rejects when it cannot be run.
 */
export async function missingAbilities(commandLine: readonly string[]): Promise<string[]> {
  const [filters, encoders] = await Promise.all([
    names(commandLine, '-filters'),
    names(commandLine, '-encoders'),
  ]);
  return [
    ...NEEDED_FILTERS.filter((name) => !filters.has(name)).map((name) => `filter ${name}`),
    ...NEEDED_ENCODERS.filter((name) => !encoders.has(name)).map((name) => `encoder ${name}`),
  ];
}

/** Lists are rows of flags, a name and words; the legend above has a sign where a name would stand. */
async function names([program = '', ...before]: readonly string[], list: string): Promise<Set<string>> {
  const { stdout } = await run(program, [...before, '-hide_banner', list], {
    env: {},
    timeout: TIMEOUT_MS,
    maxBuffer: 4 * 2 ** 20,
  });
  return new Set([...stdout.matchAll(/^ ?[A-Z.|]{2,6} (\w+) /gm)].map(([, name = '']) => name));
}
