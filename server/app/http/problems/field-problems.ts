import { jsonPointer } from '@shortfactory/contract';
import type { FieldProblem } from '@shortfactory/http-server';
import type { z } from 'zod';

type Issue = z.core.$ZodIssue;
type Part = FieldProblem['in'];

/** Maximum number in one response. */
const MOST = 20;

/**
 * A schema's issues by JSON pointer, each once. Where one of several shapes was expected, those of the shape that was
 * meant: the one object among them, or the one whose own keys are present. When no shape or two match, the choice itself is the issue.
 */
export function fieldProblems(error: z.ZodError, given: unknown, part: Part): FieldProblem[] {
  const found = error.issues
    .flatMap((issue) => spread(issue, [], given))
    .map(({ path, message }) => ({
      in: part,
      pointer: jsonPointer(path),
      detail: message,
    }));
  const seen = new Set<string>();
  return found
    .filter(({ pointer: at, detail }) => {
      const key = `${at} ${detail}`;
      return !seen.has(key) && seen.add(key);
    })
    .slice(0, MOST);
}

interface Finding {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

function spread(issue: Issue, before: readonly PropertyKey[], given: unknown): Finding[] {
  const path = [...before, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: [...path, key], message: 'is not a known field' }));
  }
  if (issue.code !== 'invalid_union') return [{ path, message: issue.message }];
  const value = valueAt(given, path);
  const meant = branchMeant(issue.errors, value);
  if (meant) return meant.flatMap((inner) => spread(inner, path, given));
  return [
    { path, message: issue.message },
    ...unknownToAll(issue.errors).map((key) => ({
      path: [...path, key],
      message: 'is not a known field',
    })),
  ];
}

function branchMeant(branches: readonly (readonly Issue[])[], value: unknown): readonly Issue[] | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const objects = branches.filter((issues) => !issues.some(isNoObject));
  if (objects.length === 1) return objects[0];
  const whole = objects.filter((issues) => !issues.some((issue) => isMissing(issue, value)));
  // A key whose value is of another kind (an object where text is meant) says that another shape is meant.
  const alike = whole.filter((issues) => !issues.some(isOtherKind));
  const fitting = alike.length > 0 ? alike : whole;
  const [first, ...others] = fitting.sort((a, b) => unknownOf(a).length - unknownOf(b).length);
  if (!first || others.some((other) => unknownOf(other).length === unknownOf(first).length)) return undefined;
  return first;
}

/** The branch means no object, but a text or one of several names. */
function isNoObject(issue: Issue): boolean {
  return issue.path.length === 0 && ['invalid_type', 'invalid_value'].includes(issue.code ?? '');
}

/** A required key of the branch is missing. */
function isMissing(issue: Issue, value: object): boolean {
  const [key] = issue.path;
  return issue.path.length === 1 && key !== undefined && !Object.hasOwn(value, key);
}

function isOtherKind(issue: Issue): boolean {
  return issue.code === 'invalid_type' && issue.path.length === 1;
}

function unknownOf(issues: readonly Issue[]): string[] {
  return issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
}

function unknownToAll(branches: readonly (readonly Issue[])[]): string[] {
  const [first = [], ...others] = branches.map(unknownOf);
  return first.filter((key) => others.every((keys) => keys.includes(key)));
}

function valueAt(given: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    given,
  );
}
