import { runCommand } from '@shortfactory/command-line';
import { synth } from './synth/command.ts';

process.exitCode = await runCommand(synth, process.argv.slice(2), process.env);
