import { parseArgs } from 'node:util';
import { InputInvalid } from '@shortfactory/core/errors';

/** One option of a command: what it takes, what help says of it, and how its text becomes a value. */
export interface Flag<T> {
  /** Stands for the value in help; undefined for an option without a value. */
  readonly takes?: string;
  /** What help says of it, with what is accepted and the default. */
  readonly help: string;
  /** May be given more than once. */
  readonly repeats?: true;
  /** Texts as given, none when it was left out. Throws InputInvalid, which names the option. */
  readonly read: (given: readonly string[], option: string) => T;
}

export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** Values by option name. */
export type Values<F extends Flags> = { readonly [K in keyof F]: F[K] extends Flag<infer T> ? T : never };

export interface Arguments<F extends Flags> {
  readonly values: Values<F>;
  readonly positionals: readonly string[];
  /** True when help was asked for; nothing is checked then, and `values` must not be read. */
  readonly help: boolean;
}

/** Of every command. */
const HELP = { type: 'boolean', short: 'h' } as const;

/**
 * Command line → checked values, by the table that help is printed from. An option with an empty text counts as left out.
 * Throws InputInvalid naming the option: an unknown one, a missing one, or one whose value does not fit.
 */
export function readFlags<const F extends Flags>(
  args: readonly string[],
  flags: F,
  allowPositionals = false,
): Arguments<F> {
  const { values, positionals } = parsed(args, flags, allowPositionals);
  const help = values['help'] === true;
  const read = Object.entries(flags).map(([name, flag]): [string, unknown] => [
    name,
    help ? undefined : flag.read(textsOf(values[name]), `--${name}`),
  ]);
  return { values: Object.fromEntries(read) as Values<F>, positionals, help };
}

type Given = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

function parsed(
  args: readonly string[],
  flags: Flags,
  allowPositionals: boolean,
): { values: Given; positionals: string[] } {
  const options = Object.fromEntries(
    Object.entries(flags).map(([name, { takes, repeats = false }]) => [
      name,
      { type: takes === undefined ? ('boolean' as const) : ('string' as const), multiple: repeats },
    ]),
  );
  try {
    return parseArgs({ args: [...args], options: { ...options, help: HELP }, allowPositionals });
  } catch (error) {
    // The first sentence says which option it was; what follows is about "--".
    const message = error instanceof Error ? error.message.split('. ')[0] : String(error);
    throw new InputInvalid('', `${message}; --help lists the options.`);
  }
}

function textsOf(value: Given[string]): string[] {
  return [value ?? []]
    .flat()
    .map(String)
    .filter((text) => text !== '');
}
