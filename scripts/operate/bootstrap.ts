import { runCommand } from '@shortfactory/command-line';
import { bootstrap } from './bootstrap/command.ts';

process.exitCode = await runCommand(bootstrap, process.argv.slice(2), process.env);
