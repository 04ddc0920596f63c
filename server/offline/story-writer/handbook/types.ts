/** What is said in one scene, and what its picture shows: in full, for whoever draws it sees nothing else. */
export type Beat = readonly [narration: string, visual: string];

/** A topic that we know and have written up: the first beat is the hook, the last the close. */
export interface HandbookTopic {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Phrases that name the topic; all words of one must stand in what was asked. */
  readonly keywords: readonly string[];
  /** Words that may stand beside a keyword without asking for something else. */
  readonly beside?: string;
  /** Indexes of the beats that a short telling needs, the most needed first; without it the first ones. */
  readonly core?: readonly number[];
  readonly beats: readonly Beat[];
}

/** The same beats in another language; the pictures are the topic's own, for they have no language. */
export interface HandbookTranslation {
  /** Id of the topic. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly keywords: readonly string[];
  readonly beside?: string;
  readonly narrations: readonly string[];
}
