#!/usr/bin/env node
import { join } from 'node:path';
import { outliveReaders } from '@shortfactory/command-line';
import { dispatch } from './installed/dispatch.ts';
import { userFolder } from './installed/folders.ts';

/** The package's one program: `shortfactory COMMAND …`. */
process.env['DATA_DIR'] ||= join(userFolder(process.env), 'data');
process.env['VOICES_DIR'] ||= join(userFolder(process.env), 'voices');
// Names of files are meant from where one stands, whoever called npm somewhere above.
delete process.env['INIT_CWD'];
outliveReaders();
try {
  const asked = await dispatch(process.argv.slice(2));
  if ('text' in asked) {
    process.stdout.write(`${asked.text}\n`);
  } else {
    process.argv.splice(2, Infinity, ...asked.args);
    await asked.command.run();
  }
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
