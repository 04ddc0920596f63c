import { runCommand } from '@shortfactory/command-line';
import { publish } from './publish/command.ts';

process.exitCode = await runCommand(publish, process.argv.slice(2), process.env);
