import type { Table } from '../../../shared/api/api.server.ts';

/** Text as a table: JSON lines where it begins like one or its file is called so, else CSV. */
export function tableOf(text: string, name: string): Table {
  const isJson = /\.(jsonl|ndjson)$/i.test(name) || /^\s*\{/.test(text);
  return { text, type: isJson ? 'application/jsonl' : 'text/csv' };
}

/** What a button sends that mends the row at a line. */
export function mendOf(line: number): string {
  return `mend ${line}`;
}

/** The line of `mendOf`; undefined for what is no such button's. */
export function mendedLine(doing: string): number | undefined {
  const [, line] = /^mend (\d{1,7})$/.exec(doing) ?? [];
  return line === undefined ? undefined : Number(line);
}

/** Dollars as people type them: "5", "2.50", "$2,5". Undefined for nothing; NaN for what is no amount. */
export function dollarsIn(text: string): number | undefined {
  const plain = text
    .trim()
    .replace(/^\$\s*/, '')
    .replace(',', '.');
  if (plain === '') return undefined;
  return /^\d{1,6}(\.\d{1,4})?$/.test(plain) ? Number(plain) : NaN;
}

/** "november.csv" → "november". */
export function nameOfFile(file: string): string {
  return file.replace(/\.(csv|tsv|txt|jsonl|ndjson)$/i, '').slice(0, 100);
}

/** A table to begin with. */
export const EXAMPLE = `id,topic,seconds,aspect
hearts,Why octopuses have three hearts,40,9:16
bees,How bees give directions,40,9:16
bread,Why bread rises,30,"9:16, 1:1"
`;
