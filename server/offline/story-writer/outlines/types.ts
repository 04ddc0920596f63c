import type { Form } from '../forms.ts';

/** How one form of topic begins: `{topic}` stands for the topic, quoted and closed like a sentence. */
export interface FormText {
  readonly hooks: readonly [string, ...string[]];
  /** As many as OPENING_VISUALS has for a form, in its order. */
  readonly steps: readonly string[];
}

/** The frames of one language. Nothing in them says anything about the topic, so nothing in them can be wrong of it. */
export interface OutlineText {
  readonly quotes: readonly [string, string];
  /** Closes the sentence that a quoted topic ends. */
  readonly stop: string;
  /** What the story says of itself; holds `{topic}`, quoted. */
  readonly summary: string;
  readonly forms: Readonly<Record<Form, FormText>>;
  /** Ways to look at anything, one for each of GENERAL_VISUALS. */
  readonly general: readonly string[];
  readonly closes: readonly [string, ...string[]];
}
