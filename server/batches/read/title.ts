import type { BatchRow } from './read-batch.ts';

const MOST_CHARS = 60;

/** What a row is called before it has a title: its topic, its script's title, or how its text begins. */
export function titleOf({ request: { topic, script } }: BatchRow): string {
  const text = topic ?? (typeof script === 'string' ? script : (script?.title ?? ''));
  const [first = ''] = text.trim().split(/\r\n|\r|\n/, 1);
  return first.length > MOST_CHARS ? `${first.slice(0, MOST_CHARS)}…` : first;
}
