import type { BatchEventJson } from '@shortfactory/contract';
import type { BatchEnd } from '@shortfactory/core';

/** What receivers are sent: how many rows ended how, and where their videos are listed. */
export function batchEvent(end: BatchEnd): BatchEventJson {
  const { id, status, name, counts, createdMs, finishedMs, costUsd } = end;
  const finishedAt = new Date(finishedMs).toISOString();
  return {
    type: 'batch.done',
    timestamp: finishedAt,
    data: {
      id,
      url: `/api/batches/${id}`,
      manifest: `/api/batches/${id}/manifest`,
      status,
      ...(name === undefined ? {} : { name }),
      counts,
      createdAt: new Date(createdMs).toISOString(),
      finishedAt,
      costUsd,
    },
  };
}
