import { expect } from 'chai';
import { EnvSecrets } from '../env.ts';
import { secretSourceContract } from '@shortfactory/testing/contracts/secret-source';

describe('secrets from the environment', () => {
  secretSourceContract((values, register) => Promise.resolve(new EnvSecrets(values, register)));

  it('registers every value for redaction at once, also unused ones', () => {
    const registered: string[] = [];
    new EnvSecrets({ SIGNING_KEY: 's'.repeat(32), WORKER_TOKEN: undefined }, (value) =>
      registered.push(value),
    );
    expect(registered).to.deep.equal(['s'.repeat(32)]);
  });
});
