import { InputInvalid } from '@shortfactory/core/errors';
import type { Flag } from './flags.ts';

/** An option without a value. */
export function toggle(help: string): Flag<boolean> {
  return { help, read: (given) => given.length > 0 };
}

/** Any text. */
export function text(takes: string, help: string): Flag<string | undefined>;
export function text(takes: string, help: string, fallback: string): Flag<string>;
export function text(takes: string, help: string, fallback?: string): Flag<string | undefined> {
  return { takes, help: words(help, fallback), read: ([given]) => given ?? fallback };
}

/** Texts of an option that may be repeated, none when it was left out. */
export function texts(takes: string, help: string): Flag<readonly string[]> {
  return { takes, help: `${help}; may be repeated`, repeats: true, read: (given) => given };
}

/** Of numbers: both bounds are allowed. */
export interface Bounds {
  readonly least: number;
  readonly most: number;
  /** Fractions are refused. */
  readonly whole?: true;
  /** What help says of the default where the command itself decides on one. */
  readonly otherwise?: string;
}

/** A number between two bounds, which help lists. */
export function number(takes: string, help: string, bounds: Bounds): Flag<number | undefined>;
export function number(takes: string, help: string, bounds: Bounds, fallback: number): Flag<number>;
export function number(
  takes: string,
  help: string,
  { least, most, whole, otherwise }: Bounds,
  fallback?: number,
): Flag<number | undefined> {
  const expected = `a ${whole ? 'whole ' : ''}number from ${least} to ${most} was expected.`;
  return {
    takes,
    help: words(`${help}, ${least} to ${most}`, fallback ?? otherwise),
    read: ([given], option) => {
      if (given === undefined) return fallback;
      const value = Number(given);
      if (!Number.isFinite(value) || value < least || value > most || (whole && !Number.isInteger(value)))
        throw new InputInvalid(option, `“${given}” does not fit; ${expected}`);
      return value;
    },
  };
}

/** One of a few words, which help lists; without a fallback it must be given. */
export function word<const W extends readonly string[]>(
  takes: string,
  help: string,
  among: W,
  fallback?: W[number],
): Flag<W[number]> {
  const listed = help === '' ? among.join(', ') : `${help}: ${among.join(', ')}`;
  return {
    takes,
    help: fallback === undefined ? `${listed} (required)` : words(listed, fallback),
    read: ([given], option) => {
      const value = given ?? fallback;
      const found = among.find((each) => each === value);
      if (found !== undefined) return found;
      const problem = value === undefined ? 'is missing' : `is “${value}”`;
      throw new InputInvalid(option, `${problem}; one of ${among.join(', ')} was expected.`);
    },
  };
}

/** An http or https address. */
export function address(takes: string, help: string, example: string): Flag<string | undefined>;
export function address(takes: string, help: string, example: string, fallback: string): Flag<string>;
export function address(
  takes: string,
  help: string,
  example: string,
  fallback?: string,
): Flag<string | undefined> {
  return converted(
    takes,
    help,
    (given, option) => {
      if (URL.canParse(given) && /^https?:$/.test(new URL(given).protocol)) return given;
      throw new InputInvalid(option, `“${given}” is not an address; one such as ${example} was expected.`);
    },
    fallback,
  );
}

type Convert<T> = (given: string, option: string) => T;

/** A text that a function of the command checks and converts; it throws InputInvalid with the option's name. */
export function converted<T>(takes: string, help: string, convert: Convert<T>): Flag<T | undefined>;
export function converted<T>(
  takes: string,
  help: string,
  convert: Convert<T>,
  fallback: string | undefined,
): Flag<T>;
export function converted<T>(
  takes: string,
  help: string,
  convert: Convert<T>,
  fallback?: string,
): Flag<T | undefined> {
  return {
    takes,
    help: words(help, fallback),
    read: ([given = fallback], option) => (given === undefined ? undefined : convert(given, option)),
  };
}

/** The same option, which must be given; `what` says what was expected when it was left out. */
export function required<T>(flag: Flag<T | undefined>, what: string): Flag<T> {
  return {
    ...flag,
    help: `${flag.help} (required)`,
    read: (given, option) => {
      const value = flag.read(given, option);
      if (value === undefined) throw new InputInvalid(option, `is missing; ${what} was expected.`);
      return value;
    },
  };
}

function words(help: string, fallback: string | number | undefined): string {
  return fallback === undefined ? help : `${help} (default: ${fallback})`;
}
