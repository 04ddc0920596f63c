import type { Flags } from './flags.ts';

/** What --help prints around the list of options. */
export interface HelpTexts {
  /** What the command does, in a sentence or two. */
  readonly summary: string;
  /** How it is called, a line each. */
  readonly usage: readonly string[];
  /** What else there is to know, exit codes last. */
  readonly notes: string;
}

const WIDTH = 120;
const HELP = { help: { help: 'prints this' } };

/** The help of a command, its options from the same table that reads them. */
export function helpText({ summary, usage, notes }: HelpTexts, flags: Flags): string {
  const lines = Object.entries<{ takes?: string; help: string }>({ ...flags, ...HELP }).map(
    ([name, { takes, help }]) => [takes === undefined ? `--${name}` : `--${name} ${takes}`, help] as const,
  );
  const column = Math.max(...lines.map(([option]) => option.length)) + 4;
  return [
    ...wrapped(summary, WIDTH),
    '',
    ...usage.map((line) => `  ${line}`),
    '',
    'Options',
    ...lines.flatMap(([option, help]) =>
      wrapped(help, WIDTH - column).map(
        (line, index) => (index === 0 ? `  ${option}` : '').padEnd(column) + line,
      ),
    ),
    '',
    ...notes.split('\n').flatMap((line) => wrapped(line, WIDTH)),
  ].join('\n');
}

function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of text.split(/\s+/)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (longer.length > width && current !== '') {
      lines.push(current);
      current = word;
    } else {
      current = longer;
    }
  }
  return [...lines, current];
}
