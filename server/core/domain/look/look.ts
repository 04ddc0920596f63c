import { CAPTION_LOOK } from '../captions/caption-look.ts';
import { CAPTION_STYLES } from '../captions/caption-style.ts';
import type { CaptionStyle, CaptionStyleName, Outline, Plate, Shadow } from '../captions/caption-style.ts';
import { READS_WELL, contrast, rgbOf } from '../captions/contrast.ts';
import type { TrackChoice } from '../script/music-shelf.ts';
import type { RequestOptions, ShortRequest } from '../script/short.ts';
import type { ImageStyle } from '../script/story.ts';

/** The version of looks that this release writes, and the last one that it reads. */
export const LOOK_VERSION = 1;

/** From one scene to the next: by each scene's picture (fade or slide), or always the same. */
export const TRANSITIONS = ['mixed', 'cut', 'fade', 'slide'] as const;
export type TransitionChoice = (typeof TRANSITIONS)[number];

/** What a look may say of music: a track, the one that suits the script, or none. */
export type LookTrack = TrackChoice | 'none';

/** Least and most of what a look sets. */
export const LOOK_LIMITS = {
  nameChars: 60,
  /** Against the named style's own. */
  size: [0.7, 1.3],
  weight: [400, 700],
  widthPercent: [75, 125],
  outlineEm: [0.01, 0.3],
  blurEm: [0, 0.5],
  offsetEm: [-0.3, 0.3],
  opacity: [0, 1],
  tiltDegrees: [-10, 10],
  lines: [1, 3],
  musicDb: [-12, 6],
} as const satisfies Readonly<Record<string, number | readonly [least: number, most: number]>>;

type Dropped = 'outline' | 'shadow' | 'plate';

/** A named style, and what of it is another way; null takes away what the style has. */
export interface CaptionChoice extends Partial<Omit<CaptionStyle, Dropped>> {
  readonly style: CaptionStyleName;
  readonly outline?: Outline | null;
  readonly shadow?: Shadow | null;
  readonly plate?: Plate | null;
}

/** How shorts look and sound, as one piece of data. What it leaves open is as it is without a look. */
export interface Look {
  readonly version: typeof LOOK_VERSION;
  readonly name?: string;
  readonly captions?: CaptionChoice;
  /** Of captions, as #RRGGBB: what marks the spoken word, and the letters of the others. */
  readonly colours?: { readonly spoken?: string; readonly letters?: string };
  readonly imageStyle?: ImageStyle;
  readonly transition?: TransitionChoice;
  /** `levelDb` is against the level that music has without it. */
  readonly music?: { readonly track?: LookTrack; readonly levelDb?: number };
  readonly voice?: string;
  readonly speed?: number;
}

const AS_BLOCK: CaptionChoice = { style: 'block' };

/** The captions of a look; undefined where they are Block as it is. */
export function captionStyleOf({ captions = AS_BLOCK, colours }: Look): CaptionStyle | undefined {
  const { style: name, outline, shadow, plate, size = 1, ...own } = captions;
  const base: CaptionStyle = CAPTION_STYLES[name];
  const fill = own.fill ?? colours?.letters ?? base.fill;
  const style: CaptionStyle = {
    ...base,
    ...own,
    fill,
    size: base.size * size,
    spoken: own.spoken ?? inColour(base.spoken, colours?.spoken),
  };
  const around = (given: Outline | undefined): Outline | undefined =>
    given && { ...given, colour: apartFrom(fill, given.colour) };
  const full = withParts(style, {
    outline: outline === undefined ? around(base.outline) : outline,
    shadow: shadow === undefined ? base.shadow : shadow,
    plate:
      plate === undefined
        ? base.plate && { ...base.plate, colour: apartFrom(fill, base.plate.colour) }
        : plate,
  });
  return JSON.stringify(full) === JSON.stringify(CAPTION_STYLES.block) ? undefined : full;
}

/** The same style with these parts and no others, its fields in the order of the base. */
function withParts(
  style: CaptionStyle,
  parts: Readonly<Record<Dropped, object | null | undefined>>,
): CaptionStyle {
  const fields = Object.entries({ ...style, ...parts }).filter(
    ([, value]) => value !== undefined && value !== null,
  );
  return Object.fromEntries(fields) as unknown as CaptionStyle;
}

function inColour(spoken: CaptionStyle['spoken'], colour: string | undefined): CaptionStyle['spoken'] {
  if (colour === undefined || spoken.as === 'plain') return spoken;
  return spoken.as === 'block'
    ? { ...spoken, colour, letters: apartFrom(colour, spoken.letters) }
    : { ...spoken, colour };
}

/** This colour where it is far enough from the other one, else ink or white, whichever is further. */
function apartFrom(other: string, colour: string): string {
  const { text, outline } = CAPTION_LOOK.colours;
  const ratio = (each: string): number => contrast(rgbOf(each), rgbOf(other));
  if (ratio(colour) >= READS_WELL) return colour;
  return ratio(outline) > ratio(text) ? outline : text;
}

/** The same options with what their look says of the voice, the pace, drawings and music, where they say nothing themselves. */
export function withLook<Options extends Partial<RequestOptions>>(options: Options): Options {
  const { look } = options;
  if (!look) return options;
  const { voice, speed, imageStyle, music } = look;
  const track = options.music === undefined && music?.track !== 'none' ? music?.track : undefined;
  const from = { voice, speed, imageStyle, track };
  const open = Object.entries(from).filter(
    ([field, value]) => value !== undefined && options[field as keyof typeof from] === undefined,
  );
  return { ...options, ...Object.fromEntries(open) };
}

/** How many dB louder than without a look music is. */
export function musicLevelOf({ look }: Pick<ShortRequest, 'look'>): number {
  return look?.music?.levelDb ?? 0;
}
