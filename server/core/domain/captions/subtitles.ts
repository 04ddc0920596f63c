import { CAPTION_LOOK } from './caption-look.ts';
import { cueText } from './captions.ts';
import type { CaptionTrack } from './captions.ts';
import { FRAME_PX } from './timeline.ts';

function clock(ms: number, separator: ',' | '.'): string {
  const whole = Math.round(ms);
  const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(whole / 3_600_000)}:${pad((whole / 60_000) % 60)}:${pad((whole / 1000) % 60)}${separator}${pad(whole % 1000, 3)}`;
}

/** Soft hyphen, zero-width space, word joiner, byte order mark: they say where a line may end, and are not text. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** Words as one line: a word may carry the line ends before a sign that joined it, and a blank line ends an entry. */
function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
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

const { colours: COLOURS, sizes: SIZES, outlineEm: OUTLINE_EM } = CAPTION_LOOK;
/** The video's captions as an ASS style, in pixels of an upright frame. */
const [FRAME, SIZE] = [FRAME_PX['9:16'], SIZES['9:16']];
const FONT_PX = Math.round(FRAME.widthPx * SIZE.font);
const SIDE_PX = Math.round((FRAME.widthPx * (1 - SIZE.line)) / 2);
const STYLE = [
  ...[
    'Caption',
    'Special Gothic',
    FONT_PX,
    `&H00${assColour(COLOURS.text)}`,
    `&H00${assColour(COLOURS.outline)}`,
  ],
  // Half of a painted outline lies under the letters; an ASS one lies around them.
  ...[-1, 1, Math.round((FONT_PX * OUTLINE_EM) / 2), 2, SIDE_PX, SIDE_PX],
  ...[Math.round(FRAME.heightPx * SIZE.below), 1],
];

const ASS_HEADER = `[Script Info]
ScriptType: v4.00+
PlayResX: ${FRAME.widthPx}
PlayResY: ${FRAME.heightPx}
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: Name, Fontname, Fontsize, PrimaryColour, OutlineColour, Bold, BorderStyle, Outline, Alignment, MarginL, MarginR, MarginV, Encoding
Style: ${STYLE.join(',')}

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
          return (
            (o > 0 && other.spaced ? ' ' : '') +
            (o === i ? `{\\1c&H${assColour(COLOURS.mark)}&}${shown}{\\1c}` : shown)
          );
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

/** '#RRGGBB' as ASS writes it: BBGGRR. */
function assColour(colour: string): string {
  return `${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;
}

function assClock(ms: number): string {
  const centi = Math.round(ms / 10);
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(centi / 360_000)}:${pad((centi / 6000) % 60)}:${pad((centi / 100) % 60)}.${pad(centi % 100)}`;
}
