import type { JobJson } from '@shortfactory/contract';
import type { Aspect, ImageStyle } from '../api/script.ts';
import { textOf, textsOf } from '../format/form-text.ts';

/** How a video is to be made, as forms and drafts have it: what is blank is not asked for. */
export interface MakeSettings {
  readonly imageStyle: ImageStyle;
  readonly voice: string;
  /** Empty as long as none was chosen: then the text decides. */
  readonly language: string;
  readonly seconds: number;
  readonly aspects: readonly Aspect[];
  readonly music: string;
}

export const BLANK_SETTINGS: MakeSettings = {
  imageStyle: 'flat',
  voice: '',
  language: '',
  seconds: 40,
  aspects: ['9:16'],
  music: '',
} satisfies MakeSettings & Record<keyof JobJson['settings'], unknown>;

/** The lengths to choose from, in seconds, as far as the API takes them. */
export const LENGTHS = [15, 20, 30, 40, 60, 90, 120, 180] as const;

/** The settings in a submitted form; not checked, the API does that. */
export function settingsOfForm(form: FormData): MakeSettings {
  return {
    imageStyle: (textOf(form, 'imageStyle') || BLANK_SETTINGS.imageStyle) as ImageStyle,
    voice: textOf(form, 'voice'),
    language: textOf(form, 'language'),
    seconds: Number(textOf(form, 'seconds') || BLANK_SETTINGS.seconds),
    aspects: textsOf(form, 'aspects') as Aspect[],
    music: textOf(form, 'music'),
  };
}
