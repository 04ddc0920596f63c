import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '@shortfactory/testing/support/free-port';

const built = new URL('../../build/server.js', import.meta.url);

export interface RunningUi {
  readonly url: string;
  readonly process: ChildProcess;
  stop(): Promise<number | null>;
}

/** Starts the built server, or another build of it, over an API, by a `launcher` such as prlimit, and waits until it answers. */
export async function startUi(
  apiUrl: string,
  env: Readonly<Record<string, string>> = {},
  { bundle = built, launcher = [] }: { bundle?: URL | string; launcher?: readonly string[] } = {},
): Promise<RunningUi> {
  const port = Number(env['PORT'] ?? (await freePort()));
  const [execPath = '', ...execArgv] = [...launcher, process.execPath];
  const child = fork(bundle, {
    ...{ execPath, execArgv, silent: true },
    env: { NODE_ENV: 'production', PORT: String(port), API_URL: apiUrl, LOG_LEVEL: 'warn', ...env },
  });
  const url = `http://127.0.0.1:${port}`;
  try {
    await answering(`${url}/live`);
  } catch (error) {
    // It would keep the tests from ending.
    child.kill('SIGKILL');
    throw error;
  }
  return {
    url,
    process: child,
    async stop() {
      if (child.exitCode !== null) return child.exitCode;
      child.kill('SIGTERM');
      const [code] = (await once(child, 'exit')) as [number | null];
      return code;
    },
  };
}

export async function answering(url: string, withinMs = 30_000): Promise<void> {
  const until = Date.now() + withinMs;
  while (Date.now() < until) {
    const ok = await fetch(url).then(
      (answer) => answer.ok,
      () => false,
    );
    if (ok) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error(`Nothing answers at ${url}`);
}
