import { Service } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import { readRevisionName } from '../src/constructs/index.ts';
import { resolveEnvironment, parseEnvironment } from '../src/environments/environment.ts';
import type { GivenEnvironment } from '../src/environments/environment.ts';
import { environmentNames } from '../src/environments/files/environment-folder.ts';
import { SERVICE_KEYS, serviceName } from '../src/environments/schema.ts';
import { drift } from '../src/output.ts';
import { synthesize } from '../src/synth.ts';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

describe('synth', () => {
  for (const name of environmentNames()) {
    describe(name, () => {
      const files = synthesize(resolveEnvironment(name));

      it('is what is committed in dist/, byte for byte', () => {
        expect(drift(`${DIST}${name}`, files)).to.deep.equal([]);
      });

      it('comes out the same a second time', () => {
        expect([...synthesize(resolveEnvironment(name))]).to.deep.equal([...files]);
      });

      for (const key of SERVICE_KEYS) {
        it(`${serviceName(key)}.yaml is one document that fits the CRD`, () => {
          const text = files.get(`${serviceName(key)}.yaml`) ?? '';
          expect(parseAllDocuments(text)).to.have.lengthOf(1);
          const document = parse(text) as Service;
          expect(() => new Service(document).validate()).not.to.throw();
          expect(document.metadata?.name).to.equal(serviceName(key));
        });
      }
    });
  }

  it('names a revision by its commit, shortened as git does, and a hash of its template', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(revisionOf(prod({ revision: commit }))).to.match(/^shortfactory-server-0123456789ab-[0-9a-f]{8}$/);
    const name = revisionOf(prod({ revision: '1a2b3c4' }));
    expect(name).to.match(/^shortfactory-server-1a2b3c4-[0-9a-f]{8}$/);
    expect(revisionOf(prod({ revision: '1a2b3c4' }))).to.equal(name);
    expect(revisionOf(prod({ revision: '1a2b3c4', billing: 'instance' }))).not.to.equal(name);
    expect(revisionOf(prod({ revision: '1a2b3c4', attempt: 2 }))).to.equal(`${name}-2`);
  });

  it('has room for the longest name, the longest service and the last try in one DNS label', () => {
    const given = prod({ revision: 'release-candidate-of-november-28-2026-x1', attempt: 999 });
    const files = synthesize(parseEnvironment(given));
    const worker = parse(files.get('shortfactory-worker.yaml') ?? '') as Service;
    const name = worker.spec?.template?.metadata?.name ?? '';
    expect(name.length).to.be.at.most(63);
    expect(readRevisionName(name, 'shortfactory-worker')).to.include({ attempt: 999 });
  });

  it('reads a name by its parts, also one of before there was a hash', () => {
    const service = 'shortfactory-ui';
    expect(readRevisionName('shortfactory-ui-abc1234-key2-0a1b2c3d-3', service)).to.deep.equal({
      service,
      commit: 'abc1234-key2',
      hash: '0a1b2c3d',
      attempt: 3,
    });
    expect(readRevisionName('shortfactory-ui-abc1234', service)).to.deep.equal({
      service,
      commit: 'abc1234',
    });
    expect(readRevisionName('shortfactory-ui-0123456789', service)).to.deep.equal({
      service,
      hash: '0123456789',
    });
    expect(readRevisionName('shortfactory-server-abc1234', service)).to.equal(undefined);
  });

  it('names a revision by its contents without a commit, so that a change is never refused as a name that exists', () => {
    const { services } = resolveEnvironment('prod');
    const other = { ...services, server: { ...services.server, env: { LOG_LEVEL: 'debug' } } };
    expect(revisionOf(prod({}))).to.equal(revisionOf(prod({})));
    expect(revisionOf(prod({ services: other }))).not.to.equal(revisionOf(prod({})));
    expect(revisionOf(prod({ billing: 'instance' }))).not.to.equal(revisionOf(prod({})));
  });

  it('keeps the revision when only the shared scaling minimum changes', () => {
    const { services } = resolveEnvironment('prod');
    const other = { ...services, server: { ...services.server, scaling: { min: 3, max: 100 } } };
    expect(revisionOf(prod({ services: other }))).to.equal(revisionOf(prod({})));
  });
});

function prod(change: Record<string, unknown>): GivenEnvironment {
  return { ...resolveEnvironment('prod'), ...change } as GivenEnvironment;
}

function revisionOf(given: GivenEnvironment): string | undefined {
  const document = parse(
    synthesize(parseEnvironment(given)).get('shortfactory-server.yaml') ?? '',
  ) as Service;
  return document.spec?.template?.metadata?.name;
}
