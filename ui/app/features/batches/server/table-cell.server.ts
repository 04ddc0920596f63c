import { separatorOf } from '@shortfactory/contract';
import type { Table } from '../../../shared/api/api.server.ts';

/** A cell of a table, and what is to stand in it, as `fix` of a batch's check says it. */
interface CellChange {
  /** The first line of its row, from 1. */
  readonly line: number;
  readonly column: string;
  /** JSON in JSON lines. */
  readonly value: string;
}

/** Where a cell stands: UTF-16 offsets, quotes included. */
interface Span {
  readonly from: number;
  readonly to: number;
}

/**
 * The table with one cell changed and every other character as it was.
 * @returns undefined where the table has no such cell.
 */
export function withCell({ text, type }: Table, { line, column, value }: CellChange): string | undefined {
  const isCsv = type === 'text/csv';
  const cell = isCsv ? csvCell(text, line, column) : jsonCell(text, line, column);
  if (!cell) return undefined;
  const written = isCsv ? quotedAs(text.slice(cell.from, cell.to), value) : value;
  return `${text.slice(0, cell.from)}${written}${text.slice(cell.to)}`;
}

/** In quotes where the cell was, and where what it holds needs them. */
function quotedAs(before: string, value: string): string {
  if (!before.startsWith('"') && !/[",;\t\r\n]|^\s|\s$/.test(value)) return value;
  return `"${value.replaceAll('"', '""')}"`;
}

function csvCell(text: string, line: number, column: string): Span | undefined {
  const rows = csvRows(text);
  const head = rows.find(({ cells }) => cells.some((cell) => read(text, cell) !== ''));
  const at = head?.cells.findIndex((cell) => read(text, cell) === column) ?? -1;
  return rows.find((row) => row.line === line && row !== head)?.cells[at];
}

/** A cell's text as a heading is compared: without quotes and the blanks around it. */
function read(text: string, { from, to }: Span): string {
  const cell = text.slice(from, to);
  return (cell.startsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();
}

interface CsvRow {
  readonly line: number;
  readonly cells: readonly Span[];
}

/** The rows of a CSV by their places, empty ones too. */
function csvRows(text: string): CsvRow[] {
  const separator = separatorOf(text);
  // Also a part of a text that ends in the middle of a quote ends.
  const token = new RegExp(`("(?:[^"]|"")*"?|[^${separator}\r\n]*)(${separator}|\r\n|\r|\n|$)`, 'y');
  const rows: CsvRow[] = [];
  let [line, cells]: [number, Span[]] = [1, []];
  token.lastIndex = text.startsWith('\ufeff') ? 1 : 0;
  for (;;) {
    const from = token.lastIndex;
    const [, cell, end] = token.exec(text) ?? [];
    if (cell === undefined || end === undefined) return rows;
    cells.push({ from, to: from + cell.length });
    if (end === separator) continue;
    rows.push({ line, cells });
    if (end === '') return rows;
    line += 1 + cells.reduce((sum, { from: start, to }) => sum + breaksIn(text.slice(start, to)), 0);
    cells = [];
  }
}

function breaksIn(cell: string): number {
  return cell.match(/\r\n|\r|\n/g)?.length ?? 0;
}

/** The value of a field of the object at a line; of a field that stands twice the last, as JSON.parse takes it. */
function jsonCell(text: string, line: number, field: string): Span | undefined {
  const lines = text.split(/(\r\n|\r|\n)/);
  const object = lines[2 * (line - 1)];
  if (object === undefined) return undefined;
  const start = lines.slice(0, 2 * (line - 1)).join('').length;
  let [depth, key, last, valueAt]: [number, string, string, number] = [0, '', '', 0];
  let found: Span | undefined;
  for (const { 0: token, index } of object.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    if (token === ':' && depth === 1) [key, valueAt] = [last, index + 1];
    if (depth === 1 && (token === ',' || token === '}') && parsed(key) === field)
      found = trimmed(object, { from: valueAt, to: index });
    if (token === '{' || token === '[') depth += 1;
    if (token === '}' || token === ']') depth -= 1;
    last = token;
  }
  return found && { from: start + found.from, to: start + found.to };
}

function parsed(key: string): unknown {
  return key === '' ? undefined : JSON.parse(key);
}

function trimmed(text: string, { from, to }: Span): Span {
  const value = text.slice(from, to);
  const start = from + value.length - value.trimStart().length;
  return { from: start, to: start + value.trim().length };
}
