export { withDotEnv } from './dot-env.ts';
export { readFlags } from './flags.ts';
export type { Arguments, Flag, Flags, Values } from './flags.ts';
export { helpText } from './help.ts';
export { address, converted, number, required, text, texts, toggle, word } from './kinds.ts';
export { outliveReaders } from './output.ts';
export { ROOT, ownVersion } from './root.ts';
export { command, runCommand } from './run-command.ts';
export type { Command, CommandContext } from './run-command.ts';
