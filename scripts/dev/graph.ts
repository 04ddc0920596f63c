import { runCommand } from '@shortfactory/command-line';
import { graph } from './graph/command.ts';

process.exitCode = await runCommand(graph, process.argv.slice(2), process.env);
