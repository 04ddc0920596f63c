import module from 'node:module';
import { fileURLToPath } from 'node:url';
import { EarlyListener, plainAddress } from './process/early-listener.ts';

/**
 * Entry point: opens the port with as little as that needs, then loads everything else. `--check` loads and checks all
 * of it and exits: for images and deployments.
 */
const checkOnly = process.argv.includes('--check');
if (import.meta.url.endsWith('.js')) keepCompiled();
const listener = new EarlyListener();
const address = checkOnly ? undefined : plainAddress(process.env);
// startServer awaits it again and reports the error.
if (address) listener.open(address).catch(() => undefined);
// Module by module, so that requests that arrive meanwhile are answered in between.
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

/** Caches what V8 compiles beside the bundle for the next start; needs Node 22.1 or newer. */
function keepCompiled(): void {
  const newer = module as typeof module & { enableCompileCache?: (folder: string) => unknown };
  newer.enableCompileCache?.(fileURLToPath(new URL('./compiled', import.meta.url)));
}
