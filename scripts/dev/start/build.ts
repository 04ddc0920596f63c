import { spawn } from 'node:child_process';
import { readdir, stat } from 'node:fs/promises';
import { ROOT } from '@shortfactory/command-line';

interface Built {
  readonly name: string;
  readonly workspace: '@shortfactory/app' | 'ui';
  /** What the build makes last. */
  readonly output: string;
  readonly sources: readonly string[];
}

const ALL: readonly Built[] = [
  {
    name: 'the server',
    workspace: '@shortfactory/app',
    output: 'build/server/main.js',
    sources: ['server', 'package-lock.json'],
  },
  {
    name: 'the web UI',
    workspace: 'ui',
    output: 'ui/build/server.js',
    sources: [
      'ui/app',
      'ui/server',
      'ui/public',
      'ui/scripts',
      'ui/package.json',
      'ui/vite.config.ts',
      'server',
      'package-lock.json',
    ],
  },
];

/** Builds what is not there or older than its sources, saying what before it begins. Throws when a build fails. */
export async function buildMissing(say: (sentence: string) => void): Promise<void> {
  for (const { name, workspace, output, sources } of ALL) {
    const built = await changedMs(output);
    const changed = await Promise.all(sources.map(changedMs));
    if (built > Math.max(...changed)) continue;
    say(`Building ${name} …`);
    await npm(['run', '--silent', 'build', '-w', workspace], name);
  }
}

/** When the newest file in it changed; 0 when it is not there. */
async function changedMs(path: string): Promise<number> {
  const full = `${ROOT}${path}`;
  const info = await stat(full).catch(() => undefined);
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const entries = await readdir(full, { withFileTypes: true });
  const times = await Promise.all(entries.map((entry) => changedMs(`${path}/${entry.name}`)));
  return Math.max(0, ...times);
}

function npm(options: readonly string[], name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const windows = process.platform === 'win32';
    const child = spawn(windows ? 'npm.cmd' : 'npm', options, {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: false,
    });
    const hear = (chunk: Buffer): void => void (said += chunk.toString());
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`${name} could not be built:\n${said.trim()}`)),
    );
  });
}
