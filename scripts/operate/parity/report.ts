/** One line of the table. */
export interface Row {
  readonly step: string;
  /** What was seen here, or why it was not tried. */
  readonly seen: string;
  readonly expected: string;
  /** False when it is not as expected, or went wrong; undefined when it was not tried. */
  readonly good: boolean | undefined;
}

/** `what was seen` beside what Cloud Run is expected to do, as a Markdown table. */
export function tableOf(rows: readonly Row[]): string {
  const cells = [
    ['step', 'this cluster', 'Cloud Run, by its documentation', ''],
    ...rows.map(({ step, seen, expected, good }) => [
      step,
      seen,
      expected,
      good === undefined ? '-' : good ? 'ok' : 'NOT OK',
    ]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    `| ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = cells;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}
