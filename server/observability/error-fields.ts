const MAX_CHARS = 8000;
const MAX_CAUSES = 5;

/** An error as log fields: class and message of it and of its causes, and one stack for all. Takes anything thrown. */
export function errorFields(error: unknown): {
  readonly error: { readonly name: string; readonly message: string; readonly causes?: readonly string[] };
  readonly stack_trace?: string;
} {
  if (!(error instanceof Error)) return { error: { name: 'NotAnError', message: cut(printed(error)) } };
  const causes = causesOf(error);
  const stacks = [error, ...causes].map((each) =>
    each instanceof Error ? (each.stack ?? '') : printed(each),
  );
  return {
    error: {
      name: error.name,
      message: cut(error.message),
      ...(causes.length === 0 ? {} : { causes: causes.map((cause) => cut(printed(cause))) }),
    },
    stack_trace: cut(stacks.join('\ncaused by ')),
  };
}

function causesOf(error: Error): unknown[] {
  const causes: unknown[] = [];
  let current: unknown = error.cause;
  while (current !== undefined && current !== null && causes.length < MAX_CAUSES) {
    causes.push(current);
    current = current instanceof Error ? current.cause : undefined;
  }
  return causes;
}

function printed(value: unknown): string {
  return value instanceof Error ? `${value.name}: ${value.message}` : String(value);
}

function cut(text: string): string {
  return text.length <= MAX_CHARS ? text : `${text.slice(0, MAX_CHARS)}… (${text.length} characters)`;
}
