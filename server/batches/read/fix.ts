import { lookNamed } from '@shortfactory/contract';
import type { BatchFixJson } from '@shortfactory/contract';
import { nameOfVoice, nearName, voiceMeant } from '@shortfactory/core';
import type { Voice } from '@shortfactory/core';
import type { z } from 'zod';

/** How a table calls a request's fields and writes their values. */
export interface Notation {
  /** The place in a sentence: "column aspect", "/aspects". */
  readonly called: (field: string) => string;
  /** The cell's own name in the table. */
  readonly column: (field: string) => string;
  readonly written: (value: unknown) => string;
}

export type VoiceName = Pick<Voice, 'id' | 'label'>;

/** What a row says, and how. */
export interface RowGiven {
  readonly fields: Readonly<Record<string, unknown>>;
  readonly notation: Notation;
}

/** The field with another value. */
export function fixWith(notation: Notation, field: string, value: unknown, shown: string): BatchFixJson {
  return { column: notation.column(field), value: notation.written(value), label: `Use ${shown}` };
}

export function voiceFix(notation: Notation, voice: VoiceName | undefined): BatchFixJson | undefined {
  return voice && fixWith(notation, 'voice', voice.id, nameOfVoice(voice));
}

/** What mends a value that a schema refused: the bound that a number passed, or the one name that is near. */
export function fixOf(
  issue: z.core.$ZodIssue,
  { fields, notation }: RowGiven,
  voices: readonly VoiceName[],
): BatchFixJson | undefined {
  const [field, index, ...deeper] = issue.path;
  if (typeof field !== 'string' || deeper.length > 0) return undefined;
  const given = fields[field];
  if (index !== undefined) return field === 'aspects' ? aspectFix(issue, given, notation) : undefined;
  if (typeof given === 'string') {
    if (field === 'voice') return voiceFix(notation, voiceMeant(voices, given));
    const name = nearName(given, namesIn(issue));
    return name === undefined ? undefined : fixWith(notation, field, name, lookNamed(name)?.name ?? name);
  }
  const bound = boundIn(issue);
  return bound === undefined
    ? undefined
    : fixWith(notation, field, bound, field === 'seconds' ? `${bound} s` : String(bound));
}

/** An aspect that is written another way, in a list that names each once. */
function aspectFix(issue: z.core.$ZodIssue, given: unknown, notation: Notation): BatchFixJson | undefined {
  if (!Array.isArray(given)) return undefined;
  const known = namesIn(issue);
  const meant = given.map((each: unknown) => nearName(String(each), known));
  if (meant.includes(undefined)) return undefined;
  const aspects = [...new Set(meant)];
  return fixWith(notation, 'aspects', aspects, aspects.join(', '));
}

/** The names that would have done. */
function namesIn(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'invalid_value') return issue.values.map(String);
  return issue.code === 'invalid_union' ? issue.errors.flat().flatMap((each) => namesIn(each)) : [];
}

function boundIn(issue: z.core.$ZodIssue): number | undefined {
  if (issue.code === 'too_small' && issue.origin === 'number') return Number(issue.minimum);
  if (issue.code === 'too_big' && issue.origin === 'number') return Number(issue.maximum);
  return undefined;
}
