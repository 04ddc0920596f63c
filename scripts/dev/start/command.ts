import { command, toggle } from '@shortfactory/command-line';
import { SERVE_VARIABLES, serveAll } from '@shortfactory/cli/serve';
import { buildMissing } from './build.ts';

export const start = command({
  summary: 'Starts the server (API and jobs in one process) and the web UI, with embedded defaults.',
  usage: ['npm start          builds what is missing first', 'npm run dev        the same with --watch'],
  flags: { watch: toggle('from sources, and again whenever they change') },
  notes: `Reads .env in the repository's folder; the environment has precedence. See .env.example.
${SERVE_VARIABLES}
Exit codes: 0 stopped, 1 it could not be started or went on crashing, 2 bad input.`,
  // It stops its programs in order when a signal comes.
  endsAtOnce: true,
  run: ({ watch }, context) => serveAll({ watch, ...(watch ? {} : { prepare: buildMissing }) }, context),
});
