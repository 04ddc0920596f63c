import type { SecretName, SecretSource } from '@shortfactory/core';
import { expect } from 'chai';

/** What every SecretSource does. `open` returns one that holds exactly `values`. */
export function secretSourceContract(
  open: (
    values: Partial<Record<SecretName, string>>,
    register: (value: string) => void,
  ) => Promise<SecretSource>,
): void {
  const values = { GEMINI_API_KEY: 'gemini-value-1', API_KEYS: `ci:${'a'.repeat(64)}` };
  let source: SecretSource;
  let registered: string[];

  beforeEach(async () => {
    registered = [];
    source = await open(values, (value) => registered.push(value));
  });
  afterEach(() => source.close());

  it('gives the value of each secret, again and again', async () => {
    for (let i = 0; i < 3; i++) {
      expect(await source.get('GEMINI_API_KEY')).to.equal(values.GEMINI_API_KEY);
      expect(await source.get('API_KEYS')).to.equal(values.API_KEYS);
    }
  });

  it('returns undefined for a secret that does not exist', async () => {
    expect(await source.get('ELEVENLABS_API_KEY')).to.equal(undefined);
  });

  it('tells redaction a value before it hands it out', async () => {
    const value = await source.get('GEMINI_API_KEY');
    expect(registered).to.include(value);
  });

  it('says that it is well', async () => {
    await source.check();
  });

  it('answers many at once', async () => {
    const answers = await Promise.all(Array.from({ length: 50 }, () => source.get('GEMINI_API_KEY')));
    expect(new Set(answers)).to.deep.equal(new Set([values.GEMINI_API_KEY]));
  });
}
