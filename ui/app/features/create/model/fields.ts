import type { Aspect, ImageStyle } from '../../../shared/api/script.ts';

export const TABS = ['topic', 'script', 'media'] as const;
export type Tab = (typeof TABS)[number];

/** What the Create form holds; every field is a plain form field, so that it works without JavaScript. */
export interface CreateValues {
  readonly tab: Tab;
  readonly topic: string;
  readonly script: string;
  readonly imageStyle: ImageStyle;
  readonly voice: string;
  /** Empty as long as nobody chose one: then the text decides. */
  readonly language: string;
  readonly seconds: number;
  readonly aspects: readonly Aspect[];
  /** Names of uploaded pictures, in order. */
  readonly uploads: readonly string[];
  readonly music: string;
}

/** How the video is to be made: what the form asks besides where its text and pictures come from. */
export type MakeSettings = Omit<CreateValues, 'tab' | 'topic' | 'script' | 'uploads'>;

export function settingsOf({
  tab: _tab,
  topic: _topic,
  script: _script,
  uploads: _uploads,
  ...settings
}: CreateValues): MakeSettings {
  return settings;
}

export const BLANK: CreateValues = {
  tab: 'topic',
  topic: '',
  script: '',
  imageStyle: 'flat',
  voice: '',
  language: '',
  seconds: 40,
  aspects: ['9:16'],
  uploads: [],
  music: '',
};

export const LENGTHS = [15, 20, 30, 40, 60, 90, 120, 180] as const;
export const MAX_PICTURES = 20;

/** A submitted form as values. Nothing in it is trusted: what is not one of ours is left out and found missing later. */
export function valuesOf(form: FormData): CreateValues {
  const text = (name: string): string => {
    const value = form.get(name);
    // Browsers send line ends as CRLF.
    return typeof value === 'string' ? value.replace(/\r\n/g, '\n') : '';
  };
  const texts = (name: string): string[] => form.getAll(name).filter((value) => typeof value === 'string');
  return {
    tab: TABS.find((tab) => tab === text('tab')) ?? 'topic',
    topic: text('topic'),
    script: text('script'),
    imageStyle: (text('imageStyle') || BLANK.imageStyle) as ImageStyle,
    voice: text('voice'),
    language: text('language'),
    seconds: Number(text('seconds') || BLANK.seconds),
    aspects: texts('aspects') as Aspect[],
    uploads: texts('uploads'),
    music: text('music'),
  };
}

/** What the address of the Create page asks for: a topic to begin with, or a tab. */
export function givenBy(query: URLSearchParams): Partial<CreateValues> {
  const topic = query.get('topic');
  const tab = TABS.find((each) => each === query.get('from'));
  const seconds = Number(query.get('seconds') ?? NaN);
  const language = query.get('language');
  return {
    ...(topic !== null && { topic, tab: 'topic' as const }),
    ...(tab !== undefined && { tab }),
    ...(Number.isFinite(seconds) && { seconds }),
    ...(language !== null && { language }),
  };
}

/** The address of the Create page with a topic to change. */
export function createPath(
  topic: string,
  { seconds, language }: { readonly seconds: number; readonly language?: string | undefined },
): string {
  const query = new URLSearchParams({ topic, seconds: String(seconds), ...(language && { language }) });
  return `/?${query}`;
}
