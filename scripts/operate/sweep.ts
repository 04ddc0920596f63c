import { runCommand } from '@shortfactory/command-line';
import { sweep } from './sweep/command.ts';

process.exitCode = await runCommand(sweep, process.argv.slice(2), process.env);
