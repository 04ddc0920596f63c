import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from '../../src/environments/schema.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';

let count = 0;

/** An environment from the text of its file, in a folder of its own: two of one project refuse each other. */
export function environmentFrom(yaml: string): Environment {
  const folder = mkdtempSync(join(tmpdir(), 'environment-'));
  // A file is read once in a process, so each has a name of its own.
  const name = `written-${++count}`;
  try {
    writeFileSync(join(folder, `${name}.yaml`), yaml);
    return resolveEnvironment(name, {}, folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
