import { expect } from 'chai';
import { parse } from 'yaml';
import type { Service } from '../../src/constructs/shapes.ts';
import { peopleSignIn } from '../../src/environments/index.ts';
import { EnvironmentInvalid } from '../../src/environments/problem.ts';
import { synthesize } from '../../src/synth.ts';
import { environmentFrom } from './environment-from.ts';

const BASE = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
`;
const OIDC = `oidc:
  issuer: https://id.acme.example/realms/film
  clientId: shortfactory
  clientSecret: { secret: shortfactory-oidc-client-secret, version: '1' }
  cookieKeys: { secret: shortfactory-cookie-keys, version: '2' }
`;
const KEYS = `uiKey: { secret: shortfactory-ui-key, version: '1' }
secrets: { API_KEYS: { secret: shortfactory-api-keys, version: '1' } }
`;

const CLUSTER = `extends: local
domain: shorts.acme.example
origins: { ui: 'https://shorts.acme.example' }
secrets:
  SIGNING_KEY: { secret: acme-signing-key, version: '1' }
  VISITOR_KEY: { secret: acme-visitor-key, version: '1' }
  WORKER_TOKEN: { secret: acme-worker-token, version: '1' }
`;

describe('an environment whose people sign in at an OpenID provider', () => {
  const services = (yaml: string) => {
    const files = synthesize(environmentFrom(yaml));
    const of = (key: string) =>
      (parse(files.get(`shortfactory-${key}.yaml`) ?? '') as Service).spec?.template?.spec?.containers[0]
        ?.env ?? [];
    return { files, ui: of('ui'), server: of('server'), worker: of('worker') };
  };
  const values = (env: ReturnType<typeof services>['ui']): Record<string, string | undefined> =>
    Object.fromEntries(env.map(({ name, value }) => [name, value]));

  it('says so to both programs, gives the interface its two secrets by reference, and nobody else', () => {
    const { ui, server, worker } = services(
      `${BASE}${OIDC}  domains: [acme.example]\n  adminGroups: [operators, film]\n  sessionEpoch: 3\n`,
    );
    expect(values(ui)).to.include({
      ...{ AUTH: 'oidc', OIDC_ISSUER: 'https://id.acme.example/realms/film', OIDC_CLIENT_ID: 'shortfactory' },
      ...{ OIDC_VISITORS: 'true', OIDC_DOMAINS: 'acme.example', OIDC_ADMIN_GROUPS: 'operators,film' },
      SESSION_EPOCH: '3',
    });
    expect(values(server)).to.include({ AUTH: 'oidc', OIDC_VISITORS: 'true' });
    expect(values(worker)['AUTH']).to.equal(undefined);
    const secretOf = (env: typeof ui, wanted: string) =>
      env.find(({ name }) => name === wanted)?.valueFrom?.secretKeyRef;
    expect(secretOf(ui, 'OIDC_CLIENT_SECRET')).to.include({
      name: 'shortfactory-oidc-client-secret',
      key: '1',
    });
    expect(secretOf(ui, 'COOKIE_KEYS')).to.include({ name: 'shortfactory-cookie-keys', key: '2' });
    for (const env of [server, worker])
      for (const name of ['OIDC_CLIENT_SECRET', 'COOKIE_KEYS'])
        expect(secretOf(env, name)).to.equal(undefined);
  });

  it('is open to visitors unless it says otherwise, and is looked at from outside either way', () => {
    expect(peopleSignIn(environmentFrom(BASE + OIDC))).to.equal(false);
    const closed = `${BASE}${KEYS}${OIDC}  visitors: false\n`;
    expect(peopleSignIn(environmentFrom(closed))).to.equal(true);
    const { files, server } = services(closed);
    expect(values(server)).to.include({ OIDC_VISITORS: 'false' });
    expect(files.has('monitoring/uptime-shortfactory-ui.json')).to.equal(true);
  });

  it('is the same on a cluster, whose secrets are made by whoever runs it', () => {
    const { files, ui, server, worker } = services(`${CLUSTER}${OIDC}  groups: [film]\n`);
    expect(values(ui)).to.include({ AUTH: 'oidc', OIDC_GROUPS: 'film' });
    expect(values(server)).to.include({ AUTH: 'oidc', OIDC_VISITORS: 'true' });
    expect(values(worker)['AUTH']).to.equal(undefined);
    const secrets = ui.flatMap(({ name, valueFrom }) =>
      valueFrom?.secretKeyRef ? [[name, valueFrom.secretKeyRef.name]] : [],
    );
    expect(Object.fromEntries(secrets)).to.deep.equal({
      VISITOR_KEY: 'acme-visitor-key',
      OIDC_CLIENT_SECRET: 'shortfactory-oidc-client-secret',
      COOKIE_KEYS: 'shortfactory-cookie-keys',
    });
    expect(files.get('surroundings.yaml'))
      .to.match(/^kind: Namespace$/m)
      .and.not.match(/^kind: Secret$/m);
    const closed = environmentFrom(
      `${CLUSTER}  API_KEYS: { secret: acme-api-keys, version: '1' }\nuiKey: { secret: acme-ui-key, version: '1' }\n${OIDC}  visitors: false\n`,
    );
    expect(peopleSignIn(closed)).to.equal(true);
  });

  for (const [what, yaml, refusal] of [
    [
      'an address in a cluster at which no browser keeps a session',
      CLUSTER.replace('https://shorts', 'http://shorts') + OIDC,
      /origins\.ui: the cookie of a session is for https alone/,
    ],
    [
      'secrets of a cluster whose values everybody knows',
      CLUSTER.replace('acme-visitor-key', 'shortfactory-visitor-key') + OIDC,
      /secrets\.VISITOR_KEY\.secret: everybody knows the value that surroundings\.yaml once gave shortfactory-visitor-key/,
    ],
    [
      'an issuer without https',
      BASE + OIDC.replace('https:', 'http:'),
      /:5: oidc\.issuer: the https address of an issuer such as https:\/\/accounts\.google\.com was expected/,
    ],
    [
      'no keys for its cookies',
      BASE + OIDC.replace(/ {2}cookieKeys.*\n/, ''),
      /:4: oidc\.cookieKeys: settings were expected/,
    ],
    ['a key in the file', BASE + OIDC.replace(/cookieKeys: .*/, 'cookieKeys: abc'), /:8: oidc\.cookieKeys: /],
    [
      'secrets that change under a running revision',
      BASE + OIDC.replace("version: '2'", 'version: latest'),
      /oidc\.cookieKeys\.version: latest changes under a running revision/,
    ],
    [
      'a proxy that signs people in besides',
      `${BASE}${KEYS}${OIDC}iap: { members: [domain:acme.example] }\n`,
      /oidc: people sign in by iap already; one of the two was expected/,
    ],
    [
      'no visitors and no API keys',
      `${BASE}${OIDC}  visitors: false\n`,
      /secrets\.API_KEYS: is needed with oidc\.visitors false/,
    ],
    [
      'no visitors and everybody of Google',
      `${BASE}${KEYS}${OIDC.replace(/issuer: .*/, 'issuer: https://accounts.google.com')}  visitors: false\n`,
      /oidc\.domains: everybody has an account at accounts\.google\.com/,
    ],
    [
      'an idle time beyond the whole',
      `${BASE}${OIDC}  sessionDays: 7\n  sessionIdleDays: 8\n`,
      /oidc\.sessionIdleDays: at most sessionDays \(7\) was expected/,
    ],
    [
      'admins by a claim that everybody has',
      `${BASE}${OIDC}  adminGroups: [acme.example]\n  groupsClaim: hd\n`,
      /oidc\.groupsClaim: people of one provider have the same hd, so that everybody would be an admin/,
    ],
    [
      'operators by keys that there are not',
      `${BASE}${OIDC}services: { server: { env: { OPERATORS: ops } } }\n`,
      /services\.server\.env\.OPERATORS: names keys of secrets\.API_KEYS, and there are none/,
    ],
    [
      'operators whom the web interface is told of',
      `${BASE}${KEYS}${OIDC}services: { ui: { env: { OPERATORS: ops } } }\n`,
      /services\.ui\.env\.OPERATORS: is asked by the API alone/,
    ],
    [
      'a group with a comma',
      `${BASE}${OIDC}  groups: ['a,b']\n`,
      /oidc\.groups\[0\]: a name without commas was expected/,
    ],
    [
      'a variable beside it',
      `${BASE}${OIDC}services: { ui: { env: { SESSION_DAYS: '9' } } }\n`,
      /services\.ui\.env\.SESSION_DAYS: is set by oidc; it was expected there alone/,
    ],
  ] as const) {
    it(`is refused with ${what}, by file and line`, () => {
      expect(() => environmentFrom(yaml)).to.throw(EnvironmentInvalid, refusal);
    });
  }
});
