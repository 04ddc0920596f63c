import type { BatchFixJson } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';

/** What is wrong with one line, as the rest of a sentence that begins with it. */
export interface RowProblem {
  readonly line: number;
  readonly problem: string;
  /** What mends it, where that is certain. */
  readonly fix?: BatchFixJson;
}

/** The table cannot be read any further. */
export class TableInvalid extends InputInvalid {
  readonly line: number;
  constructor(line: number, problem: string) {
    super(`line ${line}`, problem);
    this.line = line;
  }
}
