import type { BatchRowState } from '@shortfactory/core';
import type { BatchRecord, RowPlan, RowRecord, RowState } from './record.ts';

/** Sums of dollars that differ by less are the same. */
const USD_ACCURACY = 1e-9;

/** Rows that take one of the owner's places. */
export function underWay({ rows }: BatchRecord): number {
  return rows.filter(({ state }) => state === 'taken' || state === 'making').length;
}

export function spentUsd({ rows }: BatchRecord): number {
  return rows.reduce((sum, { costUsd = 0 }) => sum + costUsd, 0);
}

/** What a row is to its owner: one that is about to be a job waits still. */
export function shownState(state: RowState): BatchRowState {
  return state === 'taken' ? 'waiting' : state;
}

export function countsOf({ rows }: BatchRecord): Readonly<Record<BatchRowState, number>> {
  const counts = { waiting: 0, making: 0, done: 0, failed: 0, cancelled: 0, repeated: 0 };
  for (const { state } of rows) counts[shownState(state)] += 1;
  return counts;
}

export function hasEnded({ finishedMs }: BatchRecord): boolean {
  return finishedMs !== undefined;
}

/** What was found out about a row, and the row that it was found out about: another one is left as it is. */
export interface Finding {
  readonly of: RowRecord;
  readonly now: RowRecord;
}

/**
 * The batch with what was found out about its rows, and with the next rows taken: in their order, as many as there is room
 * for, as long as the cap holds. Ends it after its last row. The same findings and room change nothing a second time.
 */
export function advanced(
  record: BatchRecord,
  {
    plans,
    findings,
    room,
    nowMs,
  }: {
    readonly plans: readonly RowPlan[];
    readonly findings: ReadonlyMap<number, Finding>;
    /** Rows that may be under way at a time. */
    readonly room: number;
    readonly nowMs: number;
  },
): BatchRecord {
  const found = { ...record, rows: record.rows.map((row, index) => resolved(row, findings.get(index))) };
  const { rows, held } = record.status === 'running' ? taken(found, plans, room) : { rows: found.rows };
  const next: BatchRecord = { ...found, rows, ...stateOf({ ...found, rows }, held, nowMs) };
  return JSON.stringify(next) === JSON.stringify(record) ? record : { ...next, updatedMs: nowMs };
}

function stateOf(
  record: BatchRecord,
  held: 'cap' | undefined,
  nowMs: number,
): Pick<BatchRecord, 'status' | 'finishedMs'> {
  const { status, finishedMs = nowMs } = record;
  if (isOver(record)) return { status: status === 'cancelled' ? status : 'done', finishedMs };
  return { status: held === 'cap' && underWay(record) === 0 ? 'capped' : status };
}

function resolved(row: RowRecord, finding: Finding | undefined): RowRecord {
  return finding && isSame(finding.of, row) ? finding.now : row;
}

function isSame(one: RowRecord, other: RowRecord): boolean {
  return one.state === other.state && one.job === other.job;
}

function isOver({ rows, status }: BatchRecord): boolean {
  const open = status === 'cancelled' ? ['taken', 'making'] : ['waiting', 'taken', 'making'];
  return !rows.some(({ state }) => open.includes(state));
}

function taken(
  record: BatchRecord,
  plans: readonly RowPlan[],
  room: number,
): { readonly rows: readonly RowRecord[]; readonly held?: 'cap' } {
  let places = room - underWay(record);
  let leftUsd = (record.capUsd ?? Infinity) - spentUsd(record) - reservedUsd(record, plans) + USD_ACCURACY;
  let held: 'cap' | undefined;
  const rows = record.rows.map((row, index): RowRecord => {
    if (row.state !== 'waiting' || held !== undefined) return row;
    const usd = openUsd(row, plans[index]);
    // A sum that is no number refuses.
    if (!(usd <= leftUsd)) held = 'cap';
    if (held !== undefined || places < 1) return row;
    places -= 1;
    leftUsd -= usd;
    return { ...row, state: 'taken' };
  });
  return { rows, ...(held && { held }) };
}

/** What rows under way may still spend. */
function reservedUsd({ rows }: BatchRecord, plans: readonly RowPlan[]): number {
  return rows.reduce(
    (sum, row, index) =>
      row.state === 'taken' || row.state === 'making' ? sum + openUsd(row, plans[index]) : sum,
    0,
  );
}

function openUsd({ costUsd = 0 }: RowRecord, plan: RowPlan | undefined): number {
  return Math.max(0, (plan?.usd ?? NaN) - costUsd);
}

/** The batch with rows that have their jobs now, or a reason why they have none. A row that was stopped stays so. */
export function placed(record: BatchRecord, rows: ReadonlyMap<number, RowRecord>): BatchRecord {
  return {
    ...record,
    rows: record.rows.map((row, index) => (row.state === 'taken' ? (rows.get(index) ?? row) : row)),
  };
}

export function paused(record: BatchRecord, nowMs: number): BatchRecord {
  return { ...record, status: 'paused', updatedMs: nowMs };
}

/** Goes on, with another cap where one is given. */
export function resumed(record: BatchRecord, capUsd: number | undefined, nowMs: number): BatchRecord {
  return { ...record, status: 'running', ...(capUsd !== undefined && { capUsd }), updatedMs: nowMs };
}

/** Nothing more is begun; what is under way is stopped by the next pass. */
export function stopped(record: BatchRecord, nowMs: number): BatchRecord {
  const rows = record.rows.map((row): RowRecord =>
    row.state === 'waiting' ? { ...row, state: 'cancelled' } : row,
  );
  return { ...record, rows, status: 'cancelled', updatedMs: nowMs };
}

/** Rows that failed wait again, in a new round; undefined where none of them has failed. */
export function tryingAgain(
  record: BatchRecord,
  chosen: (index: number) => boolean,
  marker: string,
  nowMs: number,
): BatchRecord | undefined {
  const again = record.rows.map(({ state }, index) => state === 'failed' && chosen(index));
  if (!again.includes(true)) return undefined;
  const { finishedMs: _finishedMs, ...rest } = record;
  const rows = record.rows.map((row, index): RowRecord => {
    const { problem: _problem, ...kept } = row;
    return again[index] ? { ...kept, state: 'waiting' } : row;
  });
  const status = record.status === 'done' ? 'running' : record.status;
  return { ...rest, rows, status, marker, updatedMs: nowMs };
}
