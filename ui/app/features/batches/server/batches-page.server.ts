import { data, redirect } from '@remix-run/node';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import type { BatchCheckJson } from '@shortfactory/contract';
import type { Table, VisitorApi } from '../../../shared/api/api.server.ts';
import { orFailure } from '../../../shared/api/failures.server.ts';
import { textOf } from '../../../shared/format/form-text.ts';
import { dollarsIn, mendedLine, nameOfFile, tableOf } from '../model/table.ts';
import { words } from '../model/words.ts';
import { refusalOf } from './refusal.server.ts';
import { withCell } from './table-cell.server.ts';

/** Batches shown below the form. */
const LATEST = 10;

/** A table as it was sent, and what came of it. */
export interface TableAnswer {
  readonly text: string;
  readonly name: string;
  readonly cap: string;
  readonly check?: BatchCheckJson;
  readonly refused?: string;
  /** The field that was refused. */
  readonly at?: 'rows' | 'cap';
}

/** The visitor's latest batches. */
export async function loadBatchesPage({ context: { api } }: LoaderFunctionArgs) {
  return orFailure(api.batches({ limit: LATEST }));
}

/** Checks a table, mends a row of it, or makes a batch of it. */
export async function changeTable({ request, context: { api } }: ActionFunctionArgs) {
  const form = await request.formData();
  const { isUnreadable, ...sent } = await tableIn(form);
  const doing = textOf(form, 'do');
  const refuse = (refused: string, at: 'rows' | 'cap', status = 400) =>
    data<TableAnswer>({ ...sent, refused, at }, { status });
  if (isUnreadable) return refuse(words.notUtf8, 'rows');
  if (sent.text.trim() === '') return refuse(words.noRows, 'rows');
  const table = tableOf(sent.text, sent.name);
  try {
    const check = await api.checkBatch(table);
    const line = mendedLine(doing);
    if (line !== undefined) return data<TableAnswer>({ ...sent, ...(await mended(api, table, check, line)) });
    if (doing !== 'make') return data<TableAnswer>({ ...sent, check });
    const capUsd = dollarsIn(sent.cap);
    if (Number.isNaN(capUsd))
      return data<TableAnswer>({ ...sent, check, refused: words.notDollars, at: 'cap' });
    const name = nameOfFile(sent.name);
    const { id } = await api.makeBatch(table, {
      ...(name === '' ? {} : { name }),
      ...(capUsd === undefined ? {} : { capUsd }),
    });
    return redirect(`/batches/${id}`);
  } catch (error) {
    const { detail, status } = refusalOf(error);
    return refuse(detail, 'rows', status);
  }
}

/** The table with the fix of a row, checked again; as it was where the row has none any more. */
async function mended(
  api: VisitorApi,
  table: Table,
  check: BatchCheckJson,
  line: number,
): Promise<Pick<TableAnswer, 'text' | 'check'>> {
  const fix = check.problems.find((problem) => problem.line === line)?.fix;
  const text = fix && withCell(table, { line, ...fix });
  if (text === undefined) return { text: table.text, check };
  return { text, check: await api.checkBatch({ ...table, text }) };
}

interface SentTable extends Pick<TableAnswer, 'text' | 'name' | 'cap'> {
  /** A file that is no text was chosen. */
  readonly isUnreadable: boolean;
}

/** A file that was chosen stands for the text. */
async function tableIn(form: FormData): Promise<SentTable> {
  const file = form.get('file');
  const cap = textOf(form, 'cap');
  if (!(file instanceof File) || file.size === 0)
    return { text: textOf(form, 'rows'), name: textOf(form, 'name'), cap, isUnreadable: false };
  const text = utf8Of(await file.arrayBuffer());
  return { text: text ?? '', name: file.name, cap, isUnreadable: text === undefined };
}

function utf8Of(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
