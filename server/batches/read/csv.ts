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
    throw new TableInvalid(lineOf(error, text), sentenceFor(error.code));
  }
}

/** Where the mistake is: the parser names the line at which it gave up, far below a quote that is never closed. */
function lineOf({ code, message }: CsvError, text: string): number {
  const line = Number(/at line (\d+)/.exec(message)?.[1] ?? 1);
  if (code === 'CSV_QUOTE_NOT_CLOSED') return openQuoteLine(text) ?? line;
  return code === 'CSV_MAX_RECORD_SIZE' ? (openQuoteLine(text, line) ?? line) : line;
}

/**
 * The line of the quote that is still open at the end of line `last`; undefined where none is. A quote within a cell is
 * doubled: it closes and opens.
 */
function openQuoteLine(text: string, last = Infinity): number | undefined {
  let line = 1;
  let opened: number | undefined;
  for (const [found] of text.matchAll(/"|\r\n|\r|\n/g)) {
    if (found === '"') opened = opened === undefined ? line : undefined;
    else if (line === last) break;
    else line += 1;
  }
  return opened;
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
