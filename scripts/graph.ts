import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { folderGraph, printGraph } from './graph/imports.ts';
import { graphIn, withGraph } from './graph/page.ts';

const USAGE = `npm run graph               prints which folder imports which
npm run graph -- --write    puts it into docs/architecture.md
npm run graph -- --check    says whether docs/architecture.md has it as it is`;

const root = fileURLToPath(new URL('../', import.meta.url));
const page = `${root}docs/architecture.md`;
const args = process.argv.slice(2);
const [given] = args;
if (args.length > 1 || (given !== undefined && !['--write', '--check', '--help'].includes(given))) {
  process.stderr.write(`${USAGE}\n`);
  process.exitCode = 2;
} else if (given === '--help') {
  process.stdout.write(`${USAGE}\n`);
} else {
  const graph = printGraph(folderGraph(root));
  if (given === undefined) {
    process.stdout.write(graph);
  } else if (given === '--write') {
    writeFileSync(page, withGraph(readFileSync(page, 'utf8'), graph));
  } else if (graphIn(readFileSync(page, 'utf8')) !== graph) {
    process.stderr.write(
      'docs/architecture.md does not have the folder graph as it is; if the new import is wanted, run npm run graph -- --write.\n',
    );
    process.exitCode = 1;
  }
}
