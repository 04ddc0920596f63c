import { stat } from 'node:fs/promises';

/** What an ffmpeg says of itself. */
export interface FfmpegAbout {
  readonly path: string;
  /** As it prints it, such as `5.1.9-0+deb12u1`. */
  readonly version: string;
  /** The last year of its copyright line: about when it was built. */
  readonly year: number | undefined;
  /** Version of libavcodec: it grows with every release, also where `version` names a commit. */
  readonly codec: readonly number[];
}

/** Reads what `ffmpeg -version` printed. What is not in it is 'unknown', undefined or empty. */
export function aboutFrom(path: string, printed: string): FfmpegAbout {
  const [, version = 'unknown'] = /^ffmpeg version (\S+)/m.exec(printed) ?? [];
  const year = /Copyright \(c\) (?:\d{4}-)?(\d{4})/.exec(printed)?.[1];
  const codec = /^libavcodec +(\d+)\. *(\d+)\. *(\d+)/m.exec(printed)?.slice(1) ?? [];
  return { path, version, year: year === undefined ? undefined : Number(year), codec: codec.map(Number) };
}

/** Over 0 when `a` is newer than `b`. */
export function byAge(a: FfmpegAbout, b: FfmpegAbout): number {
  const at = [0, 1, 2].find((i) => (a.codec[i] ?? 0) !== (b.codec[i] ?? 0)) ?? 0;
  return (a.codec[at] ?? 0) - (b.codec[at] ?? 0);
}

/** For people: `ffmpeg 5.1.9-0+deb12u1 of 2026`. */
export function inWords({ version, year }: FfmpegAbout): string {
  return `ffmpeg ${version}${year === undefined ? '' : ` of ${year}`}`;
}

/** Changes when another file stands at this path. */
export async function identityOf(path: string): Promise<string> {
  const { dev, ino, size, mtimeMs } = await stat(path);
  return [dev, ino, size, mtimeMs].join(':');
}
