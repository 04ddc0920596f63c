import { expect } from 'chai';
import { EnvInvalid, loadEnv } from '../../app/env.server.ts';

describe('the environment', () => {
  it('has a default for everything', () => {
    expect(loadEnv({})).to.include({ APP_ENV: 'local', PORT: 3000, API_URL: 'http://127.0.0.1:8000' });
  });

  it('takes an empty variable as none', () => {
    expect(loadEnv({ PORT: '', API_URL: '' }).PORT).to.equal(3000);
  });

  it('drops the slash at the end of the API’s address', () => {
    expect(loadEnv({ API_URL: 'https://api.example.org/' }).API_URL).to.equal('https://api.example.org');
  });

  it('reads origins of media separated by commas', () => {
    const { MEDIA_ORIGINS } = loadEnv({ MEDIA_ORIGINS: 'https://storage.googleapis.com/bucket, ' });
    expect(MEDIA_ORIGINS).to.deep.equal(['https://storage.googleapis.com']);
  });

  for (const [name, value, wanted] of [
    ['APP_ENV', 'production', 'one of local, dev, staging, prod'],
    ['PORT', '80a', 'a whole number from 0 to 65535'],
    ['PORT', '70000', 'a whole number from 0 to 65535'],
    ['LOG_LEVEL', 'loud', 'one of trace, debug'],
    ['API_URL', 'localhost:8000', 'an address such as'],
    ['MEDIA_ORIGINS', 'somewhere', 'an address such as'],
  ] as const) {
    it(`refuses ${name}=${value} and says what was expected`, () => {
      expect(() => loadEnv({ [name]: value })).to.throw(EnvInvalid, new RegExp(`${name}: .*${wanted}`));
    });
  }

  it('lets nobody be signed in by a proxy that is not there, for nobody in particular, or unknown to the API', () => {
    const wanted = { APP_ENV: 'dev', AUTH: 'iap', VISITOR_KEY: 'k'.repeat(32) };
    const IAP_AUDIENCE = '/projects/123456789012/locations/us-central1/services/shortfactory-ui';
    expect(loadEnv({ ...wanted, IAP_AUDIENCE }).AUTH).to.equal('iap');
    for (const [change, refusal] of [
      [{}, /^Invalid environment:\n {2}IAP_AUDIENCE: is needed with AUTH=iap$/],
      [{ IAP_AUDIENCE: 'https://shorts.example' }, /IAP_AUDIENCE: \/projects\/NUMBER\/locations/],
      [{ IAP_AUDIENCE, VISITOR_KEY: '' }, /VISITOR_KEY: is needed with AUTH=iap/],
      [{ IAP_AUDIENCE, APP_ENV: 'local' }, /AUTH: visitors or oidc was expected with APP_ENV=local/],
    ] as const)
      expect(() => loadEnv({ ...wanted, ...change })).to.throw(EnvInvalid, refusal);
  });

  it('lets nobody be signed in by a provider that is not known, over plain http, or for no time at all', () => {
    const wanted = {
      ...{ AUTH: 'oidc', OIDC_ISSUER: 'https://id.example', OIDC_CLIENT_ID: 'us' },
      ...{ OIDC_CLIENT_SECRET: 's'.repeat(8), COOKIE_KEYS: 'c'.repeat(32), VISITOR_KEY: 'k'.repeat(32) },
      ...{ APP_ENV: 'dev', TRUSTED_PROXIES: '1' },
    };
    expect(loadEnv(wanted)).to.include({ OIDC_VISITORS: true, SESSION_DAYS: 30, SESSION_IDLE_DAYS: 14 });
    expect(loadEnv({ ...wanted, APP_ENV: 'local', OIDC_ISSUER: 'http://localhost:4000' }).AUTH).to.equal(
      'oidc',
    );
    for (const [change, refusal] of [
      [{ OIDC_ISSUER: '' }, /^Invalid environment:\n {2}OIDC_ISSUER: is needed with AUTH=oidc$/],
      [{ OIDC_ISSUER: 'http://id.example' }, /OIDC_ISSUER: an https address was expected with APP_ENV=dev/],
      [{ OIDC_ISSUER: 'https://id.example/?a' }, /OIDC_ISSUER: an address such as https:/],
      [{ OIDC_CLIENT_SECRET: '' }, /OIDC_CLIENT_SECRET: is needed/],
      [{ OIDC_SCOPES: 'email' }, /OIDC_SCOPES: scopes with openid among them/],
      [{ OIDC_PEOPLE: 'ada' }, /OIDC_PEOPLE: addresses such as ada@example\.org/],
      [{ TRUSTED_PROXIES: '0' }, /TRUSTED_PROXIES: at least 1 was expected with AUTH=oidc/],
      [{ COOKIE_KEYS: 'short' }, /COOKIE_KEYS: at least 32 characters/],
      [{ COOKIE_KEYS: 'a,b,c'.replace(/\w/g, 'k'.repeat(32)) }, /COOKIE_KEYS: one key, or two/],
      [{ VISITOR_KEY: '' }, /VISITOR_KEY: is needed with AUTH=oidc/],
      [
        { OIDC_ADMIN_GROUPS: 'fjord.example', OIDC_GROUPS_CLAIM: 'hd' },
        /OIDC_GROUPS_CLAIM: people of one provider have the same hd, so that everybody would be an admin/,
      ],
      [{ SESSION_DAYS: '7' }, /SESSION_IDLE_DAYS: at most SESSION_DAYS \(7\) was expected/],
      [{ SESSION_DAYS: 'NaN' }, /SESSION_DAYS: a whole number from 1 to 90/],
    ] as const)
      expect(() => loadEnv({ ...wanted, ...change })).to.throw(EnvInvalid, refusal);
  });

  it('names every bad variable at once', () => {
    expect(() => loadEnv({ PORT: 'x', APP_ENV: 'y' })).to.throw(/APP_ENV: [^]*PORT: |PORT: [^]*APP_ENV: /);
  });
});
