import { expect } from 'chai';
import { parse } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';
import { violations } from '../../src/policies/service-policies.ts';
import { synthesize } from '../../src/synth.ts';
import { environmentFrom } from './environment-from.ts';

const BACKEND = '/projects/123456789012/global/backendServices/77';
const BASE = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
uiKey: { secret: shortfactory-ui-key, version: '1' }
secrets:
  API_KEYS: { secret: shortfactory-api-keys, version: '1' }
`;
const IAP = 'iap: { members: [domain:acme.example] }\n';

describe('an environment whose people sign in by Google’s Identity-Aware Proxy', () => {
  const services = (yaml: string) => {
    const files = synthesize(environmentFrom(yaml));
    const of = (key: string): Service => parse(files.get(`shortfactory-${key}.yaml`) ?? '') as Service;
    return { files, ui: of('ui'), server: of('server'), worker: of('worker') };
  };
  const env = (service: Service): Record<string, string | undefined> =>
    Object.fromEntries(
      (service.spec?.template?.spec?.containers[0]?.env ?? []).map(({ name, value }) => [name, value]),
    );
  const RUN = 'run.googleapis.com/';

  it('has the proxy at the Service, which its account alone calls, and says so to both programs', () => {
    const { files, ui, server, worker } = services(BASE + IAP);
    const { annotations } = ui.metadata ?? {};
    expect(annotations?.[`${RUN}iap-enabled`]).to.equal('true');
    expect(annotations?.[`${RUN}invoker-iam-disabled`]).to.equal('false');
    expect(annotations?.[`${RUN}ingress`]).to.equal('all');
    expect(env(ui)).to.include({
      AUTH: 'iap',
      IAP_AUDIENCE: '/projects/123456789012/locations/us-central1/services/shortfactory-ui',
    });
    expect(env(server)['AUTH']).to.equal('iap');
    expect(env(worker)['AUTH']).to.equal(undefined);
    expect(server.metadata?.annotations).not.to.have.property(`${RUN}iap-enabled`);
    const uptime = [...files.keys()].filter((name) => name.includes('uptime'));
    expect(uptime, 'a look from outside would see Google’s page').to.deep.equal([
      'monitoring/uptime-shortfactory-server.json',
    ]);
    expect(files.get('monitoring/alert-unreachable.json')).not.to.include('shortfactory-ui-123456789012');
  });

  it('has it at the load balancer with the audience of its backend, and nothing gets in beside it', () => {
    const domains = 'edge: load-balancer\ndomains: { api: api.acme.example, ui: acme.example }\n';
    const yaml = `${BASE}${domains}iap: { members: ['group:film@acme.example'], audience: ${BACKEND} }\n`;
    const { ui } = services(yaml);
    expect(ui.metadata?.annotations).not.to.have.property(`${RUN}iap-enabled`);
    expect(ui.metadata?.annotations).to.include({
      [`${RUN}ingress`]: 'internal-and-cloud-load-balancing',
      [`${RUN}invoker-iam-disabled`]: 'false',
    });
    expect(env(ui)['IAP_AUDIENCE']).to.equal(BACKEND);
  });

  for (const [what, yaml, refusal] of [
    [
      'no one who may enter',
      `${BASE}iap: { members: [] }\n`,
      /:7: iap\.members: at least one, such as domain/,
    ],
    [
      'everybody',
      `${BASE}iap: { members: [allUsers] }\n`,
      /:7: iap\.members\[0\]: a person, group or domain/,
    ],
    [
      'a misspelt setting',
      `${BASE}iap: { member: [domain:acme.example] }\n`,
      /:7: iap\.member: is not a setting; did you mean members\?/,
    ],
    [
      'another audience',
      `${BASE}iap: { members: [domain:acme.example], audience: shorts }\n`,
      /:7: iap\.audience: a backend such as \/projects\/123456789012\/global/,
    ],
    [
      'a backend without a balancer, of another project',
      `${BASE}iap: { members: [domain:acme.example], audience: ${BACKEND.replace('123', '999')} }\n`,
      /:7: iap\.audience: is of the project 999456789012; 123456789012[^]*edge load-balancer was expected/,
    ],
    [
      'no project’s number',
      BASE.replace('123456789012', '000000000000') + IAP,
      /:3: projectNumber: 000000000000 stands for no project/,
    ],
    [
      'no API keys',
      `${BASE.replace(/uiKey[^]*/, '')}${IAP}`,
      /secrets\.API_KEYS: is needed with iap; the API takes no visitors then/,
    ],
    [
      'a variable beside it',
      `${BASE}${IAP}services: { ui: { env: { AUTH: visitors } } }\n`,
      /:8: services\.ui\.env\.AUTH: is set by iap/,
    ],
  ] as const) {
    it(`is refused with ${what}, by file and line`, () => {
      expect(() => environmentFrom(yaml)).to.throw(EnvironmentInvalid, refusal);
    });
  }

  it('a Service behind the proxy that anybody may call is refused', () => {
    const { ui } = services(BASE + IAP);
    const annotations = { ...ui.metadata?.annotations, [`${RUN}invoker-iam-disabled`]: 'true' };
    const open = { ...ui, metadata: { ...ui.metadata, annotations } } as Service;
    expect(violations(open, 'cloud-run').join('\n')).to.include(
      '"false" was expected with iap-enabled, so that only its proxy calls the service',
    );
  });
});
