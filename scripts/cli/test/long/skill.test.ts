import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));

describe('skills/shortfactory', function () {
  this.timeout(300_000);
  let folder: string;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'shortfactory-skill-'));
  });
  after(() => rm(folder, { recursive: true, force: true }));

  it('does what it says when each of its blocks is run, in order, in one bash', async () => {
    const page = await readFile(`${ROOT}skills/shortfactory/SKILL.md`, 'utf8');
    const blocks = [...page.matchAll(/^```bash\n([^]*?)^```$/gm)].map(([, block = '']) => block);
    expect(blocks.length).to.be.greaterThan(3);
    const numbered = blocks.map((block, index) => `echo "block ${index + 1}" >&2\n${block}`);
    const child = spawn('bash', ['-c', ['set -euo pipefail', ...numbered].join('\n')], {
      cwd: ROOT,
      env: {
        PATH: process.env['PATH'],
        HOME: folder,
        OUT: join(folder, 'out'),
        DATA_DIR: join(folder, 'data'),
        SCRATCH_DIR: folder,
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
