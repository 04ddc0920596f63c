import { runCommand } from '@shortfactory/command-line';
import { start } from './start/command.ts';

process.exitCode = await runCommand(start, process.argv.slice(2), process.env);
