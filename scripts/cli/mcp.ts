import { runCommand } from '@shortfactory/command-line';
import { mcp } from './mcp/command.ts';

process.exitCode = await runCommand(mcp, process.argv.slice(2), process.env);
