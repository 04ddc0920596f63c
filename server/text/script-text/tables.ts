import { labelOf, readLabel } from './labels/read-label.ts';
import type { LabelKind } from './labels/read-label.ts';
import type { LeftOut } from './left-out.ts';

const DELIMITER = /^\s*\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$/u;

/**
 * Lines with each table of a script (a row a scene, its columns named "Time", "Visual", "Narration") written out as
 * labelled lines, and without every other table: its cells make no sentences.
 */
export function withoutTables(lines: readonly string[], leftOut: LeftOut): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length;) {
    const rows = tableAt(lines, at);
    if (!rows) {
      kept.push(...pieces(lines[at] ?? ''));
      at += 1;
      continue;
    }
    const written = asLabelledLines(rows.cells, leftOut);
    if (written) kept.push('', ...written, '');
    else {
      leftOut.add('table');
      kept.push('');
    }
    at = rows.end;
  }
  return kept;
}

/** "Shot 1 | Visual: an apple | VO: An apple a day.": a line a label. */
function pieces(line: string): string[] {
  const parts = line.split(/\s+[|｜]\s+/u);
  return parts.length > 1 && parts.some((part) => readLabel(part)?.kind === 'speech') ? parts : [line];
}

interface Table {
  readonly cells: readonly (readonly string[])[];
  readonly end: number;
}

function tableAt(lines: readonly string[], at: number): Table | undefined {
  const line = lines[at] ?? '';
  const next = lines[at + 1] ?? '';
  const sign = line.includes('|') ? '|' : '\t';
  if (!line.includes(sign)) return undefined;
  const isTable =
    sign === '|'
      ? (next.includes('-') && DELIMITER.test(next)) || (isFramed(line) && isFramed(next))
      : isScript(kindsOf(cellsOf(line, sign)));
  if (!isTable) return undefined;
  const cells: string[][] = [];
  let end = at;
  for (; end < lines.length && (lines[end] ?? '').includes(sign); end += 1) {
    if (!DELIMITER.test(lines[end] ?? '')) cells.push(cellsOf(lines[end] ?? '', sign));
  }
  return { cells, end };
}

function isFramed(line: string): boolean {
  return /^\s*\|.*\|\s*$/u.test(line);
}

function cellsOf(line: string, sign: string): string[] {
  const bare =
    sign === '|'
      ? line
          .trim()
          .replace(/^\|/u, '')
          .replace(/(?<!\\)\|$/u, '')
      : line;
  return bare.split(sign === '|' ? /(?<!\\)\|/u : sign).map((cell) => cell.trim().replaceAll('\\|', '|'));
}

function kindsOf(header: readonly string[]): (LabelKind | undefined)[] {
  return header.map((cell) => labelOf(cell));
}

/** Two columns that are known at least, of them one that is spoken. */
function isScript(kinds: readonly (LabelKind | undefined)[]): boolean {
  const known = kinds.filter((kind) => kind !== undefined);
  return known.length >= 2 && known.some((kind) => kind === 'speech' || kind === 'text');
}

function asLabelledLines(cells: readonly (readonly string[])[], leftOut: LeftOut): string[] | undefined {
  const [header = [], ...rows] = cells;
  const kinds = kindsOf(header);
  if (!isScript(kinds)) return asPairs(cells);
  const spoken = kinds.includes('speech') ? 'speech' : 'text';
  leftOut.add('label', kinds.filter((kind) => kind !== 'visual' && kind !== 'screen').length);
  return rows.flatMap((row) => [
    '---',
    ...row.flatMap((cell, column) => {
      const kind = kinds[column];
      if (cell === '') return [];
      if (kind === 'visual') return [`Visual: ${oneLine(cell)}`];
      if (kind === spoken) return unquoted(cell).split('\n');
      if (kind === 'screen' || kind === 'text') leftOut.add('screenText');
      return [];
    }),
  ]);
}

/** A table of two columns whose first one holds labels: each row is a labelled line. */
function asPairs(cells: readonly (readonly string[])[]): string[] | undefined {
  const labelled = cells.filter((row) => row.length === 2 && labelOf(row[0] ?? '') !== undefined);
  const speaks = labelled.some((row) => labelOf(row[0] ?? '') === 'speech');
  if (!speaks || labelled.length * 2 < cells.length) return undefined;
  return labelled.map(([label = '', value = '']) => `${label.replace(/[:：]\s*$/u, '')}: ${oneLine(value)}`);
}

function oneLine(cell: string): string {
  return cell
    .replace(/<br\s*\/?>|\n/giu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
}

function unquoted(cell: string): string {
  const text = cell.replace(/<br\s*\/?>/giu, '\n').trim();
  return withoutQuotes(text);
}

const QUOTES: readonly [string, string][] = [
  ['"', '"'],
  ['“', '”'],
  ['„', '“'],
  ['„', '”'],
  ['”', '”'],
  ['«', '»'],
  ['»', '«'],
  ['「', '」'],
  ['『', '』'],
  ['‘', '’'],
  ["'", "'"],
];

/** Text without the one pair of quotation marks that encloses all of it. */
export function withoutQuotes(text: string): string {
  for (const [open, close] of QUOTES) {
    if (text.length < 3 || !text.startsWith(open) || !text.endsWith(close)) continue;
    const inner = text.slice(1, -1);
    if (!inner.includes(open) && (!inner.includes(close) || /^['’]$/u.test(close))) return inner.trim();
  }
  return text;
}
