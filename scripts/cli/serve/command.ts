import { command } from '@shortfactory/command-line';
import { SERVE_VARIABLES, serveAll } from './serve.ts';

export const serve = command({
  summary: 'Serves the web UI and the API on this machine, with embedded defaults, until it is stopped.',
  usage: ['npx shortfactory serve', 'UI_PORT=3001 npx shortfactory serve'],
  flags: {},
  notes: `Everything is set by variables of the environment; docs/PROVIDERS.md has those of services.
${SERVE_VARIABLES}
Exit codes: 0 stopped, 1 it could not be started or went on crashing, 2 bad input.`,
  // It stops its programs in order when a signal comes.
  endsAtOnce: true,
  run: (_values, context) => serveAll({ watch: false }, context),
});
