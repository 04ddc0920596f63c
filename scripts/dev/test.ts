import { runCommand } from '@shortfactory/command-line';
import { test } from './test-suites/command.ts';

process.exitCode = await runCommand(test, process.argv.slice(2), process.env);
