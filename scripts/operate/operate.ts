import { runCommand } from '@shortfactory/command-line';
import { operate } from './ask/command.ts';

process.exitCode = await runCommand(operate, process.argv.slice(2), process.env);
