import { cueText } from './captions.ts';
import type { CaptionTrack } from './captions.ts';

function clock(ms: number, separator: ',' | '.'): string {
  const whole = Math.round(ms);
  const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(whole / 3_600_000)}:${pad((whole / 60_000) % 60)}:${pad((whole / 1000) % 60)}${separator}${pad(whole % 1000, 3)}`;
}

/** Words as one line: a word may carry the line ends before a sign that joined it, and a blank line ends an entry. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** SubRip: one entry a cue, UTF-8, CRLF-free. */
export function toSrt(track: CaptionTrack): string {
  return track
    .map(
      (cue, i) =>
        `${i + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${oneLine(cueText(cue))}\n`,
    )
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
  return oneLine(word).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

const ASS_HEADER = `[Script Info]
ScriptType: v4.00+
PlayResX: 1080
PlayResY: 1920
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, BorderStyle, Outline, Alignment, MarginL, MarginR, MarginV, Encoding
Style: Caption,Special Gothic,117,&H00FFFFFF,&H001C2112,-1,1,9,2,54,54,288,1

[Events]
Format: Layer, Start, End, Style, Text
`;

/**
 * Advanced SubStation Alpha for editing programs: an event a word, the spoken one in the mark's yellow. (The captions
 * in the video are painted by the renderer, not from this file: see docs/decisions/0001-captions-painted-once.md.)
 */
export function toAss(track: CaptionTrack): string {
  const events = track.flatMap((cue) =>
    cue.words.map((word, i) => {
      const from = i === 0 ? cue.startMs : word.startMs;
      const to = cue.words[i + 1]?.startMs ?? cue.endMs;
      const text = cue.words
        .map((other, o) => {
          const shown = escapeAss(other.text);
          return (o > 0 && other.spaced ? ' ' : '') + (o === i ? `{\\1c&H1EC8FF&}${shown}{\\1c}` : shown);
        })
        .join('');
      return `Dialogue: 0,${assClock(from)},${assClock(to)},Caption,${text}\n`;
    }),
  );
  return ASS_HEADER + events.join('');
}

/** Nothing that a person wrote is a command: no override block opens, and no backslash stands before a letter. */
function escapeAss(word: string): string {
  return oneLine(word).replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').replaceAll('}', '\\}');
}

function assClock(ms: number): string {
  const centi = Math.round(ms / 10);
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(centi / 360_000)}:${pad((centi / 6000) % 60)}:${pad((centi / 100) % 60)}.${pad(centi % 100)}`;
}
