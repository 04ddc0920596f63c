import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { drift, writeFolder } from '../src/output.ts';

describe('a folder of files', () => {
  let parent: string;
  let folder: string;
  const files = new Map([
    ['service.yaml', 'kind: Service\n'],
    ['monitoring/dashboard.json', '{}\n'],
  ]);

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'shortfactory-output-'));
    folder = join(parent, 'prod');
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it('holds what was given and nothing of before, and leaves nothing beside it', () => {
    writeFolder(folder, new Map([...files, ['monitoring/alert-old.json', '{}\n']]));
    writeFileSync(join(folder, 'service.yaml'), 'edited by hand\n');
    writeFolder(folder, files);
    expect(drift(folder, files)).to.deep.equal([]);
    expect(readdirSync(parent)).to.deep.equal(['prod']);
  });

  it('is whole at any moment while another run writes it again', async () => {
    writeFolder(folder, files);
    const module = new URL('../src/output.ts', import.meta.url).href;
    const again = `
      const { writeFolder } = await import(${JSON.stringify(module)});
      const files = new Map(${JSON.stringify([...files])});
      for (let round = 0; round < 300; round++) writeFolder(${JSON.stringify(folder)}, files);
    `;
    const other = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', again], {
      stdio: 'inherit',
    });
    let running = true;
    const ended = once(other, 'exit').finally(() => (running = false));
    let looked = 0;
    while (running) {
      expect(drift(folder, files)).to.deep.equal([]);
      looked++;
      await new Promise(setImmediate);
    }
    expect(await ended).to.deep.equal([0, null]);
    expect(looked).to.be.greaterThan(1);
  });
});
