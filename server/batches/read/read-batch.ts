import { createHash } from 'node:crypto';
import { videoRequest } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { z } from 'zod';
import { readCsv } from './csv.ts';
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
 * with the line where it has one.
 */
export function readBatch(bytes: Uint8Array, kind: 'csv' | 'json-lines'): Batch {
  const given = kind === 'csv' ? ofCsv(textOf(bytes)) : ofJsonLines(textOf(bytes));
  if (given.length === 0) throw new InputInvalid('', 'It has no rows.');
  if (given.length > MOST_ROWS)
    throw new InputInvalid('', `It has more than ${MOST_ROWS} rows, the most of one batch.`);
  const rows: BatchRow[] = [];
  const problems: RowProblem[] = [];
  const seen = new Map<string, number>();
  for (const row of given) {
    const { line } = row;
    const read = 'problem' in row ? row.problem : rowOf(row);
    if (typeof read === 'string') {
      problems.push({ line, problem: read });
      continue;
    }
    const name = read.id === undefined ? undefined : `id ${read.id}`;
    const same = name === undefined ? undefined : seen.get(name);
    if (same !== undefined) problems.push({ line, problem: `its id is that of line ${same}` });
    else rows.push(read);
    if (name !== undefined && same === undefined) seen.set(name, line);
  }
  return { rows, problems };
}

type Given =
  | {
      readonly line: number;
      readonly fields: Readonly<Record<string, unknown>>;
      /** How a field is called in the table. */
      readonly called: (field: string) => string;
    }
  | { readonly line: number; readonly problem: string };

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
  return rows.map(({ line, cells }): Given => {
    const extra = cells.slice(keys.length).some((cell) => cell.trim() !== '');
    if (extra) return { line, problem: `it has ${cells.length} cells, and there are ${keys.length} columns` };
    const fields = keys.map((key, index) => {
      const cell = cells[index] ?? '';
      return cell.trim() === '' ? {} : COLUMNS[key]?.(key === 'script' ? cell : cell.trim());
    });
    return {
      line,
      fields: Object.assign({}, ...fields),
      called: (field) => `column ${COLUMN_OF[field] ?? field}`,
    };
  });
}

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
          return { line, fields: { ...fields }, called: (field) => `/${field}` };
      } catch {
        return { line, problem: 'it is not JSON' };
      }
      return { line, problem: 'it is not a JSON object' };
    });
}

/** The row, or what is wrong with it. */
function rowOf({ line, fields, called }: Exclude<Given, { problem: string }>): BatchRow | string {
  const { id, ...body } = fields;
  if (id !== undefined && (typeof id !== 'string' || !ID.test(id)))
    return `${called('id')} is not text of 1 to 100 characters`;
  const has = (field: string): boolean => body[field] !== undefined;
  if (has('topic') && has('script')) return 'it has a topic and a script (expected one of them)';
  if (!has('topic') && !has('script')) return 'it has neither a topic nor a script';
  const shape = has('topic') ? ofTopic : typeof body['script'] === 'string' ? ofText : ofScript;
  const parsed = shape.safeParse(body);
  if (!parsed.success) return problemIn(parsed.error, called);
  // Without defaults: what a row leaves open is decided by who makes it.
  const request: BatchRequest = Object.fromEntries(
    Object.entries(parsed.data).filter(([field]) => body[field] !== undefined),
  );
  const key = createHash('sha256')
    .update(JSON.stringify([id, request]))
    .digest('hex');
  return { line, ...(id === undefined ? {} : { id }), key, request };
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
