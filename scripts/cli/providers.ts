import { runCommand } from '@shortfactory/command-line';
import { providers } from './providers/command.ts';

process.exitCode = await runCommand(providers, process.argv.slice(2), process.env);
