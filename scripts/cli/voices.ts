import { runCommand } from '@shortfactory/command-line';
import { voices } from './voices/command.ts';

process.exitCode = await runCommand(voices, process.argv.slice(2), process.env);
