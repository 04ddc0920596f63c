import { InputInvalid } from '@shortfactory/core/errors';
import { ownVersion } from '@shortfactory/command-line';
import { COMMANDS } from './commands.ts';
import type { Installed } from './commands.ts';

/** What the words after `shortfactory` ask for: a text to print, or a command with its own words. */
export type Asked =
  { readonly text: string } | { readonly command: Installed; readonly args: readonly string[] };

const HELP = ['help', '--help', '-h'];
const VERSION = ['--version', 'version'];
/** What help lists beside the commands. */
const OTHERS = [
  ['completions', 'a script for bash, zsh or fish'],
  ['help', 'this, or help of a command'],
  ['--version', 'which version this is'],
] as const;
const NAMES = [...COMMANDS.map(({ name }) => name), 'completions', 'help', 'version'];

/** Throws InputInvalid for a word that is nearly a command: it would be made a video of. */
export async function dispatch(args: readonly string[]): Promise<Asked> {
  const [first, ...rest] = args;
  if (first === undefined || (HELP.includes(first) && rest.length === 0)) return { text: help() };
  if (VERSION.includes(first) && rest.length === 0) return { text: ownVersion() };
  if (first === 'completions') {
    const { completionsFor } = await import('./completions.ts');
    return { text: await completionsFor(rest[0]) };
  }
  if (first === 'help') return { command: named(rest[0] ?? ''), args: ['--help'] };
  const command = COMMANDS.find(({ name }) => name === first);
  if (command) return { command, args: rest };
  const meant = NAMES.find((name) => name !== first && isNearly(first, name));
  if (meant !== undefined) {
    throw new InputInvalid(
      '',
      `“${first}” is not a command; ${meant} was perhaps meant. For a short about it: shortfactory make "${first}".`,
    );
  }
  return { command: named('make'), args };
}

function named(name: string): Installed {
  const command = COMMANDS.find((each) => each.name === name);
  if (command) return command;
  throw new InputInvalid(
    'help',
    `“${name}” is not a command; one of ${COMMANDS.map((each) => each.name).join(', ')} was expected.`,
  );
}

/** One letter more, less or other than the command, or two beside each other in the other order. */
function isNearly(word: string, name: string): boolean {
  if (Math.abs(word.length - name.length) > 1) return false;
  let same = 0;
  while (same < Math.min(word.length, name.length) && word[same] === name[same]) same++;
  const [restOfWord, restOfName] = [word.slice(same), name.slice(same)];
  const [first = '', second = ''] = restOfName;
  return (
    restOfWord.slice(1) === restOfName.slice(1) ||
    restOfWord.slice(1) === restOfName ||
    restOfWord === restOfName.slice(1) ||
    restOfWord === second + first + restOfName.slice(2)
  );
}

function help(): string {
  const lines = [...COMMANDS.map(({ name, summary }) => [name, summary]), ...OTHERS];
  return `A topic or a script becomes a finished vertical short: written, illustrated, spoken, captioned word by word.

  npx shortfactory "Why the sky is blue"
  npx shortfactory serve

Commands
${lines.map(([name = '', summary = '']) => `  ${name.padEnd(13)}${summary}`).join('\n')}

shortfactory COMMAND --help says what it takes. What is made is kept in DATA_DIR, natural voices in VOICES_DIR.`;
}
