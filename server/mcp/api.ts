import type { JobJson, ProblemJson } from '@shortfactory/contract';

/** The operations of the API that tools use, by their ids in its description. */
export const OPERATIONS = {
  writeScript: ['POST', '/api/scripts'],
  makeVideo: ['POST', '/api/videos'],
  listVideos: ['GET', '/api/videos'],
  getVideo: ['GET', '/api/videos/:id'],
  cancelVideo: ['POST', '/api/videos/:id/cancel'],
  retryVideo: ['POST', '/api/videos/:id/retry'],
  listVoices: ['GET', '/api/voices'],
  searchFootage: ['GET', '/api/footage'],
} as const satisfies Readonly<Record<string, readonly [method: 'GET' | 'POST', path: string]>>;
export type Operation = keyof typeof OPERATIONS;

export interface ApiRequest {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: unknown;
}

export interface ApiAnswer {
  /** As the contract has it for the operation. */
  readonly body: unknown;
  /** With names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
}

/** The API as one caller has it: with that caller's rights and limits. */
export interface Api {
  /** Where addresses that begin with `/` lie: `https://shorts.example.org`. */
  readonly origin: string;
  /** Throws ApiProblem for an answer that is a problem, and the signal's reason. */
  call(operation: Operation, request: ApiRequest, signal: AbortSignal): Promise<ApiAnswer>;
  /**
   * The job now and after every change, ending with a terminal state, the signal, or when the server closes. Throws
   * ApiProblem.
   */
  watch(id: string, signal: AbortSignal): AsyncIterable<JobJson>;
}

/** What the API answered in place of what was asked for. */
export class ApiProblem extends Error {
  readonly problem: ProblemJson;
  constructor(problem: ProblemJson) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** By its name: who throws it and who catches it may have loaded this file by different addresses. */
export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem' && 'problem' in error;
}
