import type { Cluster } from '../cluster.ts';
import { CallFailed } from '../../services/service-driver.ts';

/** The part of a Service's manifest that the checks read. */
export interface ServiceDocument {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> };
  readonly spec: {
    readonly template: {
      readonly metadata?: {
        readonly labels?: Readonly<Record<string, string>>;
        readonly annotations?: Readonly<Record<string, string>>;
      };
      readonly spec: { readonly containers: readonly ContainerDocument[]; readonly [field: string]: unknown };
    };
  };
}

export interface ContainerDocument {
  readonly resources?: {
    readonly requests?: Readonly<Record<string, string>>;
    readonly limits?: Readonly<Record<string, string>>;
  };
  readonly [field: string]: unknown;
}

/** What is about to be applied, and where. */
export interface Planned {
  readonly cluster: Cluster;
  readonly namespace: string;
  /** The namespace was named on the command line, not taken from the environment. */
  readonly namespaceGiven: boolean;
  readonly documents: readonly ServiceDocument[];
}

/** One sentence each, without a full stop. */
export interface Findings {
  /** What stands in the way: nothing may be applied. */
  readonly problems: readonly string[];
  /** What could not be looked at, and what that means. */
  readonly notes: readonly string[];
}

export type Check = (planned: Planned) => Promise<Findings>;

export const NOTHING: Findings = { problems: [], notes: [] };
export const problem = (...problems: readonly string[]): Findings => ({ problems, notes: [] });
export const note = (...notes: readonly string[]): Findings => ({ problems: [], notes });

export function together(all: readonly Findings[]): Findings {
  return {
    problems: all.flatMap(({ problems }) => problems),
    notes: all.flatMap(({ notes }) => notes),
  };
}

/** What a check finds; a reading that is refused to us is a note about what was not looked at. */
export async function unlessRefused(what: string, look: () => Promise<Findings>): Promise<Findings> {
  try {
    return await look();
  } catch (error) {
    if (error instanceof CallFailed && error.kind === 'refused')
      return note(`${what} was not looked at: ${error.message}`);
    throw error;
  }
}

/** The object, or undefined when there is none; whatever else went wrong is thrown. */
export async function orAbsent<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof CallFailed && error.kind === 'absent') return undefined;
    throw error;
  }
}
