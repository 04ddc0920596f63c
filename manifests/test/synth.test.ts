import { Service } from '@kubernetes-models/knative/serving.knative.dev/v1/Service';
import { expect } from 'chai';
import { parse, parseAllDocuments } from 'yaml';
import { ENVIRONMENTS } from '../src/environments/data.ts';
import { environment, parseEnvironment } from '../src/environments/environment.ts';
import type { GivenEnvironment } from '../src/environments/data.ts';
import { ENVIRONMENT_NAMES, SERVICE_KEYS, serviceName } from '../src/environments/schema.ts';
import { drift } from '../src/output.ts';
import { synthesize } from '../src/synth.ts';
import { fileURLToPath } from 'node:url';

const DIST = fileURLToPath(new URL('../../dist/', import.meta.url));

describe('synth', () => {
  for (const name of ENVIRONMENT_NAMES) {
    describe(name, () => {
      const files = synthesize(environment(name));

      it('is what is committed in dist/, byte for byte', () => {
        expect(drift(`${DIST}${name}`, files)).to.deep.equal([]);
      });

      it('comes out the same a second time', () => {
        expect([...synthesize(environment(name))]).to.deep.equal([...files]);
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

  it('names a revision by its commit, shortened as git does', () => {
    const commit = '0123456789abcdef0123456789abcdef01234567';
    expect(revisionOf(prod({ revision: commit }))).to.equal('shortfactory-server-0123456789ab');
    expect(revisionOf(prod({ revision: '1a2b3c4-2' }))).to.equal('shortfactory-server-1a2b3c4-2');
  });

  it('names a revision by its contents without a commit, so that a change is never refused as a name that exists', () => {
    const { services } = ENVIRONMENTS.prod;
    const other = { ...services, server: { ...services.server, env: { LOG_LEVEL: 'debug' } } };
    expect(revisionOf(prod({}))).to.equal(revisionOf(prod({})));
    expect(revisionOf(prod({ services: other }))).not.to.equal(revisionOf(prod({})));
    expect(revisionOf(prod({ billing: 'instance' }))).not.to.equal(revisionOf(prod({})));
  });

  it('keeps the revision when only the shared scaling minimum changes', () => {
    const { services } = ENVIRONMENTS.prod;
    const other = { ...services, server: { ...services.server, scaling: { min: 3, max: 100 } } };
    expect(revisionOf(prod({ services: other }))).to.equal(revisionOf(prod({})));
  });
});

function prod(change: Partial<typeof ENVIRONMENTS.prod> | Record<string, unknown>): GivenEnvironment {
  return { ...ENVIRONMENTS.prod, ...change } as GivenEnvironment;
}

function revisionOf(given: GivenEnvironment): string | undefined {
  const document = parse(
    synthesize(parseEnvironment(given)).get('shortfactory-server.yaml') ?? '',
  ) as Service;
  return document.spec?.template?.metadata?.name;
}
