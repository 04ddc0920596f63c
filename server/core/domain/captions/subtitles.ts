import { CAPTION_LOOK } from './caption-look.ts';
import { CAPTION_SETTING, CAPTION_STYLES, asWritten } from './caption-style.ts';
import type { CaptionStyle } from './caption-style.ts';
import { cueText } from './captions.ts';
import type { CaptionCue, CaptionTrack, CaptionWord } from './captions.ts';
import { FRAME_PX, frameToMs } from './timeline.ts';

function clock(ms: number, separator: ',' | '.'): string {
  const whole = Math.round(ms);
  const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');
  return `${pad(whole / 3_600_000)}:${pad((whole / 60_000) % 60)}:${pad((whole / 1000) % 60)}${separator}${pad(whole % 1000, 3)}`;
}

/** Soft hyphen, zero-width space, word joiner, byte order mark: they say where a line may end, and are not text. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/g;

/** A cue's words as they are read, on one line. */
export function cueLine(cue: CaptionCue): string {
  return oneLine(cueText(cue));
}

/** Words as one line: a word may carry the line ends before a sign that joined it, and a blank line ends an entry. */
function oneLine(text: string): string {
  return text.replace(UNSEEN, '').replace(/\s+/g, ' ').trim();
}

/** SubRip: one entry a cue, UTF-8, CRLF-free. */
export function toSrt(track: CaptionTrack): string {
  return track
    .map((cue, i) => `${i + 1}\n${clock(cue.startMs, ',')} --> ${clock(cue.endMs, ',')}\n${cueLine(cue)}\n`)
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

/** An upright frame, and where captions stand in it. */
const [FRAME, SIZE] = [FRAME_PX['9:16'], CAPTION_LOOK.sizes['9:16']];
const SIDE_PX = Math.round((FRAME.widthPx * (1 - SIZE.line)) / 2);
/** As a numeric keypad has them, with the margin from that edge. */
const PLACES = {
  lower: [2, Math.round(FRAME.heightPx * SIZE.below)],
  middle: [5, 0],
  top: [8, Math.round(FRAME.heightPx * CAPTION_SETTING.above['9:16'])],
} as const;

/** A style as the fields of an ASS style, in pixels of the frame. */
function assStyle(style: CaptionStyle): readonly (readonly [field: string, value: string | number])[] {
  const { typeface, size, weight, fill, outline, shadow, plate, position } = style;
  const fontPx = Math.round(FRAME.widthPx * SIZE.font * size);
  const [alignment, margin] = PLACES[position];
  // The box of an ASS style is as its outline is, and has no other.
  const edge = plate ?? outline ?? { colour: fill };
  const edgePx = plate ? CAPTION_SETTING.plate.sidesEm * fontPx : ((outline?.em ?? 0) * fontPx) / 2;
  return [
    ['Name', 'Caption'],
    ['Fontname', typeface === 'gothic' ? 'Special Gothic' : 'Noto Sans'],
    ['Fontsize', fontPx],
    ['PrimaryColour', assColour(fill)],
    ['OutlineColour', assColour(edge.colour, plate?.opacity)],
    ...(shadow ? [['BackColour', assColour(shadow.colour, shadow.opacity)] as const] : []),
    ['Bold', weight >= 600 ? -1 : 0],
    ['BorderStyle', plate ? 3 : 1],
    // Half of a painted outline lies under the letters; an ASS one lies around them.
    ['Outline', Math.round(edgePx)],
    ...(shadow ? [['Shadow', Math.round(Math.max(shadow.xEm, shadow.yEm) * fontPx)] as const] : []),
    ['Alignment', alignment],
    ['MarginL', SIDE_PX],
    ['MarginR', SIDE_PX],
    ['MarginV', margin],
    ['Encoding', 1],
  ];
}

function assHeader(style: CaptionStyle): string {
  const fields = assStyle(style);
  return `[Script Info]
ScriptType: v4.00+
PlayResX: ${FRAME.widthPx}
PlayResY: ${FRAME.heightPx}
WrapStyle: 0
ScaledBorderAndShadow: yes

[V4+ Styles]
Format: ${fields.map(([field]) => field).join(', ')}
Style: ${fields.map(([, value]) => value).join(',')}

[Events]
Format: Layer, Start, End, Style, Text
`;
}

/**
 * Advanced SubStation Alpha for editing programs, close to what a style paints: an event for each word, the spoken one
 * marked; without captions in the video, as Block. (The captions in the video are painted by the renderer, not from this
 * file: see docs/decisions/0001-captions-painted-once.md.)
 */
export function toAss(
  track: CaptionTrack,
  style: CaptionStyle = CAPTION_STYLES.block,
  language = 'en',
): string {
  if (style.shows === 'nothing') return toAss(track, CAPTION_STYLES.block, language);
  const written = (word: CaptionWord): string => escapeAss(asWritten(word.text, style, language));
  const events = track.flatMap((cue) =>
    cue.words.map((word, i) => {
      const from = i === 0 ? cue.startMs : word.startMs;
      const to = cue.words[i + 1]?.startMs ?? cue.endMs;
      const shown = style.shows === 'word' ? [word] : cue.words;
      const text = shown
        .map((other, o) => {
          const [before, after] = other === word ? assMark(style) : ['', ''];
          return (o > 0 && other.spaced ? ' ' : '') + before + written(other) + after;
        })
        .join('');
      const comesIn = style.shows === 'word' || i === 0;
      return `Dialogue: 0,${assClock(from)},${assClock(to)},Caption,${assMotion(style, comesIn)}${text}\n`;
    }),
  );
  return assHeader(style) + events.join('');
}

/** What stands before and after the spoken word. A block behind a word is none of ASS: there it has the block's colour. */
function assMark({ spoken }: CaptionStyle): readonly [string, string] {
  if (spoken.as === 'plain') return ['', ''];
  if (spoken.as === 'underline') return ['{\\u1}', '{\\u0}'];
  return [`{\\1c&H${eventColour(spoken.colour)}&}`, '{\\1c}'];
}

/** Tilt, and how an event comes in. */
function assMotion({ tiltDegrees, entrance }: CaptionStyle, comesIn: boolean): string {
  const tilt = tiltDegrees === 0 ? '' : `\\frz${-tiltDegrees}`;
  const steps = CAPTION_SETTING.entrances[entrance];
  const ms = Math.round(frameToMs(steps.length));
  const enter =
    !comesIn || entrance === 'none'
      ? ''
      : entrance === 'fade'
        ? `\\fad(${ms},0)`
        : `\\fscx80\\fscy80\\t(0,${ms},\\fscx100\\fscy100)`;
  return tilt + enter === '' ? '' : `{${tilt}${enter}}`;
}

/** Nothing that a person wrote is a command: no override block opens, and no backslash stands before a letter. */
function escapeAss(word: string): string {
  return oneLine(word).replaceAll('\\', '\\\u2060').replaceAll('{', '\\{').replaceAll('}', '\\}');
}

/** '#RRGGBB' as an ASS style writes it: &HAABBGGRR, where 00 is opaque. */
function assColour(colour: string, opacity = 1): string {
  const hidden = Math.round((1 - opacity) * 255)
    .toString(16)
    .padStart(2, '0')
    .toUpperCase();
  return `&H${hidden}${eventColour(colour)}`;
}

/** '#RRGGBB' as an ASS event writes it: BBGGRR. */
function eventColour(colour: string): string {
  return `${colour.slice(5, 7)}${colour.slice(3, 5)}${colour.slice(1, 3)}`;
}

function assClock(ms: number): string {
  const centi = Math.round(ms / 10);
  const pad = (value: number): string => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(centi / 360_000)}:${pad((centi / 6000) % 60)}:${pad((centi / 100) % 60)}.${pad(centi % 100)}`;
}
