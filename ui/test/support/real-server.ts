import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { builtServer } from '@shortfactory/testing/support/build-once';
import { freePort } from '@shortfactory/testing/support/free-port';
import { answering } from './built-ui.ts';

export interface RealServer {
  readonly url: string;
  /** From now on ffmpeg refuses, or works again. */
  breakFfmpeg(broken: boolean): Promise<void>;
  stop(): Promise<void>;
}

/** The product's own server with its embedded defaults, on a folder of its own. */
export async function startRealServer(): Promise<RealServer> {
  const folder = await mkdtemp(join(tmpdir(), 'shortfactory-ui-'));
  const refuses = join(folder, 'ffmpeg-refuses');
  const ffmpeg = join(folder, 'ffmpeg');
  const path = process.env['PATH'] ?? '';
  const real = await realFfmpeg();
  // Renders fail only: at its start the server asks ffmpeg what it can do.
  await writeFile(
    ffmpeg,
    `#!/bin/sh\nif [ -e '${refuses}' ]; then case "$*" in *.mp4*) echo refused >&2; exit 1;; esac; fi\nexec '${real}' "$@"\n`,
  );
  await chmod(ffmpeg, 0o755);
  const port = await freePort();
  const child = spawn(process.execPath, [await builtServer()], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      NODE_ENV: 'production',
      PATH: path,
      PORT: String(port),
      METRICS_PORT: String(await freePort()),
      DATA_DIR: join(folder, 'data'),
      LOG_LEVEL: 'error',
      FFMPEG_PATH: ffmpeg,
      RATE_LIMIT_PER_MINUTE: '6000',
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await answering(`${url}/ready`, 60_000);
  return {
    url,
    breakFfmpeg: (broken) => (broken ? writeFile(refuses, '') : rm(refuses, { force: true })),
    async stop() {
      if (child.exitCode === null) {
        child.kill('SIGTERM');
        await once(child, 'exit');
      }
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The one on the PATH, or the one that npm installed. */
async function realFfmpeg(): Promise<string> {
  const found = spawn('sh', ['-c', 'command -v ffmpeg'], { stdio: ['ignore', 'pipe', 'ignore'] });
  let path = '';
  found.stdout.on('data', (chunk: Buffer) => (path += chunk.toString()));
  await once(found, 'close');
  if (path.trim() !== '') return path.trim();
  const installer = (await import('@ffmpeg-installer/ffmpeg')) as { default: { path: string } };
  return installer.default.path;
}
