import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Service } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { expect } from 'chai';
import { parse } from 'yaml';

const MANIFESTS = fileURLToPath(new URL('../', import.meta.url));

const CONSTRUCTS = `${MANIFESTS}src/constructs/`;
const EXAMPLE = `${CONSTRUCTS}example.ts`;
const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(`${CONSTRUCTS}README.md`, 'utf8')) ?? [];

describe('the page of the constructs', () => {
  it('shows the example, with the constructs imported by name', () => {
    const example = readFileSync(EXAMPLE, 'utf8');
    expect(program).to.equal(example.replace("'./index.ts'", "'@shortfactory/manifests/constructs'"));
  });

  for (const [what, args] of [
    ['a program', ['--input-type=module', '--eval', program]],
    ['an example', [EXAMPLE]],
  ] as const)
    it(`shows another project ${what} that runs and writes a service`, () => writesAService(args));

  function writesAService(args: readonly string[]): void {
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-readme-'));
    try {
      const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', ...args], {
        cwd: MANIFESTS,
        env: { ...process.env, CDK8S_OUTDIR: folder },
        encoding: 'utf8',
      });
      expect(status, stderr).to.equal(0);
      expect(readdirSync(folder)).to.deep.equal(['hello.yaml']);
      const document = parse(readFileSync(join(folder, 'hello.yaml'), 'utf8')) as Service;
      expect(() => new Service(document).validate()).not.to.throw();
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
});
