import type { Service } from '../constructs/shapes.ts';
import { servingContainer } from '../policies/values/violation.ts';

/** Fits the rule of every secret but one: at least 32 characters, and an address. */
const PLACEHOLDER = 'https://placeholder.invalid/0123456789abcdef0123456789abcdef';
/** A list of keys is names with hashes. */
const PLACEHOLDERS: Readonly<Record<string, string>> = { API_KEYS: `placeholder:${'0'.repeat(64)}` };

export interface Emitted {
  /** `Service/<name>`, for messages. */
  readonly name: string;
  /** What the program will find in its environment. */
  readonly variables: Readonly<Record<string, string>>;
  readonly problems: string[];
}

/**
 * The variables of a Service document as the platform hands them to the program: plain values, a placeholder for each
 * secret, PORT from the container's port. Problems are keys that the program does not know or is not given.
 */
export function emittedVariables(
  service: Service,
  known: readonly string[],
  needed: readonly string[],
  program: string,
): Emitted {
  const container = servingContainer(service);
  const emitted = container?.env ?? [];
  const port = container?.ports?.[0]?.containerPort;
  return {
    name: `Service/${service.metadata?.name ?? '?'}`,
    variables: {
      ...Object.fromEntries(
        emitted.map(({ name, value }) => [name, value ?? PLACEHOLDERS[name] ?? PLACEHOLDER]),
      ),
      ...(port === undefined ? {} : { PORT: String(port) }),
    },
    problems: [
      ...emitted
        .filter(({ name }) => !known.includes(name))
        .map(({ name }) => `${name}: is not known to the ${program}`),
      ...needed
        .filter((key) => !emitted.some(({ name }) => name === key))
        .map((key) => `${key}: is needed and not given`),
    ],
  };
}

/** The lines of a program's own refusal, without its heading. Anything else is a fault and is thrown on. */
export function refusals(error: unknown, name: string): string[] {
  if (!(error instanceof Error) || error.name !== name) throw error;
  return error.message
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}
