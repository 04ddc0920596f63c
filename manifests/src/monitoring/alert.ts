/** One condition that an operator has to know about. Becomes an alert policy and a Prometheus rule. */
export interface Alert {
  /** Also the name of its page in the runbook. */
  readonly id: string;
  readonly title: string;
  /** page: wakes an operator. warn: looked at during the day. */
  readonly severity: 'page' | 'warn';
  /** PromQL that gives a series while it is true. */
  readonly expression: string;
  /** How long it has to be true; a multiple of 30 seconds. */
  readonly forSeconds: number;
  /** What it means, for the person that it wakes. */
  readonly meaning: string;
}

/** Where an alert's page is in the repository. */
export function pageOf({ id }: Pick<Alert, 'id'>): string {
  return `docs/runbook/${id}.md`;
}

/** `jobs-stuck` → `JobsStuck`: both APIs want a valid label name. */
export function ruleName({ id }: Pick<Alert, 'id'>): string {
  return id.replace(/(^|-)([a-z])/g, (_match, _hyphen, letter: string) => letter.toUpperCase());
}
