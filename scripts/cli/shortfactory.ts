#!/usr/bin/env node
import { outliveReaders } from '@shortfactory/command-line';
import { InputInvalid } from '@shortfactory/core/errors';
import { dispatch } from './installed/dispatch.ts';
import { ownFolders } from './installed/folders.ts';

/** The package's one program: `shortfactory COMMAND …`. */
Object.assign(process.env, ownFolders(process.env, process.cwd()));
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
  process.exitCode = error instanceof InputInvalid ? 2 : 1;
}
