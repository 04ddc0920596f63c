import { TOPIC_KINDS } from '@shortfactory/core';
import type { TopicKind } from '@shortfactory/core';
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
  /** What the script is built like; empty is as the topic's words show. */
  readonly kind: TopicKind | '';
  /** What is said at the end. */
  readonly callToAction: string;
  readonly script: string;
  /** Names of uploaded pictures and clips, in order. */
  readonly uploads: readonly string[];
}

/** How the video is to be made: the form without where its text and pictures come from. */
export function settingsOf({
  tab: _tab,
  topic: _topic,
  notes: _notes,
  kind: _kind,
  callToAction: _callToAction,
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
  kind: '',
  callToAction: '',
  script: '',
  ...BLANK_SETTINGS,
  uploads: [],
};

/** How the topic is to be written, as the API takes it; what is blank is not asked for. */
export function briefOf({ notes, kind, callToAction }: CreateValues) {
  return {
    ...(kind !== '' && { kind }),
    ...(callToAction.trim() !== '' && { callToAction: callToAction.trim() }),
    ...(notes.trim() !== '' && { sources: [{ text: notes.trim() }] }),
  };
}

/** Pictures and clips of one's own. */
export const MAX_SHOWN = 20;

/** A submitted form as values. Nothing in it is trusted: what is not one of ours is left out and found missing later. */
export function valuesOf(form: FormData): CreateValues {
  const tab = textOf(form, 'tab');
  return {
    tab: TABS.find((each) => each === tab) ?? 'topic',
    topic: textOf(form, 'topic'),
    notes: textOf(form, 'notes'),
    kind: TOPIC_KINDS.find((kind) => kind === form.get('kind')) ?? '',
    callToAction: textOf(form, 'callToAction'),
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
  const voice = query.get('voice');
  return {
    ...(topic !== null && { topic, tab: 'topic' as const }),
    ...(tab !== undefined && { tab }),
    ...(Number.isFinite(seconds) && { seconds }),
    ...(language !== null && { language }),
    ...(voice !== null && { voice }),
  };
}
