import { runCommand } from '@shortfactory/command-line';
import { test } from './test-rounds/command.ts';

process.exitCode = await runCommand(test, process.argv.slice(2), process.env);
