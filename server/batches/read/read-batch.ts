import { createHash } from 'node:crypto';
import { videoRequest } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { z } from 'zod';
import { readCsv } from './csv.ts';
import { DerivedIds } from './derived-ids.ts';
import { fixOf, fixWith } from './fix.ts';
import type { Notation, RowGiven, VoiceName } from './fix.ts';
import { TableInvalid } from './problem.ts';
import type { RowProblem } from './problem.ts';

/** Rows that one batch may have. */
export const MOST_ROWS = 1000;
const MOST_BYTES = 10_000_000;
const ID = /^[^\p{Cc}]{1,100}$/u;

/** A request's fields, without those that belong to one video alone. */
const NOT_IN_TABLES = { webhook: true, music: true } as const;
const [topicShape, scriptShape, textShape] = videoRequest.options;
const ofTopic = topicShape.omit(NOT_IN_TABLES);
const ofScript = scriptShape.omit({ ...NOT_IN_TABLES, narration: true });
const ofText = textShape.omit({ ...NOT_IN_TABLES, narration: true });

/** What a row asks for, as POST /api/videos takes it: a topic or a script, and the options that the row says. */
export type BatchRequest = Partial<
  Omit<z.output<typeof ofTopic>, 'topic'> & {
    readonly topic: string;
    readonly script: string | z.output<typeof ofScript>['script'];
  }
>;

export interface BatchRow {
  readonly line: number;
  readonly id?: string;
  /** Of its content, id included: the same row is the same video. */
  readonly key: string;
  readonly request: BatchRequest;
  /** How the table would say another value of it. */
  readonly notation: Notation;
}

export interface Batch {
  readonly rows: readonly BatchRow[];
  readonly problems: readonly RowProblem[];
}

/** Columns of a CSV, in small letters and without blanks, hyphens and underscores; and what they are in a request. */
const COLUMNS: Readonly<Record<string, (cell: string) => Readonly<Record<string, unknown>>>> = {
  id: (id) => ({ id }),
  topic: (topic) => ({ topic }),
  script: (script) => ({ script }),
  voice: (voice) => ({ voice }),
  aspect: (list) => ({ aspects: list.split(/[\s,|]+/).filter((each) => each !== '') }),
  seconds: (seconds) => ({ seconds: numberOr(seconds) }),
  language: (language) => ({ language }),
  style: (imageStyle) => ({ imageStyle }),
  kind: (kind) => ({ kind }),
  calltoaction: (callToAction) => ({ callToAction }),
  speed: (speed) => ({ speed: numberOr(speed) }),
  emoji: (emoji) => ({ emoji }),
  look: (look) => ({ look }),
};
const COLUMN_NAMES =
  'id, topic, script, voice, aspect, seconds, language, style, kind, call to action, speed, emoji, look';
/** Fields of a request by the column that they come from. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  aspects: 'aspect',
  imageStyle: 'style',
  callToAction: 'call to action',
};

/**
 * The rows of a table, and what is wrong with the others, line by line. Throws InputInvalid where it cannot be read at all,
 * with the line where it has one. Of `voices` a problem's fix takes the one that is meant.
 */
export function readBatch(
  bytes: Uint8Array,
  kind: 'csv' | 'json-lines',
  voices: readonly VoiceName[] = [],
): Batch {
  const given = kind === 'csv' ? ofCsv(textOf(bytes)) : ofJsonLines(textOf(bytes));
  if (given.length === 0) throw new InputInvalid('', 'It has no rows.');
  if (given.length > MOST_ROWS)
    throw new InputInvalid('', `It has more than ${MOST_ROWS} rows, the most of one batch.`);
  const rows: BatchRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  const derived = new DerivedIds(given.map((row) => ('fields' in row ? row.fields['id'] : undefined)));
  for (const row of given) {
    const { line } = row;
    const read = 'problem' in row ? row : (wrongId(row, seen, derived) ?? rowOf(row, voices));
    if ('problem' in read) problems.push({ ...read, line });
    else {
      rows.push(read);
      if (read.id !== undefined) seen.set(read.id, line);
    }
  }
  return { rows, problems };
}

type Readable = RowGiven & { readonly line: number };
type Given = Readable | { readonly line: number; readonly problem: string };
type Wrong = Omit<RowProblem, 'line'>;

function ofCsv(text: string): Given[] {
  const [head, ...rows] = readCsv(text, MOST_ROWS + 1);
  if (!head) throw new InputInvalid('', 'It has no rows.');
  const columns = head.cells.map((cell) => cell.trim());
  const keys = columns.map((column) => column.toLowerCase().replace(/[\s_-]+/g, ''));
  for (const [index, key] of keys.entries()) {
    const named = shown(columns[index] ?? '');
    if (key === '') throw new TableInvalid(head.line, `column ${index + 1} has no name`);
    if (keys.indexOf(key) < index) throw new TableInvalid(head.line, `there are two columns ${named}`);
    if (!Object.hasOwn(COLUMNS, key))
      throw new TableInvalid(head.line, `there is no column ${named} (expected ${COLUMN_NAMES})`);
  }
  if (!keys.includes('topic') && !keys.includes('script'))
    throw new TableInvalid(head.line, 'a column topic or script was expected');
  const notation: Notation = {
    called: (field) => `column ${COLUMN_OF[field] ?? field}`,
    column: (field) => columns[keys.indexOf((COLUMN_OF[field] ?? field).replaceAll(' ', ''))] ?? field,
    written: (value) => (Array.isArray(value) ? value.join(' ') : String(value)),
  };
  return rows.map(({ line, cells }): Given => {
    const extra = cells.slice(keys.length).some((cell) => cell.trim() !== '');
    if (extra) return { line, problem: `it has ${cells.length} cells, and there are ${keys.length} columns` };
    const fields = keys.map((key, index) => {
      const cell = cells[index] ?? '';
      return cell.trim() === '' ? {} : COLUMNS[key]?.(key === 'script' ? cell : cell.trim());
    });
    return { line, fields: Object.assign({}, ...fields), notation };
  });
}

const JSON_NOTATION: Notation = {
  called: (field) => `/${field}`,
  column: (field) => field,
  written: (value) => JSON.stringify(value),
};

function ofJsonLines(text: string): Given[] {
  return text
    .split(/\r\n|\r|\n/)
    .map((content, index) => ({ line: index + 1, content }))
    .filter(({ content }) => content.trim() !== '')
    .slice(0, MOST_ROWS + 1)
    .map(({ line, content }): Given => {
      try {
        const fields: unknown = JSON.parse(content);
        if (typeof fields === 'object' && fields !== null && !Array.isArray(fields))
          return { line, fields: { ...fields }, notation: JSON_NOTATION };
      } catch {
        return { line, problem: 'it is not JSON' };
      }
      return { line, problem: 'it is not a JSON object' };
    });
}

/** What is wrong with the row's id, with one that would do. */
function wrongId(
  { line, fields: { id }, notation }: Readable,
  seen: ReadonlyMap<string, number>,
  derived: DerivedIds,
): Wrong | undefined {
  if (id === undefined) return undefined;
  const isText = typeof id === 'string' && ID.test(id);
  const same = isText ? seen.get(id) : undefined;
  if (isText && same === undefined) return undefined;
  const instead = derived.next(id, line);
  const fix = fixWith(notation, 'id', instead, instead);
  if (same !== undefined) return { problem: `its id is that of line ${same}`, fix };
  return { problem: `${notation.called('id')} is not text of 1 to 100 characters`, fix };
}

/** The row, or what is wrong with it. */
function rowOf(row: Readable, voices: readonly VoiceName[]): BatchRow | Wrong {
  const { line, notation } = row;
  const { id, ...body } = row.fields;
  const has = (field: string): boolean => body[field] !== undefined;
  if (has('topic') && has('script')) return { problem: 'it has a topic and a script (expected one of them)' };
  if (!has('topic') && !has('script')) return { problem: 'it has neither a topic nor a script' };
  const shape = has('topic') ? ofTopic : typeof body['script'] === 'string' ? ofText : ofScript;
  const parsed = shape.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const fix = issue && fixOf(issue, row, voices);
    return { problem: problemIn(parsed.error, notation.called), ...(fix && { fix }) };
  }
  // Without defaults: what a row leaves open is decided by who makes it.
  const request: BatchRequest = Object.fromEntries(
    Object.entries(parsed.data).filter(([field]) => body[field] !== undefined),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([id, request]))
    .digest('hex');
  return { line, ...(typeof id === 'string' && { id }), key, request, notation };
}

/** The first thing that is wrong. */
function problemIn(
  { issues: [issue] }: { readonly issues: readonly z.core.$ZodIssue[] },
  called: (field: string) => string,
): string {
  if (!issue) return 'it is not right';
  if (issue.code === 'invalid_union') {
    // Only an object comes so far that a part of it is wrong.
    const [meant, ...others] = issue.errors.filter((branch) => branch.every(isInside));
    if (meant && others.length === 0) {
      const issues = meant.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
      return problemIn({ issues }, called);
    }
  }
  const unknown = issue.code === 'unrecognized_keys';
  const [field = '', ...inside] = unknown ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  const place = [called(String(field)), ...inside.map(String)].join('/');
  return `${place} ${unknown ? 'is not a known field' : issue.message}`;
}

function isInside({ code, path }: z.core.$ZodIssue): boolean {
  return path.length > 0 || code === 'unrecognized_keys';
}

function textOf(bytes: Uint8Array): string {
  if (bytes.length > MOST_BYTES)
    throw new InputInvalid('', `It has ${bytes.length} bytes (the most is ${MOST_BYTES}).`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new InputInvalid('', 'It is not UTF-8; a spreadsheet saves it so as “CSV UTF-8”.');
  }
}

/** A number where it is one; else as it is, so that the sentence about it is that of every other field. */
function numberOr(text: string): number | string {
  return /^\d+([.,]\d+)?$/.test(text) ? Number(text.replace(',', '.')) : text;
}

function shown(name: string): string {
  return `“${name.length > 40 ? `${name.slice(0, 40)}…` : name}”`;
}
