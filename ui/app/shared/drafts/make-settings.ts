import type { JobJson } from '@shortfactory/contract';
import type { EmojiReading, TrackChoice, Visuals } from '@shortfactory/core';
import type { Aspect, ImageStyle } from '../api/script.ts';
import { withLookChosen } from './looks.ts';
import { textOf, textsOf } from '../format/form-text.ts';

/** How a video is to be made, as forms and drafts have it: what is blank is not asked for. */
export interface MakeSettings {
  readonly imageStyle: ImageStyle;
  readonly voice: string;
  /** How fast it is spoken; 1 is the voice's own pace and not asked for. */
  readonly speed: number;
  /** Semitones above or below the voice's own pitch; 0 is its own and not asked for. */
  readonly pitch: number;
  /** Whether emoji are said; empty is as the script says, silent without a word of it. */
  readonly emoji: EmojiReading | '';
  /** Empty as long as none was chosen: then the text decides. */
  readonly language: string;
  readonly seconds: number;
  readonly aspects: readonly Aspect[];
  readonly music: string;
  /** Of the shelf, or `auto`; empty for none. */
  readonly track: TrackChoice | '';
  /** What scenes show that bring nothing of their own; empty for drawings. */
  readonly visuals: Visuals | '';
  /** An upload: the whole script as a person says it. */
  readonly narration: string;
  /** A look as JSON (see looks.ts); empty for captions and transitions as they are without one. */
  readonly look: string;
}

export const BLANK_SETTINGS: MakeSettings = {
  imageStyle: 'flat',
  voice: '',
  speed: 1,
  pitch: 0,
  emoji: '',
  language: '',
  seconds: 40,
  aspects: ['9:16'],
  music: '',
  track: '',
  visuals: '',
  narration: '',
  look: '',
} satisfies MakeSettings & Record<keyof JobJson['settings'], unknown>;

/** The lengths to choose from, in seconds, as far as the API takes them. */
export const LENGTHS = [15, 20, 30, 40, 60, 90, 120, 180] as const;

/** The settings in a submitted form; not checked, the API does that. */
export function settingsOfForm(form: FormData): MakeSettings {
  const settings = writtenIn(form);
  // Without scripts Create has no field that says what comes with a look.
  return form.has('track') ? settings : { ...settings, ...withLookChosen(settings.look, settings) };
}

function writtenIn(form: FormData): MakeSettings {
  return {
    imageStyle: (textOf(form, 'imageStyle') || BLANK_SETTINGS.imageStyle) as ImageStyle,
    voice: textOf(form, 'voice'),
    speed: Number(textOf(form, 'speed') || BLANK_SETTINGS.speed),
    pitch: Number(textOf(form, 'pitch') || BLANK_SETTINGS.pitch),
    emoji: textOf(form, 'emoji') as EmojiReading | '',
    language: textOf(form, 'language'),
    seconds: Number(textOf(form, 'seconds') || BLANK_SETTINGS.seconds),
    aspects: textsOf(form, 'aspects') as Aspect[],
    // A form without scripts has both; what was chosen in it is the track.
    music: textOf(form, 'track') === '' ? textOf(form, 'music') : '',
    track: textOf(form, 'track') as TrackChoice | '',
    visuals: textOf(form, 'visuals') as Visuals | '',
    // A form without scripts has its scenes' texts in `narration`.
    narration: textOf(form, 'wholeNarration'),
    look: textOf(form, 'look'),
  };
}
