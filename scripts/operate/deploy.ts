import { runCommand } from '@shortfactory/command-line';
import { deploy } from './deploy/command.ts';

process.exitCode = await runCommand(deploy, process.argv.slice(2), process.env);
