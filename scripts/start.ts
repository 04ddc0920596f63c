import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs, parseEnv } from 'node:util';
import { DomainError, InputInvalid } from '../server/src/domain/errors.ts';
import { SECRET_NAMES } from '../server/src/ports/secret-source.ts';
import { buildMissing } from './start/build.ts';
import { takenPorts, wantedPorts } from './start/ports.ts';
import type { WantedPort } from './start/ports.ts';
import { Programs } from './start/programs.ts';
import type { Program } from './start/programs.ts';

const USAGE = `Starts the server (API and jobs in one process) and the web UI, with embedded defaults.

  npm start          builds what is missing first
  npm run dev        from sources, and again whenever they change

Reads .env in this folder; the environment has precedence. See .env.example.
  UI_PORT        of the web UI (3000)
  PORT           of the API (8000)
  METRICS_PORT   of GET /metrics (9464)`;

type Env = Readonly<Record<string, string | undefined>>;

function environment(): Env {
  const file = fileURLToPath(new URL('../.env', import.meta.url));
  return { ...(existsSync(file) ? parseEnv(readFileSync(file, 'utf8')) : {}), ...process.env };
}

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
        ? [tsx, 'watch', '--clear-screen=false', '--include=server/src/**/*', 'server/src/main.ts']
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

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { watch: { type: 'boolean' }, help: { type: 'boolean' } } });
  if (values.help) return say(USAGE);
  const env = environment();
  const ports = wantedPorts(env);
  const taken = await takenPorts(Object.values(ports));
  if (taken.length > 0) {
    process.stderr.write(`${taken.join('\n')}\n`);
    return 1;
  }
  if (!values.watch) await buildMissing(say);
  const running = new Programs((sentence) => void process.stderr.write(`${sentence}\n`));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => running.stop());
  endWithParent(() => running.stop());
  const started = programs(env, ports, values.watch ?? false);
  for (const program of started) running.start(program);
  const ready = await Promise.all(started.map((program) => running.ready(program)));
  if (ready.every(Boolean)) {
    say(`
ShortFactory is ready.
  Web UI   http://localhost:${ports.ui.port}
  API      http://localhost:${ports.api.port}   (described at /docs)
Ctrl-C stops it; what is being made then goes on at the next start.
`);
  }
  return running.ended;
}

/** A signal to npm ends npm and the shell between, and nobody else: whoever lost its parent is told to go by that. */
function endWithParent(end: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    end();
  }, 500);
  timer.unref();
}

function say(text: string): number {
  process.stdout.write(`${text}\n`);
  return 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  const expected = error instanceof DomainError || (error instanceof Error && error.name === 'TypeError');
  process.stderr.write(
    `${error instanceof Error ? (expected ? error.message : (error.stack ?? '')) : String(error)}\n`,
  );
  process.exitCode =
    error instanceof InputInvalid || (error instanceof Error && error.name === 'TypeError') ? 2 : 1;
}
