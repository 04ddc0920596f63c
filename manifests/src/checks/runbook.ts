import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { pageOf } from '../monitoring/alert.ts';

const REPOSITORY = fileURLToPath(new URL('../../../', import.meta.url));
const HEADINGS = ['## Means', '## Look at', '## Do'];

/** One sentence for each alert whose page in the runbook is missing or lacks a part. */
export function pageProblems(ids: readonly string[], repository = REPOSITORY): string[] {
  return ids.flatMap((id) => {
    const page = pageOf({ id });
    if (!existsSync(`${repository}${page}`)) return [`alert ${id}: its page ${page} is missing`];
    const lines = readFileSync(`${repository}${page}`, 'utf8').split('\n');
    return [`# Alert: ${id}`, ...HEADINGS]
      .filter((heading) => !lines.includes(heading))
      .map((heading) => `alert ${id}: its page ${page} has no line “${heading}”`);
  });
}
