import { status } from '@grpc/grpc-js';
import { SecretUnavailable } from '@shortfactory/core';
import type { Log, SecretName } from '@shortfactory/core';
import { expect } from 'chai';
import { openClient } from '../secret-manager-client.ts';
import { secretId, SecretManagerSecrets } from '../secret-manager.ts';
import { secretSourceContract } from '@shortfactory/testing/contracts/secret-source';
import { FakeSecretManager } from '@shortfactory/testing/fakes/secret-manager';

const MINUTE = 60_000;

interface Opened {
  readonly source: SecretManagerSecrets;
  readonly registered: string[];
  readonly warned: string[];
  wait(ms: number): void;
}

describe('secrets from Secret Manager', () => {
  let fake: FakeSecretManager;
  const opened: SecretManagerSecrets[] = [];

  beforeEach(async () => (fake = await FakeSecretManager.start()));
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((source) => source.close()));
    fake.stop();
  });

  function open(versionOf = (_id: string): string => 'latest'): Opened {
    let now = 0;
    const registered: string[] = [];
    const warned: string[] = [];
    const quiet = (): void => undefined;
    const log: Log = {
      debug: quiet,
      info: quiet,
      error: quiet,
      warn: (m) => void warned.push(m),
      with: () => log,
    };
    const source = new SecretManagerSecrets({
      client: openClient(fake.address),
      projectId: 'my-project',
      versionOf,
      register: (value) => void registered.push(value),
      log,
      clock: { monotonicMs: () => now, nowMs: () => now, sleep: () => Promise.resolve() },
    });
    opened.push(source);
    return { source, registered, warned, wait: (ms) => (now += ms) };
  }

  async function fault(work: Promise<unknown>): Promise<SecretUnavailable> {
    const error = await work.then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(error).to.be.instanceOf(SecretUnavailable);
    return error as SecretUnavailable;
  }

  /** Until what runs in the background has been seen by the fake. */
  async function asked(times: number): Promise<void> {
    while (fake.asked.length < times) await new Promise((resolve) => setTimeout(resolve, 5));
    await new Promise((resolve) => setTimeout(resolve, 30));
  }

  secretSourceContract((values, register) => {
    for (const [name, value] of Object.entries(values)) fake.add(secretId(name as SecretName), value);
    const { source } = open();
    const get = source.get.bind(source);
    // The contract watches registration; open() has its own list, so both are called.
    source.get = async (name) => {
      const value = await get(name);
      if (value !== undefined) register(value);
      return value;
    };
    return Promise.resolve(source);
  });

  it('requests the secret by its kebab-case id, once, and caches the value', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    const { source } = open();
    await Promise.all([source.get('GEMINI_API_KEY'), source.get('GEMINI_API_KEY')]);
    await source.get('GEMINI_API_KEY');
    expect(fake.asked).to.deep.equal(['projects/my-project/secrets/gemini-api-key/versions/latest']);
  });

  it('uses the pinned version, and never requests again what cannot change', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    fake.add('gemini-api-key', 'gemini-value-2');
    const { source, wait } = open((id) => (id === 'gemini-api-key' ? '1' : 'latest'));
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-1');
    wait(60 * MINUTE);
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-1');
    expect(fake.asked).to.have.length(1);
  });

  it('sees a rotated value without a restart: beside the next use after five minutes', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    const { source, wait, registered } = open();
    await source.get('GEMINI_API_KEY');
    fake.add('gemini-api-key', 'gemini-value-2');
    wait(6 * MINUTE);
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-1');
    await asked(2);
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-2');
    expect(registered).to.include('gemini-value-2');
  });

  it('waits for the new value when the old one is very old, as after a night without traffic', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    const { source, wait } = open();
    await source.get('GEMINI_API_KEY');
    fake.add('gemini-api-key', 'gemini-value-2');
    wait(600 * MINUTE);
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-2');
  });

  it('serves the old value while the new one cannot be fetched, logs it, and does not send a request at every use', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    const { source, wait, warned } = open();
    await source.get('GEMINI_API_KEY');
    fake.failWith = status.PERMISSION_DENIED;
    wait(600 * MINUTE);
    for (let i = 0; i < 10; i++) expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-1');
    expect(fake.asked).to.have.length(2);
    expect(warned).to.have.length(1);
    expect((await fault(source.check())).message).to.equal(
      'The secret gemini-api-key cannot be read: the service account may not read it (role roles/secretmanager.secretAccessor).',
    );
    fake.failWith = undefined;
    fake.add('gemini-api-key', 'gemini-value-2');
    wait(MINUTE);
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-2');
    await source.check();
  });

  for (const [code, words] of [
    [status.PERMISSION_DENIED, 'may not read it'],
    [status.UNAUTHENTICATED, 'no valid credentials'],
    [status.INTERNAL, 'Secret Manager refused'],
  ] as const) {
    it(`says in words why a secret cannot be read the first time (${status[code]})`, async () => {
      fake.failWith = code;
      expect((await fault(open().source.get('GEMINI_API_KEY'))).message).to.include(words);
    });
  }

  it('says that a version is disabled', async () => {
    fake.add('gemini-api-key', 'gemini-value-1');
    fake.disable('gemini-api-key');
    expect((await fault(open().source.get('GEMINI_API_KEY'))).message).to.include('disabled or destroyed');
  });

  it('takes off the newline that a shell left at the end, and registers both', async () => {
    fake.add('gemini-api-key', 'gemini-value-1\n');
    const { source, registered } = open();
    expect(await source.get('GEMINI_API_KEY')).to.equal('gemini-value-1');
    expect(registered).to.include.members(['gemini-value-1\n', 'gemini-value-1']);
  });

  it('refuses a value that cannot be right, without showing it', async () => {
    fake.add('gemini-api-key', 'oops');
    expect((await fault(open().source.get('GEMINI_API_KEY'))).message)
      .to.include('shorter than 8 characters')
      .and.not.include('oops');
  });
});
