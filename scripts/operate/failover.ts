import { runCommand } from '@shortfactory/command-line';
import { failover } from './failover/command.ts';

process.exitCode = await runCommand(failover, process.argv.slice(2), process.env);
