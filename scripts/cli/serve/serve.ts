import { SECRET_NAMES } from '@shortfactory/core';
import { withDotEnv } from '@shortfactory/command-line';
import type { CommandContext } from '@shortfactory/command-line';
import { takenPorts, wantedPorts } from './ports.ts';
import type { WantedPort } from './ports.ts';
import { Programs } from './programs.ts';
import type { Program } from './programs.ts';

const LOOK_MS = 2000;

/** Lines of help: the ports. */
export const SERVE_VARIABLES = `- UI_PORT: of the web UI (3000)
- PORT: of the API (8000)
- METRICS_PORT: of GET /metrics (9464)`;

type Env = CommandContext['env'];

/** What is started: the built programs, or their sources with a watcher. */
function programs(env: Env, ports: Record<'ui' | 'api', WantedPort>, watch: boolean): Program[] {
  // A terminal shows what goes wrong; every request would bury it.
  const quiet = { ...env, LOG_LEVEL: env['LOG_LEVEL'] || 'warn' };
  // Of the server's secrets the UI has a part in one only.
  const others = SECRET_NAMES.filter((name) => name !== 'VISITOR_KEY') as readonly string[];
  const secretless = Object.fromEntries(Object.entries(quiet).filter(([name]) => !others.includes(name)));
  const api = `http://127.0.0.1:${ports.api.port}`;
  const tsx = 'node_modules/tsx/dist/cli.mjs';
  return [
    {
      name: 'The server',
      args: watch
        ? [tsx, 'watch', '--clear-screen=false', '--include=server/*/**/*.ts', 'server/app/main.ts']
        : ['build/server/main.js'],
      env: { ...quiet, PORT: String(ports.api.port) },
      readyUrl: `${api}/ready`,
    },
    {
      name: 'The web UI',
      args: watch ? ['--import=tsx', 'ui/server/dev.ts'] : ['ui/build/server.js'],
      env: {
        ...secretless,
        PORT: String(ports.ui.port),
        API_URL: env['API_URL'] || api,
        NODE_ENV: watch ? 'development' : 'production',
      },
      readyUrl: `http://127.0.0.1:${ports.ui.port}/ready`,
    },
  ];
}

/** How it is started. */
export interface ServeOptions {
  /** From sources, and again whenever they change; else what was built. */
  readonly watch: boolean;
  /** Done once the ports are free, before anything is started. */
  readonly prepare?: (say: CommandContext['say']) => Promise<void>;
}

/** Server and web UI until they are stopped; resolves with an exit code. */
export async function serveAll(
  { watch, prepare }: ServeOptions,
  { env: given, say, warn }: CommandContext,
): Promise<number> {
  const env = withDotEnv(given);
  const ports = wantedPorts(env);
  const taken = await takenPorts(Object.values(ports));
  if (taken.length > 0) {
    warn(taken.join('\n'));
    return 1;
  }
  await prepare?.(say);
  const running = new Programs(warn);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.stop());
  endWithParent(() => running.stop());
  const started = programs(env, ports, watch);
  for (const program of started) running.start(program);
  const ready = await Promise.all(started.map((program) => running.ready(program)));
  if (ready.every(Boolean)) {
    say(`
ShortFactory is ready.
  Web UI   http://localhost:${ports.ui.port}
  API      http://localhost:${ports.api.port}   (described at /docs)
Ctrl-C stops it; what is being made then goes on at the next start.
`);
    // A remark: that it cannot be made, because of Ctrl-C for one, ends nothing.
    if ((env['APP_ENV'] || 'local') === 'local') await sayWhatIsFound(env, say).catch(() => undefined);
  }
  return running.ended;
}

/** Model servers of this machine: shown, and not used before somebody says so. */
async function sayWhatIsFound(env: CommandContext['env'], say: CommandContext['say']): Promise<void> {
  const { findEndpoints, foundInWords } = await import('@shortfactory/providers');
  const found = await findEndpoints(AbortSignal.timeout(LOOK_MS)).catch(() => []);
  for (const each of found) {
    const { name, speaksOnly } = each.endpoint;
    const [part, does] = speaksOnly ? ['VOICE', 'speaks'] : ['LLM', 'writes'];
    if (env[`USE_REAL_${part}`] === 'true') continue;
    say(
      `${foundInWords(each)}; with USE_REAL_${part}=true and ${part}_PROVIDERS=${name}:${each.models[0] ?? ''},offline it ${does}.`,
    );
  }
}

/** A signal to npm ends npm and the shell between, but not this process: that its parent is gone shows it. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}
