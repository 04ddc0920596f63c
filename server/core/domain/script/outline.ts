/**
 * What a person is told, as something less than was asked for, when the writer has nothing on a topic and wrote questions to
 * fill in.
 */
export const OUTLINE_SENTENCE =
  'This is an outline: the offline writer knows nothing about this topic, so it asks questions and states no facts. Edit it, paste a script of your own, or switch on a language model.';

/** Whether a video was made of an outline, by the sentences that go with it. */
export function isOutline(degraded: readonly string[]): boolean {
  return degraded.includes(OUTLINE_SENTENCE);
}
