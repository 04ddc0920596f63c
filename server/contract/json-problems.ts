import { z } from 'zod';
import { jsonPointer } from './json-pointer.ts';

/** How many mistakes one sentence lists before it only counts the rest. */
const MOST_LISTED = 8;

/**
 * What is wrong with JSON, each by its pointer, as one sentence without its full stop.
 * @param schema what was expected; an unknown field is told the known ones of its place.
 * @param unnamed fields that nobody needs to write, which are not among those.
 */
export function inOneSentence(
  { issues }: z.ZodError,
  schema: z.core.$ZodType,
  unnamed: readonly string[] = [],
): string {
  const known = (path: readonly PropertyKey[]): string[] =>
    fieldsAt(schema, path).filter((field) => !unnamed.includes(field));
  const listed = [...new Set(issues.flatMap((issue) => sentencesOf(issue, known)))];
  const more = listed.length - MOST_LISTED;
  return (more > 0 ? [...listed.slice(0, MOST_LISTED), `and ${more} more`] : listed).join('; ');
}

function sentencesOf(
  issue: z.core.$ZodIssue,
  known: (path: readonly PropertyKey[]) => readonly string[],
): string[] {
  if (issue.code === 'unrecognized_keys') {
    const expected = known(issue.path);
    const which = expected.length === 0 ? '' : ` (expected ${expected.join(', ')})`;
    return issue.keys.map((key) => `${jsonPointer([...issue.path, key])} is not a known field${which}`);
  }
  return [`${issue.path.length === 0 ? 'the JSON' : jsonPointer(issue.path)} ${issue.message}`];
}

/** The fields of the object at this place; none where it may be one of several. */
function fieldsAt(schema: z.core.$ZodType | undefined, path: readonly PropertyKey[]): readonly string[] {
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodNullable)
    return fieldsAt(schema.unwrap(), path);
  const [step, ...rest] = path;
  if (schema instanceof z.ZodArray) return fieldsAt(schema.element, rest);
  if (!(schema instanceof z.ZodObject)) return [];
  return step === undefined ? Object.keys(schema.shape) : fieldsAt(schema.shape[String(step)], rest);
}
