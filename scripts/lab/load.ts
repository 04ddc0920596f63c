import { runCommand } from '@shortfactory/command-line';
import { load } from './load/command.ts';

process.exitCode = await runCommand(load, process.argv.slice(2), process.env);
