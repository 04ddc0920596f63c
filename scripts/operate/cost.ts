import { runCommand } from '@shortfactory/command-line';
import { cost } from './cost/command.ts';

process.exitCode = await runCommand(cost, process.argv.slice(2), process.env);
