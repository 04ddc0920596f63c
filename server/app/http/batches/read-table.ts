import { TableInvalid, readBatch } from '@shortfactory/batches';
import type { Batch, RowProblem } from '@shortfactory/batches';
import { HTTP_LIMITS, HttpProblem } from '@shortfactory/http-server';
import { readBody } from '../body/json-body.ts';
import type { AppDeps } from '../deps.ts';
import type { HttpContext } from '../routing/context.ts';

/** Media types of a table, and how it is read. Tabs are told from commas by the reader. */
const KINDS = {
  'text/csv': 'csv',
  'text/tab-separated-values': 'csv',
  'application/jsonl': 'json-lines',
  'application/x-ndjson': 'json-lines',
} as const;
export const TABLE_TYPES = Object.keys(KINDS) as (keyof typeof KINDS)[];

const MOST_LISTED = 20;
const MOST_SAID = 3;

/** The table of a request's body. Throws HttpProblem, with the line where there is one. */
export async function readTable(
  ctx: HttpContext,
  { limits, studio }: Pick<AppDeps, 'limits' | 'studio'>,
): Promise<Batch> {
  const { tableBytes: mostBytes, jsonBodyMs: ms } = { ...HTTP_LIMITS, ...limits };
  const expected = 'a table as CSV or JSON lines';
  const { bytes, type } = await readBody(ctx, { types: TABLE_TYPES, expected, mostBytes, ms });
  const { voices } = await studio.about();
  try {
    return readBatch(bytes, KINDS[type], voices);
  } catch (error) {
    throw error instanceof TableInvalid ? refusal([{ line: error.line, problem: error.problem }]) : error;
  }
}

/** What is wrong with a table's lines as one answer. */
export function refusal(problems: readonly RowProblem[]): HttpProblem {
  const sorted = [...problems].sort((a, b) => a.line - b.line);
  const said = sorted.slice(0, MOST_SAID).map(({ line, problem }) => `line ${line}: ${problem}`);
  const more = sorted.length - said.length;
  return new HttpProblem(
    'invalid-input',
    `${[...said, ...(more > 0 ? [`and ${more} more`] : [])].join('; ')}. Nothing was made.`,
    {
      errors: sorted
        .slice(0, MOST_LISTED)
        .map(({ line, problem }) => ({ in: 'body', pointer: `/line ${line}`, detail: problem })),
    },
  );
}
