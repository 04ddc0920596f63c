import { runCommand } from '@shortfactory/command-line';
import { rollback } from './rollback/command.ts';

process.exitCode = await runCommand(rollback, process.argv.slice(2), process.env);
