import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Service } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { expect } from 'chai';
import { parse } from 'yaml';

const MANIFESTS = fileURLToPath(new URL('../', import.meta.url));

describe('the README', () => {
  it('shows another project a program that runs and writes a service', () => {
    const [, program = ''] = /```ts\n([\s\S]*?)```/.exec(readFileSync(`${MANIFESTS}README.md`, 'utf8')) ?? [];
    const folder = mkdtempSync(join(tmpdir(), 'shortfactory-readme-'));
    try {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', program],
        {
          cwd: MANIFESTS,
          env: { ...process.env, CDK8S_OUTDIR: folder },
          encoding: 'utf8',
        },
      );
      expect(status, stderr).to.equal(0);
      expect(readdirSync(folder)).to.deep.equal(['hello.yaml']);
      const document = parse(readFileSync(join(folder, 'hello.yaml'), 'utf8')) as Service;
      expect(() => new Service(document).validate()).not.to.throw();
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
