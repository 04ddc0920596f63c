import { runCommand } from '@shortfactory/command-line';
import { serve } from './serve/command.ts';

process.exitCode = await runCommand(serve, process.argv.slice(2), process.env);
