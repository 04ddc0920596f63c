import { runCommand } from '@shortfactory/command-line';
import { smoke } from './smoke/command.ts';

process.exitCode = await runCommand(smoke, process.argv.slice(2), process.env);
