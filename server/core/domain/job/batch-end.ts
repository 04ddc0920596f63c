/** What a row of a batch can be, as its owner sees it. `repeated`: the same as an earlier row, which is made once. */
export const BATCH_ROW_STATES = ['waiting', 'making', 'done', 'failed', 'cancelled', 'repeated'] as const;
export type BatchRowState = (typeof BATCH_ROW_STATES)[number];

/** The last row of a batch has ended. A batch whose rows are tried again ends once more, in another round. */
export interface BatchEnd {
  readonly id: string;
  readonly ownerHash: string;
  /** Names this end and no other: the marker of its round. */
  readonly round: string;
  readonly status: 'done' | 'cancelled';
  readonly name?: string;
  /** Rows by what became of them. */
  readonly counts: Readonly<Record<BatchRowState, number>>;
  readonly createdMs: number;
  readonly finishedMs: number;
  readonly costUsd: number;
}
