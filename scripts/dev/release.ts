import { runCommand } from '@shortfactory/command-line';
import { release } from './release/command.ts';

process.exitCode = await runCommand(release, process.argv.slice(2), process.env);
