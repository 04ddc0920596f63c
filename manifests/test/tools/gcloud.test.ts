import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { parse } from 'yaml';
import { parseEnvironment, resolveEnvironment } from '../../src/environments/environment.ts';
import { SERVICE_KEYS, serviceName } from '../../src/environments/schema.ts';
import { writeFolder } from '../../src/output.ts';
import { synthesize } from '../../src/synth.ts';
import { allOn } from '../options/all-on.ts';
import type { Service } from '../run-api/index.ts';
import { Gcloud, installed, RunApi } from '../run-api/index.ts';

describe('the real gcloud takes what synth writes', () => {
  let folder: string;

  before(function () {
    if (!installed('gcloud')) {
      console.log('    gcloud is not installed here, so it was not asked');
      this.skip();
    }
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-gcloud-test-'));
    for (const name of ['dev', 'staging', 'prod'] as const)
      writeFolder(join(folder, name), synthesize(resolveEnvironment(name)));
    writeFolder(join(folder, 'all options'), synthesize(parseEnvironment(allOn())));
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  for (const name of ['dev', 'staging', 'prod', 'all options']) {
    it(`every service of ${name}: a dry run changes nothing, a replace deploys it as it is written`, async () => {
      const api = await RunApi.start();
      const gcloud = new Gcloud(api);
      try {
        // Side by side: each call is a second of Python.
        await Promise.all(
          SERVICE_KEYS.map((key) => deploy(api, gcloud, serviceName(key), join(folder, name))),
        );
      } finally {
        gcloud.close();
        await api.close();
      }
    });
  }

  async function deploy(api: RunApi, gcloud: Gcloud, service: string, from: string): Promise<void> {
    const file = join(from, `${service}.yaml`);
    const dry = await gcloud.run(['run', 'services', 'replace', file, '--dry-run']);
    expect(dry.code, dry.stderr).to.equal(0);
    expect(api.seen.some(({ method, query }) => method === 'POST' && query.includes('dryRun=all'))).to.equal(
      true,
    );
    expect(api.region.plane.services.has(service)).to.equal(false);
    const real = await gcloud.run(['run', 'services', 'replace', file]);
    expect(real.code, real.stderr).to.equal(0);
    const written = parse(readFileSync(file, 'utf8')) as Service;
    const live = api.service(service);
    expect(live.metadata.annotations).to.include(written.metadata.annotations);
    expect(live.spec.template?.metadata?.annotations).to.include(
      written.spec.template?.metadata?.annotations,
    );
    expect(live.spec.template?.spec).to.deep.equal(written.spec.template?.spec);
    expect(live.status?.conditions?.[0]).to.include({ type: 'Ready', status: 'True' });
  }

  it('every log metric, field by field', async () => {
    const received: unknown[] = [];
    const server = createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        received.push(JSON.parse(text));
        response.setHeader('content-type', 'application/json').end(text);
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const api = await RunApi.start();
    const gcloud = new Gcloud(api, {
      CLOUDSDK_API_ENDPOINT_OVERRIDES_LOGGING: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      CLOUDSDK_PROXY_TYPE: '',
      CLOUDSDK_PROXY_ADDRESS: '',
      CLOUDSDK_PROXY_PORT: '',
    });
    try {
      const file = join(folder, 'prod/monitoring/log-metric-out-of-memory.json');
      const { name, ...metric } = JSON.parse(readFileSync(file, 'utf8')) as { name: string };
      const { code, stderr } = await gcloud.run([
        'logging',
        'metrics',
        'create',
        name,
        `--config-from-file=${file}`,
      ]);
      expect(code, stderr).to.equal(0);
      expect(received).to.deep.equal([{ name, ...metric }]);
    } finally {
      gcloud.close();
      await api.close();
      server.close();
    }
  });
});
