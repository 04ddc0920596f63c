import { runCommand } from '@shortfactory/command-line';
import { plan } from './plan/command.ts';

process.exitCode = await runCommand(plan, process.argv.slice(2), process.env);
