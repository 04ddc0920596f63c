import { expect } from 'chai';
import { EnvSecrets } from '../../../src/adapters/secrets/env.ts';
import { secretSourceContract } from '../../contracts/secret-source.ts';

describe('secrets from the environment', () => {
  secretSourceContract((values, register) => Promise.resolve(new EnvSecrets(values, register)));

  it('tells redaction every value at once, also those that nobody asks for', () => {
    const registered: string[] = [];
    new EnvSecrets({ SIGNING_KEY: 's'.repeat(32), WORKER_TOKEN: undefined }, (value) =>
      registered.push(value),
    );
    expect(registered).to.deep.equal(['s'.repeat(32)]);
  });
});
