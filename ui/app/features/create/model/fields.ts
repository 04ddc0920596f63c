import { BLANK_SETTINGS, settingsOfForm } from '../../../shared/drafts/make-settings.ts';
import type { MakeSettings } from '../../../shared/drafts/make-settings.ts';
import { textOf, textsOf } from '../../../shared/format/form-text.ts';

export const TABS = ['topic', 'script', 'media'] as const;
export type Tab = (typeof TABS)[number];

/** The values of the Create form; every field is a plain form field, so that it works without JavaScript. */
export interface CreateValues extends MakeSettings {
  readonly tab: Tab;
  readonly topic: string;
  /** What the topic is told from, where it is told from something. */
  readonly notes: string;
  readonly script: string;
  /** Names of uploaded pictures, in order. */
  readonly uploads: readonly string[];
}

/** How the video is to be made: the form without where its text and pictures come from. */
export function settingsOf({
  tab: _tab,
  topic: _topic,
  notes: _notes,
  script: _script,
  uploads: _uploads,
  ...settings
}: CreateValues): MakeSettings {
  return settings;
}

export const BLANK: CreateValues = {
  tab: 'topic',
  topic: '',
  notes: '',
  script: '',
  ...BLANK_SETTINGS,
  uploads: [],
};

/** The topic's notes as the API takes them; absent where there are none. */
export function sourcesOf({ tab, notes }: CreateValues): { sources?: { text: string }[] } {
  return tab === 'script' || notes.trim() === '' ? {} : { sources: [{ text: notes.trim() }] };
}

export const MAX_PICTURES = 20;

/** A submitted form as values. Nothing in it is trusted: what is not one of ours is left out and found missing later. */
export function valuesOf(form: FormData): CreateValues {
  const tab = textOf(form, 'tab');
  return {
    tab: TABS.find((each) => each === tab) ?? 'topic',
    topic: textOf(form, 'topic'),
    notes: textOf(form, 'notes'),
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
