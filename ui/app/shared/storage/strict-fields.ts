type Check = (value: unknown) => boolean;

export const isText: Check = (value) => typeof value === 'string';
export const isAmount: Check = (value) => typeof value === 'number' && Number.isFinite(value) && value >= 0;

export const isNumber: Check = (value) => typeof value === 'number' && Number.isFinite(value);

/** JSON has no NaN: an amount that was not a number stands in it as null. */
export const isStoredAmount: Check = (value) => value === null || isAmount(value);

export function isOneOf(names: readonly string[]): Check {
  return (value) => typeof value === 'string' && names.includes(value);
}

export function isListOf(check: Check): Check {
  return (value) => Array.isArray(value) && value.every(check);
}

export function isRecordOf(check: Check): Check {
  return (value) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.values(value).every(check);
}

export function orAbsent(check: Check): Check {
  return (value) => value === undefined || check(value);
}

/** Whether a value is an object whose fields are right, without any that is not listed. Each field of T must be. */
export function isExactly<T>(fields: { readonly [Key in keyof T]-?: Check }): (value: unknown) => value is T {
  const checks = new Map<string, Check>(Object.entries(fields));
  return (value): value is T => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
    const given = new Map<string, unknown>(Object.entries(value));
    return (
      [...given.keys()].every((key) => checks.has(key)) &&
      [...checks].every(([key, check]) => check(given.get(key)))
    );
  };
}
