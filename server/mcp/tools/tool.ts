import type { z } from 'zod';
import type { Api } from '../api.ts';
import type { ObjectSchema } from '../schemas.ts';

/** A call of a tool. */
export interface Call {
  readonly api: Api;
  /** Aborted when the caller has gone, or has cancelled. */
  readonly signal: AbortSignal;
  /** Tells the caller how far it is; undefined when it did not ask. */
  readonly progress?: (percent: number, message: string) => Promise<void>;
}

export interface Link {
  readonly uri: string;
  readonly name: string;
  readonly mimeType: string;
  readonly size?: number;
}

export interface Result {
  /** By the tool's output schema. */
  readonly content: Readonly<Record<string, unknown>>;
  readonly links?: readonly Link[];
}

export interface Tool {
  readonly name: string;
  readonly title: string;
  /** For the model that chooses among tools. */
  readonly description: string;
  readonly input: ObjectSchema;
  readonly output: ObjectSchema;
  /** Reading only; else whether the same call twice is once. */
  readonly effect: 'reads' | 'once' | 'again';
  /** Throws ApiProblem and CallRefused. */
  call(given: Readonly<Record<string, unknown>>, call: Call): Promise<Result>;
}

/** Arguments that the tool does not take; one sentence. */
export class CallRefused extends Error {}

/** Arguments by the tool's own schema. Throws CallRefused. */
export function argumentsBy<S extends z.ZodObject>(schema: S, given: unknown): z.output<S> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const known = Object.keys(schema.shape);
  const sentences = parsed.error.issues
    .slice(0, MOST_SAID)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys
            .slice(0, MOST_SAID)
            .map((key) => `/${shown(key)} is not a known field (expected ${known.join(', ') || 'none'})`)
        : [`/${issue.path.map((step) => shown(String(step))).join('/')} ${issue.message}`],
    );
  throw new CallRefused(`${sentences.join('; ')}.`);
}

const MOST_SAID = 3;

function shown(key: string): string {
  return key.slice(0, 60).replace(/\p{Cc}|\p{Cs}/gu, '?');
}

/** The message for an absent or a wrong value. */
export function expected(what: string): (issue: { input?: unknown }) => string {
  return ({ input }) => (input === undefined ? `is missing (expected ${what})` : `is not ${what}`);
}
