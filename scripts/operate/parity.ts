import { runCommand } from '@shortfactory/command-line';
import { parity } from './parity/command.ts';

process.exitCode = await runCommand(parity, process.argv.slice(2), process.env);
