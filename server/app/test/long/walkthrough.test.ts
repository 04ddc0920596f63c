import { spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { Ffmpeg } from '@shortfactory/renderer';
import { expect } from 'chai';
import { StartedServer } from '@shortfactory/testing/started-server';

/** Pages whose blocks for bash are run, and how many of them there are at least. */
const PAGES = [
  ['docs/API.md', 10],
  ['docs/MCP.md', 4],
] as const;

/** A page's blocks for bash, in order. */
async function blocks(name: string): Promise<string[]> {
  const page = await readFile(new URL(`../../../../${name}`, import.meta.url), 'utf8');
  return [...page.matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, block = '']) => block);
}

describe('the pages that show the API', function () {
  this.timeout(300_000);
  let server: StartedServer | undefined;
  let folder: string | undefined;

  before(async function () {
    if (spawnSync('curl', ['--version']).error) {
      console.log('    curl is not installed here, so the pages were not followed');
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

  for (const [name, least] of PAGES) {
    it(`${name} does what it says when each of its blocks is run, in order, in one bash`, () =>
      follow(name, least));
  }

  async function follow(name: string, least: number): Promise<void> {
    const all = await blocks(name);
    expect(all.length).to.be.at.least(least);
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
  }
});
