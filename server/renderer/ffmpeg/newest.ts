import { byAge, inWords } from './ffmpeg-about.ts';
import type { FfmpegAbout } from './ffmpeg-about.ts';
import type { Ffmpeg } from './ffmpeg.ts';

/** An ffmpeg that was asked what it is. */
export interface Known {
  readonly ffmpeg: Ffmpeg;
  readonly about: FfmpegAbout;
}

/**
 * The newest of these that has everything that the plans use: untrusted files are decoded by it, because decoders
 * are mended more often than anything else in ffmpeg. Of two of the same age the first. Each is asked its version, and
 * what it can do only when no newer one will do, as that takes a start for each of its lists. Throws RenderFailed of
 * the first when none can be used.
 */
export async function newestOf(found: readonly Ffmpeg[]): Promise<Known> {
  const asked = await Promise.allSettled(
    found.map(async (ffmpeg) => ({ ffmpeg, about: await ffmpeg.about() })),
  );
  const known = asked.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failures = new Map<Ffmpeg | undefined, unknown>(
    asked.flatMap((each, i) => (each.status === 'rejected' ? [[found[i], each.reason as unknown]] : [])),
  );
  for (const { ffmpeg } of known.sort((a, b) => byAge(b.about, a.about))) {
    try {
      return { ffmpeg, about: await ffmpeg.check() };
    } catch (error) {
      failures.set(ffmpeg, error);
    }
  }
  throw failures.get(found[0]) ?? new Error('there is no ffmpeg');
}

/** A sentence on what is used: which, how old, and where another one decodes what comes from outside. */
export function whichIsUsed(used: FfmpegAbout, untrusted: FfmpegAbout): string {
  const shown = (about: FfmpegAbout): string => `${inWords(about)} (${about.path})`;
  const other =
    used.path === untrusted.path ? '' : `; music that is brought along is read by ${shown(untrusted)}`;
  return `Made with ${shown(used)}${other}.`;
}
