import { separatorOf } from '@shortfactory/contract';
import { CsvError, parse } from 'csv-parse/sync';
import { TableInvalid } from './problem.ts';

export interface TableRow {
  /** The first of its lines, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/** What the parser gives with `info`. */
interface WithInfo {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

const MOST_ROW_CHARS = 200_000;

/** The first rows of a CSV, the head before them. Lines without anything are left out. Throws TableInvalid. */
export function readCsv(text: string, most: number): readonly TableRow[] {
  try {
    const parsed = parse(text, {
      delimiter: separatorOf(text),
      relaxColumnCount: true,
      skipEmptyLines: true,
      info: true,
      to: most + 1,
      maxRecordSize: MOST_ROW_CHARS,
    }) as unknown as readonly WithInfo[];
    let before = 0;
    return parsed
      .map(({ record, info }): TableRow => {
        const inside = record.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
        const line = Math.max(before + 1, info.lines - inside);
        before = info.lines;
        return { line, cells: record };
      })
      .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const isOpen = error.code === 'CSV_QUOTE_NOT_CLOSED';
    throw new TableInvalid(isOpen ? openQuoteLine(text) : lineIn(error.message), sentenceFor(error.code));
  }
}

/** The line of the last quote that opens a cell. A quote within a cell is doubled: it closes and opens. */
function openQuoteLine(text: string): number {
  let [line, opened, inside] = [1, 1, false];
  for (const [found] of text.matchAll(/"|\r\n|\r|\n/g)) {
    if (found !== '"') line += 1;
    else {
      inside = !inside;
      if (inside) opened = line;
    }
  }
  return opened;
}

function lineIn(message: string): number {
  return Number(/at line (\d+)/.exec(message)?.[1] ?? 1);
}

function sentenceFor(code: string): string {
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return 'the quote that begins here is never closed';
    case 'CSV_MAX_RECORD_SIZE':
      return `the row has more than ${MOST_ROW_CHARS} characters; a quote that is never closed does that`;
    case 'INVALID_OPENING_QUOTE':
    case 'CSV_INVALID_CLOSING_QUOTE':
      return 'a quote stands inside a cell (expected the whole cell in quotes, and "" for each quote in it)';
    default:
      return `it is not CSV (${code})`;
  }
}
