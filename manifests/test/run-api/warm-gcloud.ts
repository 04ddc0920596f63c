import { spawn } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let started: Record<string, string> | undefined;

/**
 * What makes gcloud's launcher hand its commands to a process that has loaded gcloud's code already: each then takes a
 * fifth of the time. The process is started by the first call and ends with this one.
 */
export function warmGcloud(): Readonly<Record<string, string>> {
  return (started ??= start());
}

function start(): Record<string, string> {
  const folder = mkdtempSync(join(tmpdir(), 'shortfactory-warm-gcloud-'));
  // The launcher splits its interpreter's arguments at spaces.
  if (/\s/.test(folder)) return {};
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const [program, socket] = [join(folder, 'warm-gcloud.py'), join(folder, 'socket')];
  copyFileSync(new URL('warm-gcloud.py', import.meta.url), program);
  const child = spawn('gcloud', [], {
    // Its own configuration, for nothing is asked of it by itself.
    env: {
      PATH: process.env['PATH'] ?? '',
      HOME: folder,
      CLOUDSDK_CONFIG: folder,
      CLOUDSDK_PYTHON_ARGS: `${program} --serve ${socket}`,
    },
    stdio: ['pipe', 'ignore', 'inherit'],
  });
  child.on('error', () => undefined);
  child.unref();
  (child.stdin as unknown as { unref(): void }).unref();
  return { CLOUDSDK_PYTHON_ARGS: `${program} ${socket}` };
}
