import { runCommand } from '@shortfactory/command-line';
import { checkImages } from './images/command.ts';

process.exitCode = await runCommand(checkImages, process.argv.slice(2), process.env);
