import { runCommand } from '@shortfactory/command-line';
import { simulate } from './simulate/command.ts';

process.exitCode = await runCommand(simulate, process.argv.slice(2), process.env);
