import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';
import { InputInvalid } from '../../server/src/domain/errors.ts';

export const SERVICES = ['worker', 'server', 'ui'] as const;
export type ServiceName = (typeof SERVICES)[number];

type Options = NonNullable<ParseArgsConfig['options']>;
export type Given = Readonly<Record<string, string | boolean | undefined>>;

/** Arguments → values by name. Throws InputInvalid naming what is unknown; positionals are never expected. */
export function readFlags(args: readonly string[], options: Options): Given {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: false,
    });
    return values as Given;
  } catch (error) {
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new InputInvalid('', `${message}; --help lists the options.`);
  }
}

export function textFlag(given: Given, name: string): string | undefined {
  const value = given[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function needFlag(given: Given, name: string, what: string): string {
  const value = textFlag(given, name);
  if (value === undefined) throw new InputInvalid(`--${name}`, `is missing; ${what} was expected.`);
  return value;
}

/** A flag that takes one of a few words. */
export function wordFlag<const T extends readonly string[]>(
  given: Given,
  name: string,
  words: T,
  fallback?: T[number],
): T[number] {
  const value = textFlag(given, name) ?? fallback;
  const found = words.find((word) => word === value);
  if (found === undefined) {
    const problem = value === undefined ? 'is missing' : `is “${value}”`;
    throw new InputInvalid(`--${name}`, `${problem}; one of ${words.join(', ')} was expected.`);
  }
  return found;
}

export function numberFlag(
  given: Given,
  name: string,
  fallback: number,
  least: number,
  most: number,
): number {
  const value = textFlag(given, name);
  if (value === undefined) return fallback;
  const number = Number(value);
  if (!Number.isFinite(number) || number < least || number > most) {
    throw new InputInvalid(`--${name}`, `is “${value}”; a number from ${least} to ${most} was expected.`);
  }
  return number;
}
