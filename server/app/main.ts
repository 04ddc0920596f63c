import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { EarlyListener, plainAddress } from './process/early-listener.ts';

/**
 * Where the process begins: it opens the port with as little as that needs, then loads everything else.
 * `--check` loads and checks all of it and ends: for images and deployments that want to know before it matters.
 */
const checkOnly = process.argv.includes('--check');
if (import.meta.url.endsWith('.js')) keepCompiled();
const listener = new EarlyListener();
const address = checkOnly ? undefined : plainAddress(process.env);
// Whether that went well is asked when there is somebody who can say it.
if (address) listener.open(address).catch(() => undefined);
// Part by part, so that whoever knocks meanwhile is answered between two of them.
for (const load of [
  () => import('@shortfactory/config'),
  () => import('@shortfactory/observability'),
  () => import('./http/app.ts'),
]) {
  await load();
  await new Promise((resolve) => setImmediate(resolve));
}
const { run } = await import('./process/run.ts');
await run(listener, process.env, checkOnly);

/** Keeps what V8 compiles beside the bundle, so that the next start need not; Node 22.1 and newer can. */
function keepCompiled(): void {
  const newer = module as typeof module & { enableCompileCache?: (folder: string) => unknown };
  newer.enableCompileCache?.(fileURLToPath(new URL('./compiled', import.meta.url)));
}
