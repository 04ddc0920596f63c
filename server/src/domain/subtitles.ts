import { cueText } from './captions.ts';
import type { CaptionTrack } from './captions.ts';

function clock(ms: number, separator: ',' | '.'): string {
  const whole = Math.round(ms);
  const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(whole / 3_600_000)}:${pad((whole / 60_000) % 60)}:${pad((whole / 1000) % 60)}${separator}${pad(whole % 1000, 3)}`;
}

/** SubRip: one entry a cue, UTF-8, CRLF-free. */
export function toSrt(track: CaptionTrack): string {
  return track
    .map((cue, i) => `${i + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${cueText(cue)}\n`)
    .join('\n');
}

/**
 * WebVTT with a timestamp before every word, so that players can follow word by word.
 * @see https://www.w3.org/TR/webvtt1/#webvtt-cue-timestamp
 */
export function toVtt(track: CaptionTrack): string {
  const cues = track.map((cue) => {
    const words = cue.words.map((word, i) => {
      // A timestamp must lie strictly inside its cue; the first word begins with it.
      const stamp = i > 0 && word.startMs > cue.startMs ? `<${clock(word.startMs, '.')}>` : '';
      return (i > 0 && word.spaced ? ' ' : '') + stamp + escapeVtt(word.text);
    });
    return `${clock(cue.startMs, '.')} --> ${clock(cue.endMs, '.')}\n${words.join('')}\n`;
  });
  return `WEBVTT\n\n${cues.join('\n')}`;
}

function escapeVtt(word: string): string {
  return word.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
