import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'chai';
import { checkContentSigning } from '../signing/c2pa-signer.ts';
import { outOfTime, readSigningMaterial } from '../signing/signing-material.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('certificate and key that sign videos', () => {
  let folder: string;
  let certificate: string;
  let privateKey: string;
  const made = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const openssl = (...args: string[]): void => {
    execFileSync('openssl', args, { cwd: folder, stdio: 'ignore' });
  };

  before(function () {
    folder = mkdtempSync(join(tmpdir(), 'signing-test-'));
    try {
      openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'key');
    } catch {
      console.log('      openssl is not here: no certificate was made to be read');
      return this.skip();
    }
    openssl('req', '-x509', '-new', '-key', 'key', '-days', '2', '-subj', '/CN=Studio', '-out', 'cert');
    openssl('ecparam', '-name', 'prime256v1', '-genkey', '-noout', '-out', 'other');
    [certificate, privateKey] = [made('cert'), made('key')];
  });
  after(() => rmSync(folder, { recursive: true, force: true }));

  it('are read, the key in any form, lines of a .env file included', () => {
    const written = (pem: string): string => pem.trim().replaceAll('\n', '\\n');
    const { algorithm, key, chain } = readSigningMaterial(
      { certificate: written(certificate), privateKey: written(privateKey) },
      Date.now(),
    );
    expect(algorithm).to.equal('es256');
    expect(key).to.match(/^-----BEGIN PRIVATE KEY-----\n/);
    expect(chain).to.equal(certificate);
  });

  it('are refused in one sentence that says what was expected and holds no key', () => {
    writeFileSync(join(folder, 'none'), 'no certificate');
    const cases: [certificate: string, privateKey: string, nowMs: number, says: RegExp][] = [
      [made('none'), privateKey, Date.now(), /^C2PA_CERTIFICATE: is not a certificate in PEM$/],
      [certificate, 'no key', Date.now(), /^C2PA_PRIVATE_KEY: is not a private key in PEM/],
      [certificate, made('other'), Date.now(), /^C2PA_PRIVATE_KEY: is not the key of C2PA_CERTIFICATE/],
      [certificate, privateKey, Date.now() + 3 * DAY_MS, /^C2PA_CERTIFICATE: ran out on 20\d\d-\d\d-\d\d;/],
      [certificate, privateKey, Date.now() - DAY_MS, /^C2PA_CERTIFICATE: is not valid before 20/],
    ];
    for (const [pem, key, nowMs, says] of cases) {
      let message = '';
      try {
        checkContentSigning({ certificate: pem, privateKey: key }, nowMs);
      } catch (error) {
        message = error instanceof Error ? error.message : '';
      }
      expect(message).to.match(says);
      expect(message).not.to.include(key.split('\n')[1] ?? key);
    }
  });

  it('run out while a process runs, which is said and dated', () => {
    const { leaf } = readSigningMaterial({ certificate, privateKey }, Date.now());
    expect(outOfTime(leaf, Date.now())).to.equal(undefined);
    expect(outOfTime(leaf, Date.now() + 3 * DAY_MS)).to.match(/^ran out on 20/);
  });
});
