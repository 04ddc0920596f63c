import { runCommand } from '@shortfactory/command-line';
import { bench } from './bench/command.ts';

process.exitCode = await runCommand(bench, process.argv.slice(2), process.env);
