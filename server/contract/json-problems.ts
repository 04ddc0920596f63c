import type { z } from 'zod';

/** How many mistakes one sentence lists before it only counts the rest. */
const MOST_LISTED = 8;

/** Mistakes in JSON as one sentence without its full stop. */
export function inOneSentence(problems: readonly string[]): string {
  const listed = [...new Set(problems)];
  const more = listed.length - MOST_LISTED;
  return (more > 0 ? [...listed.slice(0, MOST_LISTED), `and ${more} more`] : listed).join('; ');
}

/** What is wrong with JSON, each by its pointer; `known` are the fields of the object at a place. */
export function sentencesOf(
  issue: z.core.$ZodIssue,
  known: (path: readonly PropertyKey[]) => readonly string[],
): string[] {
  if (issue.code === 'unrecognized_keys') {
    const expected = known(issue.path);
    const which = expected.length === 0 ? '' : ` (expected ${expected.join(', ')})`;
    return issue.keys
      .filter((key) => key !== '__proto__')
      .map((key) => `${pointer([...issue.path, key])} is not a known field${which}`);
  }
  return [`${issue.path.length === 0 ? 'the JSON' : pointer(issue.path)} ${issue.message}`];
}

function pointer(path: readonly PropertyKey[]): string {
  const steps = path.map((step) => String(step).slice(0, 60).replaceAll('~', '~0').replaceAll('/', '~1'));
  return steps.map((step) => `/${step.replace(/\p{Cc}|\p{Cs}/gu, '?')}`).join('');
}
