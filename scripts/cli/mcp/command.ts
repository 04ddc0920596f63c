import { address, command, ownVersion, withDotEnv } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { loadConfig } from '@shortfactory/config';
import { serveOverStdio } from '@shortfactory/mcp/stdio';
import { OwnApi } from './own-api.ts';

const FLAGS = {
  url: address(
    'URL',
    'the API to talk to; without it one is started here, on DATA_DIR',
    'https://shorts.example.org',
  ),
};

export const mcp = command({
  summary:
    'Serves the Model Context Protocol over standard input and output, for the agent that starts it: scripts and videos as tools.',
  usage: [
    'npm --silent --prefix /where/shortfactory/is run mcp',
    'npm --silent --prefix /where/shortfactory/is run mcp -- --url https://shorts.example.org',
  ],
  flags: FLAGS,
  notes: `An API key, or a visitor's token, is read from SHORTFACTORY_API_KEY. Standard output has the protocol only; everything else goes to standard error.
An API of its own is started with the first call, reads .env as npm start does, and listens on a free port of this machine, so that videos can be fetched by their links. It ends with the agent; what is being made then goes on when it is started again.
Exit codes: 0 the agent has gone, 1 failed, 2 bad input, 130 interrupted.`,
  run: serve,
});

async function serve({ url }: Values<typeof FLAGS>, { env, warn, signal }: CommandContext): Promise<number> {
  keepOffStandardOutput(warn);
  const own = url === undefined ? ownApi(env, warn) : undefined;
  const token = env['SHORTFACTORY_API_KEY'] || undefined;
  const served = serveOverStdio({
    url: url ?? (() => (own as OwnApi).url()),
    ...(token === undefined ? {} : { token }),
    version: ownVersion(),
    report: (error) => warn(error instanceof Error ? error.message : String(error)),
  });
  await new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve).once('error', resolve);
    // An agent that died reads nothing any more.
    process.stdout.once('error', resolve);
    if (signal.aborted) resolve();
    else signal.addEventListener('abort', () => resolve(), { once: true });
  });
  await served.close();
  await own?.stop();
  return signal.aborted ? 130 : 0;
}

/** Throws ConfigInvalid before anything is served. */
function ownApi(env: CommandContext['env'], warn: CommandContext['warn']): OwnApi {
  const whole = withDotEnv(env);
  loadConfig(whole);
  return new OwnApi(whole, warn);
}

/** A line that is not of the protocol would end the connection. */
function keepOffStandardOutput(warn: CommandContext['warn']): void {
  for (const name of ['log', 'info', 'debug'] as const)
    console[name] = (...said: unknown[]) => warn(said.map(String).join(' '));
}
