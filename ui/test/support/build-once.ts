import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SOURCES = [
  'app',
  'server',
  'public',
  'scripts/build.ts',
  'vite.config.ts',
  // What it shares with the server: contract, limits, guards.
  '../server',
];

/** Before all tests, once: builds the UI when a source is newer than what was built. What is tested is what is shipped. */
export function mochaGlobalSetup(): void {
  const built = `${root}build/server.js`;
  const builtMs = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (SOURCES.every((source) => newest(root + source) < builtMs)) return;
  execFileSync(process.execPath, ['--import=tsx', 'scripts/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

function newest(path: string): number {
  const info = statSync(path);
  if (!info.isDirectory()) return info.mtimeMs;
  const names = readdirSync(path).filter((name) => name !== 'node_modules' && name !== 'test');
  return Math.max(0, ...names.map((name) => newest(`${path}/${name}`)));
}
