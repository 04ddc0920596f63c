import { readdirSync } from 'node:fs';
import { read, ROOT } from './tree.ts';

const PAGES = readdirSync(`${ROOT}docs/runbook`).map((name) => `docs/runbook/${name}`);
const DOCUMENTS = ['RUNBOOK.md', ...PAGES, 'docs/DEPLOYMENT.md'];

/** Every command that the runbook and the deployment guide give, once. */
export function documentedCommands(): string[] {
  return [...new Set(DOCUMENTS.flatMap((file) => commandsOf(read(file))))];
}

/** The lines of an output that are commands of gcloud, each once, without what stands before them. */
export function gcloudCommandsIn(text: string): string[] {
  const lines = text.split('\n').flatMap((line) => /(?:^|: )(gcloud .*)$/.exec(line)?.[1] ?? []);
  return [...new Set(lines)];
}

/** Whole lines of fenced blocks, and commands between backticks in the text. */
function commandsOf(text: string): string[] {
  const fenced = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = '']) => block.split('\n'));
  const inline = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/`([^`\n]+)`/g)].map(
    ([, code = '']) => code,
  );
  return [...fenced, ...inline]
    .map((line) => line.trim())
    .filter((line) => /^(gcloud|npm run) \S+ /.test(line));
}
