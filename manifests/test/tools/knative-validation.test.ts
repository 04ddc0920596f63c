import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse, stringify } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { SERVICE_KEYS, serviceName } from '../../src/environments/schema.ts';
import { writeFolder } from '../../src/output.ts';
import { synthesize } from '../../src/synth.ts';

const BINARY = fileURLToPath(
  new URL('../../../node_modules/.cache/shortfactory/knative-validation', import.meta.url),
);

interface Verdict {
  readonly file: string;
  readonly errors: string;
  readonly warnings: string;
}

describe("Knative's own validation", () => {
  let folder: string;

  before(function () {
    if (!existsSync(BINARY)) {
      console.log(
        "    Knative's validation is not built here (.ci/knative-validation does it, with Go), so it was not asked",
      );
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-knative-'));
    for (const name of ['local', 'prod'] as const)
      writeFolder(join(folder, name), synthesize(resolveEnvironment(name)));
  });
  after(() => {
    if (folder) rmSync(folder, { recursive: true });
  });

  function judged(...files: readonly string[]): Verdict[] {
    const output = execFileSync(BINARY, files, { encoding: 'utf8' });
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Verdict);
  }

  it('accepts every local service, and warns of nothing', () => {
    const files = SERVICE_KEYS.map((key) => join(folder, 'local', `${serviceName(key)}.yaml`));
    expect(judged(...files)).to.deep.equal(files.map((file) => ({ file, errors: '', warnings: '' })));
  });

  it('refuses what our policies say that it refuses', () => {
    const service = parse(
      synthesize(resolveEnvironment('local')).get('shortfactory-server.yaml') ?? '',
    ) as Service;
    const refused: readonly (readonly [change: (service: Service) => void, part: string])[] = [
      [
        ({ metadata }) => ((metadata ??= {}).annotations = { 'autoscaling.knative.dev/minScale': '1' }),
        'autoscaling.knative.dev/minScale',
      ],
      [
        ({ spec }) => ((spec?.template?.spec ?? { timeoutSeconds: 0 }).timeoutSeconds = 900),
        'timeoutSeconds',
      ],
      [
        ({ spec }) => ((spec?.template?.spec ?? { serviceAccountName: '' }).serviceAccountName = 'a@b.com'),
        'serviceAccountName',
      ],
      [({ spec }) => spec?.template?.spec?.containers[0]?.env?.push({ name: 'PORT', value: '1' }), 'env'],
      [({ spec }) => ((spec?.traffic?.[0] ?? { percent: 0 }).percent = 90), 'traffic'],
      [({ spec }) => ((spec?.template?.metadata ?? { name: '' }).name = 'other-1'), 'other-1'],
    ];
    const files = refused.map(([change], index) => {
      const copy = structuredClone(service);
      change(copy);
      const file = join(folder, `wrong-${index}.yaml`);
      writeFileSync(file, stringify(copy));
      return file;
    });
    judged(...files).forEach(({ errors }, index) => expect(errors).to.include(refused[index]?.[1]));
  });

  it('refuses what is written for Cloud Run, so the two differ where they must', () => {
    const [server] = judged(join(folder, 'prod/shortfactory-server.yaml'));
    expect(server?.errors).to.include('serviceAccountName').and.to.include('livenessProbe');
  });
});
