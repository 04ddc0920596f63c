import { expect } from 'chai';
import { parse } from 'yaml';
import type { EnvVariable, Service } from '../../src/constructs/shapes.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';
import { servingContainer } from '../../src/policies/values/violation.ts';
import { synthesize } from '../../src/synth.ts';
import { environmentFrom } from './environment-from.ts';

const ID = '123456-abc.apps.googleusercontent.com';
const YOUTUBE = `publishing: { youtube: { clientId: ${ID} } }\n`;
const SECRET = "  YOUTUBE_CLIENT_SECRET: { secret: youtube-client-secret, version: '1' }\n";
const SECRETS = `secrets:\n${SECRET}`;
const PROD = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
`;
const ON_CLOUD = `${PROD}billing: instance\n${YOUTUBE}${SECRETS}`;
const ON_CLUSTER = `extends: local
origins: { ui: 'https://shorts.acme.example' }
${YOUTUBE}${SECRETS}`;

describe('an environment that sends videos to YouTube', () => {
  const variables = (files: ReadonlyMap<string, string>, key: string): Record<string, EnvVariable> => {
    const service = parse(files.get(`shortfactory-${key}.yaml`) ?? '') as Service;
    const env = servingContainer(service)?.env ?? [];
    return Object.fromEntries(env.map((variable) => [variable.name, variable]));
  };

  for (const [where, yaml] of [
    ['on Cloud Run', ON_CLOUD],
    ['on a cluster', ON_CLUSTER],
  ] as const) {
    it(`${where} gives API and worker the client’s id to see and its secret by reference, and the interface neither`, () => {
      const files = synthesize(environmentFrom(yaml));
      for (const key of ['server', 'worker']) {
        const { YOUTUBE_CLIENT_ID: id, YOUTUBE_CLIENT_SECRET: secret } = variables(files, key);
        expect(id?.value).to.equal(ID);
        expect(secret?.value).to.equal(undefined);
        expect(secret?.valueFrom?.secretKeyRef).to.deep.equal({ name: 'youtube-client-secret', key: '1' });
      }
      expect(variables(files, 'ui')).not.to.have.any.keys('YOUTUBE_CLIENT_ID', 'YOUTUBE_CLIENT_SECRET');
    });
  }

  it('warns when no video gets there, which others do not', () => {
    const alert = 'monitoring/alert-publications-failing.json';
    expect(synthesize(environmentFrom(ON_CLOUD)).has(alert)).to.equal(true);
    expect(synthesize(environmentFrom(PROD)).has(alert)).to.equal(false);
  });

  it('sends from this machine’s own address, too', () => {
    const own = ON_CLUSTER.replace('https://shorts.acme.example', 'http://localhost:8080');
    expect(() => environmentFrom(own)).not.to.throw();
  });

  for (const [what, yaml, refusal] of [
    [
      'an id that is none of Google’s',
      ON_CLOUD.replace(ID, 'abc'),
      /:5: publishing\.youtube\.clientId: the id of a client as Google gave it, such as \S+ was expected/,
    ],
    [
      'the secret beside the id',
      ON_CLOUD.replace(`${ID} }`, `${ID}, clientSecret: abc }`),
      /:5: publishing\.youtube\.clientSecret: is not a setting/,
    ],
    [
      'no secret',
      ON_CLOUD.replace(SECRETS, ''),
      /secrets\.YOUTUBE_CLIENT_SECRET: is needed with publishing; it is the secret of its client/,
    ],
    [
      'a secret that changes under a running revision',
      ON_CLOUD.replace("version: '1'", 'version: latest'),
      /secrets\.YOUTUBE_CLIENT_SECRET\.version: latest changes under a running revision/,
    ],
    [
      'a secret alone',
      ON_CLOUD.replace(YOUTUBE, ''),
      /publishing: is needed with secrets\.YOUTUBE_CLIENT_SECRET; without it nothing is sent/,
    ],
    [
      'an id for one service',
      `${ON_CLOUD}services: { worker: { env: { YOUTUBE_CLIENT_ID: ${ID} } } }\n`,
      /services\.worker\.env\.YOUTUBE_CLIENT_ID: is for both services; publishing\.youtube\.clientId was expected/,
    ],
    [
      'no processor between requests',
      ON_CLOUD.replace('billing: instance\n', ''),
      /billing: request leaves no processor to what is sent between requests; instance was expected/,
    ],
    [
      'nobody who is always there',
      `${ON_CLOUD}services: { server: { scaling: { min: 0 } } }\n`,
      /services\.server\.scaling\.min: 0 leaves nobody to send what waits; 1 was expected with publishing, or of the worker/,
    ],
    [
      'an address of the cluster’s own',
      ON_CLUSTER.replace(/origins.*\n/, ''),
      /origins\.ui: Google sends nobody back to an address that is not public; https and a host name, or/,
    ],
    [
      'people who come by http',
      ON_CLUSTER.replace('https://shorts', 'http://shorts'),
      /origins\.ui: Google sends nobody back/,
    ],
    [
      'a number in place of a name',
      ON_CLUSTER.replace('shorts.acme.example', '192.0.2.7'),
      /origins\.ui: Google sends nobody back/,
    ],
  ] as const) {
    it(`is refused with ${what}`, () => {
      expect(() => environmentFrom(yaml)).to.throw(EnvironmentInvalid, refusal);
    });
  }

  it('is refused without the key that seals what people entrust to it', () => {
    const given = ON_CLUSTER.replace(SECRETS, `${SECRETS}  SIGNING_KEY: null\n`);
    expect(() => environmentFrom(given)).to.throw(EnvironmentInvalid, /secrets\.SIGNING_KEY: /);
  });
});
