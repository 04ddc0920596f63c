import type { ProblemJson as WholeProblem } from '@shortfactory/contract';

/** What of RFC 9457 the pages use; an answer from something in between may have less than the API's own. */
export type ProblemJson = Pick<WholeProblem, 'status' | 'title' | 'detail'> & Partial<WholeProblem>;

/** The API answered that it cannot do what was asked. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly problem: ProblemJson;

  constructor(problem: ProblemJson) {
    super(problem.detail || problem.title || `The API answered ${problem.status}`);
    this.problem = problem;
  }
}

/** The API gave no answer: it is not running, not reachable, or too slow. */
export class ApiUnreachable extends Error {
  override readonly name = 'ApiUnreachable';
}

/*
 * By name, not by class: the server and the pages are two bundles that become one file, each with classes of its own, so
 * that what one throws is not an instance of the other's class.
 */
export function isApiProblem(error: unknown): error is ApiProblem {
  return error instanceof Error && error.name === 'ApiProblem';
}

export function isApiUnreachable(error: unknown): error is ApiUnreachable {
  return error instanceof Error && error.name === 'ApiUnreachable';
}
