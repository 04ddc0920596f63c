import { framesAt } from './probe.ts';
import type { Picture } from './probe.ts';

/** Where the caption's yellow block stands in the lower half, in pixels; undefined when there is none. */
export interface Mark {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pixels: number;
}

const MARK = { red: 255, green: 200, blue: 30, tolerance: 26 };
/** Fewer yellow pixels than a single letter's block has belong to a button, not to the mark. */
const LEAST_PIXELS = 600;
/** Captions stand below this share of a frame's height. */
const CAPTIONS_TOP = 0.45;

/** Where the mark is at each of the given seconds of a video. */
export async function marksAt(
  video: { readonly path: string; readonly widthPx: number; readonly heightPx: number },
  seconds: readonly number[],
): Promise<(Mark | undefined)[]> {
  return (await framesAt(video.path, video, seconds, CAPTIONS_TOP)).map(findMark);
}

/** The box around the mark's yellow. */
function findMark({ widthPx, heightPx, topPx, rgb }: Picture): Mark | undefined {
  const near = (at: number, wanted: number): boolean =>
    Math.abs((rgb[at] as number) - wanted) <= MARK.tolerance;
  let [left, right, top, bottom, pixels] = [widthPx, -1, heightPx, -1, 0];
  for (let y = topPx; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = ((y - topPx) * widthPx + x) * 3;
      if (!near(at, MARK.red) || !near(at + 1, MARK.green) || !near(at + 2, MARK.blue)) continue;
      [left, right] = [Math.min(left, x), Math.max(right, x)];
      [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      pixels++;
    }
  }
  return pixels < LEAST_PIXELS ? undefined : { left, right, top, bottom, pixels };
}

export interface Cue {
  readonly startMs: number;
  readonly endMs: number;
  readonly words: readonly { readonly text: string; readonly startMs: number }[];
}

/** Cues and words of a WebVTT file with a timestamp before every word but a cue's first. */
export function readVtt(vtt: string): Cue[] {
  const ms = (clock: string): number => {
    const [hours, minutes, seconds] = clock.split(':').map(Number);
    return Math.round((((hours ?? 0) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0)) * 1000);
  };
  return [...vtt.matchAll(/^(\S+) --> (\S+)\n([^]*?)\n(?:\n|$)/gm)].map(([, start, end, body]): Cue => {
    const parts = `<${start}>${body}`.split(/<(\d+:\d+:[\d.]+)>/).slice(1);
    const words = parts.flatMap((part, i) =>
      i % 2 === 0 ? [{ startMs: ms(part), text: unescapeVtt(parts[i + 1] ?? '').trim() }] : [],
    );
    return { startMs: ms(start ?? ''), endMs: ms(end ?? ''), words };
  });
}

export function unescapeVtt(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * A moment in the middle of each word, in seconds: half way to the next word, but no more than 120 ms in, as a pause
 * may follow.
 */
export function middles(cue: Cue): number[] {
  return cue.words.map(({ startMs }, i) => {
    const next = cue.words[i + 1]?.startMs ?? cue.endMs;
    return (startMs + Math.min(120, (next - startMs) / 2)) / 1000;
  });
}

export function cueTextOf(cue: Cue): string {
  return cue.words.map(({ text }) => text).join(' ');
}
