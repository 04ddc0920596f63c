import type { Config } from '@shortfactory/config';
import { ConfigInvalid } from '@shortfactory/core';
import type { ContentSigner, SecretSource } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { checkContentSigning, openContentSigner } from '@shortfactory/renderer/signing';

type Signs = Pick<Config, 'C2PA_CERTIFICATE' | 'SERVICE_VERSION'>;
type Secrets = Pick<SecretSource, 'get'>;

/** Who signs finished files; undefined where nobody is to. Throws ConfigInvalid with one sentence. */
export async function signerOf(config: Signs, secrets: Secrets): Promise<ContentSigner | undefined> {
  const pems = await pemsOf(config, secrets);
  return pems && openContentSigner(pems, systemClock, config.SERVICE_VERSION);
}

/**
 * The same question at the start of a process that does not sign itself. Returns when the certificate ends, in ms;
 * undefined where nobody is to sign. Throws ConfigInvalid with one sentence.
 */
export async function checkSigner(config: Signs, secrets: Secrets): Promise<number | undefined> {
  const pems = await pemsOf(config, secrets);
  return pems && checkContentSigning(pems, systemClock.nowMs());
}

async function pemsOf({ C2PA_CERTIFICATE: certificate }: Signs, secrets: Secrets) {
  if (certificate === undefined) return undefined;
  const privateKey = await secrets.get('C2PA_PRIVATE_KEY');
  if (privateKey === undefined) throw new ConfigInvalid('C2PA_PRIVATE_KEY: is needed with C2PA_CERTIFICATE');
  return { certificate, privateKey };
}
