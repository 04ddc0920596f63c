import {
  batchArchiveJson,
  batchCheckJson,
  batchJson,
  batchListJson,
  batchPageJson,
} from '@shortfactory/contract';
import type { BatchCheckJson, BatchJson, BatchPageJson, BatchRowJson } from '@shortfactory/contract';
import type { z } from 'zod';

const ID = '01BATCH0000000000000000000';

/** An answer of the API, with the schema that it has to fit. */
export interface DoubleAnswer {
  readonly status: number;
  readonly schema: z.ZodType;
  readonly body: unknown;
}

/** An owner's batches, as the API keeps them; what a table would become is said before. */
export class BatchesDouble {
  check: BatchCheckJson = CHECK;
  pages: readonly BatchPageJson[] = [];
  /** Tables that were made, with what was asked for in the address. */
  readonly made: { readonly text: string; readonly type: string; readonly query: string }[] = [];
  /** `pause`, `retry?line=4` …, in their order. */
  readonly acted: string[] = [];

  /** Undefined for what there is not. */
  answer(method: string, url: URL, text: string, type: string): DoubleAnswer | undefined {
    const [, , , id = '', what = ''] = url.pathname.split('/');
    if (id === 'check') return { status: 200, schema: batchCheckJson, body: this.#checked(text) };
    if (id === '' && method === 'GET')
      return { status: 200, schema: batchListJson, body: { batches: this.pages.map(({ batch }) => batch) } };
    if (id === '') {
      this.made.push({ text, type, query: url.search });
      this.pages = [batchPage('running')];
      return { status: 202, schema: batchJson, body: this.pages[0]?.batch };
    }
    const page = this.pages.find(({ batch }) => batch.id === id);
    if (!page) return undefined;
    if (what === '') return { status: 200, schema: batchPageJson, body: page };
    if (what === 'archive') return { status: 200, schema: batchArchiveJson, body: ARCHIVE };
    this.acted.push(`${what}${url.search}`);
    const status = ({ pause: 'paused', resume: 'running', cancel: 'cancelled' } as const)[what];
    const next = status ? batchPage(status) : page;
    this.pages = [next];
    return { status: 200, schema: batchJson, body: next.batch };
  }

  /** A fault is there until its fix stands in the table. */
  #checked(text: string): BatchCheckJson {
    const problems = this.check.problems.filter(({ fix }) => !fix || !text.includes(fix.value));
    return { ...this.check, problems };
  }
}

const ARCHIVE = {
  parts: [{ url: `/api/batches/${ID}/videos.zip?part=1`, videos: 2, bytes: 16_000_000 }],
};

const CHECK: BatchCheckJson = {
  rows: [
    {
      line: 2,
      id: 'hearts',
      title: 'Why octopuses have three hearts',
      aspects: ['9:16'],
      seconds: 40,
      usd: 0.05,
    },
    {
      line: 3,
      title: 'How bees give directions',
      voice: 'en',
      look: 'Midnight',
      aspects: ['9:16', '1:1'],
      seconds: 40,
      usd: 0.05,
    },
    { line: 5, title: 'How bees give directions', aspects: ['9:16'], seconds: 40, usd: 0.05, sameAs: 3 },
  ],
  problems: [
    {
      line: 4,
      problem: 'column seconds is not a number of seconds from 10 to 180',
      fix: { column: 'seconds', value: '180', label: 'Use 180 s' },
    },
  ],
  videos: 2,
  estimateUsd: 0.1,
  makeSeconds: 150,
};

/** A batch with a row in every state. */
export function batchPage(status: BatchJson['status']): BatchPageJson {
  const row = (line: number, title: string, more: Partial<BatchRowJson>): BatchRowJson => ({
    ...{ line, title, costUsd: 0, state: 'waiting' },
    ...more,
  });
  const error = { title: 'It stopped', detail: 'The voice service stopped answering.', retryable: true };
  const isOver = status === 'cancelled' || status === 'done';
  const at = (minutes: number): string => new Date(Date.now() - minutes * 60_000).toISOString();
  return {
    batch: {
      ...{ id: ID, name: 'november-ocean', status, createdAt: at(31), updatedAt: at(0), rows: 6 },
      ...(isOver && { finishedAt: at(0) }),
      counts: { waiting: 2, making: 1, done: 2, failed: 1, cancelled: 0, repeated: 0 },
      ...{ estimateUsd: 0.3, costUsd: 0.12, capUsd: 5 },
    },
    rows: [
      row(2, 'Why octopuses have three hearts', { state: 'done', costUsd: 0.05, degraded: [], outputs: [] }),
      row(3, 'How bees give directions', {
        state: 'done',
        costUsd: 0.05,
        degraded: ['One scene was drawn offline.'],
      }),
      row(4, 'Why bread rises', { state: 'failed', costUsd: 0.02, error }),
      row(5, 'The slowest express in the world', { state: 'making', percent: 72 }),
      row(6, 'Hvers vegna er hafið salt', { place: 1 }),
      row(7, 'What the Moon smells like', { place: 2 }),
    ],
  };
}
