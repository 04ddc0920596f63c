import { BLANK_SETTINGS, settingsOfForm } from '../../../shared/drafts/make-settings.ts';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { textOf, textsOf } from '../../../shared/format/form-text.ts';

export const TABS = ['topic', 'script', 'media'] as const;
export type Tab = (typeof TABS)[number];

/** The values of the Create form; every field is a plain form field, so that it works without JavaScript. */
export interface CreateValues extends MakeSettings {
  readonly tab: Tab;
  readonly topic: string;
  readonly script: string;
  /** Names of uploaded pictures, in order. */
  readonly uploads: readonly string[];
}

/** How the video is to be made: the form without where its text and pictures come from. */
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
  ...BLANK_SETTINGS,
  uploads: [],
};

export const MAX_PICTURES = 20;

/** A submitted form as values. Nothing in it is trusted: what is not one of ours is left out and found missing later. */
export function valuesOf(form: FormData): CreateValues {
  const tab = textOf(form, 'tab');
  return {
    tab: TABS.find((each) => each === tab) ?? 'topic',
    topic: textOf(form, 'topic'),
    script: textOf(form, 'script'),
    ...settingsOfForm(form),
    uploads: textsOf(form, 'uploads'),
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
