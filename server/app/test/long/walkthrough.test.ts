import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { StartedServer } from '@shortfactory/testing/started-server';

/** The page's blocks for bash, in order. */
async function blocks(): Promise<string[]> {
  const page = await readFile(new URL('../../../../docs/API.md', import.meta.url), 'utf8');
  return [...page.matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, block = '']) => block);
}

describe('docs/API.md', function () {
  this.timeout(300_000);
  let server: StartedServer | undefined;
  let folder: string | undefined;

  before(async function () {
    if (spawnSync('curl', ['--version']).error) {
      console.log('    curl is not installed here, so the page was not followed');
      this.skip();
    }
    server = await StartedServer.start();
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-walkthrough-'));
    // Without an ffmpeg on the PATH, the one that ships with the product is used.
    await symlink(Ffmpeg.locate(undefined, process.env['PATH'] ?? '').path, join(folder, 'ffmpeg'));
  });
  after(async () => {
    await server?.stop();
    if (folder) await rm(folder, { recursive: true, force: true });
  });

  it('does what it says when each of its blocks is run, in order, in one bash', async () => {
    const all = await blocks();
    expect(all.length).to.be.greaterThan(10);
    const numbered = all.map((block, index) => `echo "block ${index + 1}" >&2\n${block}`);
    const script = ['set -euo pipefail', ...numbered].join('\n');
    const child = spawn('bash', ['-c', script], {
      cwd: folder,
      env: {
        PATH: [process.env['PATH'], folder].join(delimiter),
        HOME: folder,
        API: server?.url,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    const code = await new Promise((resolve) => child.once('close', resolve));
    expect(code, said.slice(-3000)).to.equal(0);
  });
});
