import type { SpendAccount } from '@shortfactory/core';

export interface Turn {
  readonly from: 'user' | 'model';
  readonly text: string;
}

export interface TextRequest {
  /** What holds for every turn. */
  readonly system: string;
  /** The last one is the user's. */
  readonly turns: readonly Turn[];
  /** JSON Schema of the answer, and a short name for it. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly schemaName: string;
  /** Tokens of an answer, thoughts included: the estimate, and the most. */
  readonly expectedTokens: number;
  readonly mostTokens: number;
  /** "this topic": for the message when it is declined. */
  readonly asked: string;
}

/** A model that answers in JSON; what it answers is checked by whoever asks. */
export interface TextModel {
  /** Provider and model: first part of its writer's id. */
  readonly id: string;
  /** Name that people see. */
  readonly label: string;
  /** The text of the answer, which should be JSON. Throws as a port does. */
  ask(request: TextRequest, signal: AbortSignal, account: SpendAccount | undefined): Promise<string>;
}
