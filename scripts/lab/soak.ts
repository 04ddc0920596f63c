import { runCommand } from '@shortfactory/command-line';
import { soak } from './soak/command.ts';

process.exitCode = await runCommand(soak, process.argv.slice(2), process.env);
