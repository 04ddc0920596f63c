/** What a text about a topic is built like. */
export const TOPIC_KINDS = ['explain', 'list', 'story', 'how-to', 'news', 'ad', 'quiz'] as const;
export type TopicKind = (typeof TOPIC_KINDS)[number];

/** A text that a script is to stay within: without markup, a blank line between paragraphs. */
export interface TopicText {
  readonly title?: string;
  readonly text: string;
}

/** How a topic is to be written, besides its words. */
export interface TopicBrief {
  /** Without it the one that the topic's own words show. */
  readonly kind?: TopicKind;
  /** Said at the end, as it stands. */
  readonly callToAction?: string;
  /** Notes, a text or a page's text: nothing else is told, in the language that they are in. */
  readonly sources?: readonly TopicText[];
}

/** Limits on what a topic may come with, in characters. */
export const BRIEF_LIMITS = {
  callToActionChars: 160,
  sources: 5,
  sourceChars: 40_000,
  sourceTitleChars: 160,
} as const;

/** The brief in an object that has other fields too; absent where nothing is asked for. */
export function briefOf({ kind, callToAction, sources }: TopicBrief): TopicBrief {
  return {
    ...(kind !== undefined && { kind }),
    ...(callToAction !== undefined && { callToAction }),
    ...(sources !== undefined && sources.length > 0 && { sources }),
  };
}
