import { primaryLanguage } from '../script/language.ts';
import { CAPTION_LOOK } from './caption-look.ts';

/** How the word that is spoken is told from the others: on a block, in a colour of its own, by a line under it, or not. */
export type SpokenWord =
  | { readonly as: 'block'; readonly colour: string; readonly letters: string }
  | { readonly as: 'colour' | 'underline'; readonly colour: string }
  | { readonly as: 'plain' };

export interface Outline {
  readonly colour: string;
  /** Width of the line; half of it lies under the letters. */
  readonly em: number;
}

export interface Shadow {
  readonly colour: string;
  /** 0 … 1. */
  readonly opacity: number;
  readonly blurEm: number;
  /** To the right and down. */
  readonly xEm: number;
  readonly yEm: number;
}

/** A ground behind each line. */
export interface Plate {
  readonly colour: string;
  /** 0 … 1. */
  readonly opacity: number;
}

/** How captions are set and painted, as plain data. Colours are #RRGGBB; an em is the size of the type. */
export interface CaptionStyle {
  /** The identity's own face, or Noto Sans; letters that it lacks are drawn in the face of their script. */
  readonly typeface: 'gothic' | 'sans';
  /** Axes of the identity's face; others have one weight and width. */
  readonly weight: number;
  readonly widthPercent: number;
  /** Against the size of Block. */
  readonly size: number;
  /** Scripts without capitals stay as they are. */
  readonly case: 'as-written' | 'capitals';
  /** Colour of the letters. */
  readonly fill: string;
  readonly outline?: Outline;
  readonly shadow?: Shadow;
  readonly plate?: Plate;
  readonly spoken: SpokenWord;
  /** A whole cue, or the word that is spoken alone. */
  readonly shows: 'cue' | 'word' | 'nothing';
  /** How a cue, or a word that stands alone, comes in. */
  readonly entrance: 'none' | 'fade' | 'pop';
  /** Clockwise. */
  readonly tiltDegrees: number;
  /** The most lines; a word that needs more gets them. */
  readonly lines: number;
  /** Within what the apps leave free. */
  readonly position: 'top' | 'middle' | 'lower';
}

const { colours: COLOURS, axes: AXES } = CAPTION_LOOK;
const NIGHT = '#0B0F0D';

/** The captions of the design: the spoken word in ink on a block of the mark's yellow. */
const BLOCK: CaptionStyle = {
  typeface: 'gothic',
  weight: AXES.wght,
  widthPercent: AXES.wdth,
  size: 1,
  case: 'as-written',
  fill: COLOURS.text,
  outline: { colour: COLOURS.outline, em: CAPTION_LOOK.outlineEm },
  spoken: { as: 'block', colour: COLOURS.mark, letters: COLOURS.onMark },
  shows: 'cue',
  entrance: 'none',
  tiltDegrees: 0,
  lines: CAPTION_LOOK.maxLines,
  position: 'lower',
};

const { outline: _outline, ...bare } = BLOCK;

/** The styles that there are to choose from, by the names of requests. Each is read on any picture (see contrast.ts). */
export const CAPTION_STYLES = {
  block: BLOCK,
  outline: {
    ...BLOCK,
    widthPercent: 105,
    size: 0.94,
    case: 'capitals',
    outline: { colour: NIGHT, em: 0.22 },
    spoken: { as: 'colour', colour: COLOURS.mark },
  },
  pop: {
    ...BLOCK,
    widthPercent: 118,
    size: 1.6,
    case: 'capitals',
    outline: { colour: COLOURS.outline, em: 0.16 },
    shadow: { colour: COLOURS.outline, opacity: 1, blurEm: 0, xEm: 0.07, yEm: 0.08 },
    spoken: { as: 'colour', colour: COLOURS.mark },
    shows: 'word',
    entrance: 'pop',
    tiltDegrees: -3,
  },
  underline: {
    ...BLOCK,
    weight: 600,
    widthPercent: 104,
    size: 0.88,
    outline: { colour: NIGHT, em: 0.11 },
    shadow: { colour: NIGHT, opacity: 0.8, blurEm: 0.16, xEm: 0, yEm: 0.04 },
    spoken: { as: 'underline', colour: COLOURS.mark },
    entrance: 'fade',
  },
  calm: {
    ...bare,
    weight: 500,
    widthPercent: 100,
    size: 0.6,
    plate: { colour: NIGHT, opacity: 0.8 },
    spoken: { as: 'plain' },
    lines: 2,
  },
  none: { ...BLOCK, shows: 'nothing' },
} as const satisfies Readonly<Record<string, CaptionStyle>>;

export type CaptionStyleName = keyof typeof CAPTION_STYLES;

/** What styles other than Block are set with besides their own fields, as plain data: part of their clips' addresses. */
export const CAPTION_SETTING = {
  /** What stays free above captions at the top, as a share of the frame's height; below them as CAPTION_LOOK says. */
  above: { '9:16': 0.13, '1:1': 0.07, '16:9': 0.07 },
  plate: { sidesEm: 0.3, radiusEm: 0.22, padEm: 0.05 },
  /** How thick the line is, and how far its lower edge is from the baseline at the least, and above that of the line of type. */
  underline: { em: 0.11, leastEm: 0.28, riseEm: 0.02, sidesEm: 0.04 },
  /** One step a frame; then the caption stands as it is. */
  entrances: {
    none: [],
    fade: [
      { scale: 1, opacity: 0.3 },
      { scale: 1, opacity: 0.65 },
    ],
    pop: [
      { scale: 0.8, opacity: 1 },
      { scale: 1.07, opacity: 1 },
    ],
  },
} as const;

/** Words of these are written in capitals where a style asks for them; Georgian has them and does not use them so. */
const WITH_CAPITALS = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{M}]+/gu;

/** A word as a style writes it, by the rules of its language: Turkish i has a dot as a capital, too. */
export function asWritten(text: string, style: Pick<CaptionStyle, 'case'>, language: string): string {
  if (style.case === 'as-written') return text;
  return text.replace(WITH_CAPITALS, (letters) => letters.toLocaleUpperCase(primaryLanguage(language)));
}
