import { readFileSync, writeFileSync } from 'node:fs';
import { InputInvalid } from '@shortfactory/core';
import { command, ROOT, toggle } from '@shortfactory/command-line';
import { folderGraph, printGraph } from './imports.ts';
import { graphIn, withGraph } from './page.ts';

const PAGE = `${ROOT}docs/architecture.md`;

export const graph = command({
  summary: 'Prints which folder imports which.',
  usage: ['npm run graph [-- --write | --check]'],
  flags: {
    write: toggle('puts it into docs/architecture.md instead'),
    check: toggle('says whether docs/architecture.md has it as it is'),
  },
  notes: 'Exit codes: 0 done, 1 docs/architecture.md is out of date, 2 bad input.',
  run: async ({ write, check }, { say, warn }) => {
    if (write && check) throw new InputInvalid('', '--write and --check were both given; one was expected.');
    const found = printGraph(folderGraph(ROOT));
    if (write) return writeFileSync(PAGE, withGraph(readFileSync(PAGE, 'utf8'), found));
    if (!check) return say(found.trimEnd());
    if (graphIn(readFileSync(PAGE, 'utf8')) === found) return 0;
    warn(
      'docs/architecture.md does not have the folder graph as it is; if the new import is wanted, run npm run graph -- --write.',
    );
    return 1;
  },
});
