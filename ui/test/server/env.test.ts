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

  it('names every bad variable at once', () => {
    expect(() => loadEnv({ PORT: 'x', APP_ENV: 'y' })).to.throw(/APP_ENV: [^]*PORT: |PORT: [^]*APP_ENV: /);
  });
});
