/** What ffmpeg says of a clip before it reads pictures from it. */
export interface ClipFacts {
  /** As ffmpeg calls it, for example `hevc`. */
  readonly codec: string;
  /** As stored: before it is turned upright. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** Of the file; undefined where it does not say. */
  readonly seconds?: number;
  readonly transfer: 'sdr' | 'pq' | 'hlg';
  /** How its colours are coded, where it says so. */
  readonly matrix?: string;
  readonly hasSound: boolean;
}

const MATRICES = /^(?:bt709|smpte170m|bt470bg|fcc|smpte240m|bt2020nc|bt2020c)\b/;

/** The facts in what ffmpeg printed of its first input, or undefined when it found no moving picture in it. */
export function clipFacts(report: string): ClipFacts | undefined {
  const input =
    /^Input #0[^]*?(?=^(?:Stream mapping|Output #0|Press \[q\])|(?![^]))/m.exec(report)?.[0] ?? '';
  const lines = input.split('\n').filter((line) => /^\s+Stream #0:/.test(line));
  const line = lines.find((each) => /: Video: /.test(each) && !/\(attached pic\)/.test(each));
  const codec = line && /: Video: (\w+)/.exec(line)?.[1];
  if (line === undefined || codec === undefined) return undefined;
  const [, width = '0', height = '0'] = /[ ,](\d{1,5})x(\d{1,5})(?=[ ,[]|$)/.exec(line) ?? [];
  const colours = [...line.matchAll(/\(([^()]*)\)/g)].flatMap(([, inner = '']) => inner.split(/[,/]\s*/));
  const matrix = colours.find((each) => MATRICES.test(each));
  const seconds = secondsIn(/Duration: (\S+)/.exec(input)?.[1]);
  return {
    codec,
    widthPx: Number(width),
    heightPx: Number(height),
    transfer: colours.includes('smpte2084') ? 'pq' : colours.includes('arib-std-b67') ? 'hlg' : 'sdr',
    hasSound: lines.some((each) => /: Audio: (?!none)/.test(each)),
    ...(seconds === undefined ? {} : { seconds }),
    ...(matrix === undefined ? {} : { matrix }),
  };
}

/** How far ffmpeg came in a clip, by what it printed last: when the last picture begins, or a little before. */
export function reachedSeconds(report: string): number | undefined {
  return secondsIn([...report.matchAll(/ time=(\S+)/g)].at(-1)?.[1]);
}

function secondsIn(time = ''): number | undefined {
  const [, hours, minutes, seconds] = /^(\d+):(\d\d):(\d\d\.\d+)/.exec(time) ?? [];
  if (hours === undefined) return undefined;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}
