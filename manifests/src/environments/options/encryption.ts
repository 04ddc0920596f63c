import { z } from 'zod';
import { KEY_NAME } from '../../policies/cloud/keys-and-signatures.ts';
import { text } from '../fields.ts';

export const encryption = z
  .strictObject({
    key: text(
      KEY_NAME,
      'a key such as projects/my-project/locations/us-central1/keyRings/shortfactory/cryptoKeys/shorts',
    ),
    revoked: z
      .enum(['prevent-new', 'shut-down'], { error: 'prevent-new or shut-down was expected' })
      .describe('When the key is taken away: no new instances, or the running ones end too.'),
  })
  .describe(
    'A key of Cloud KMS for the services’ images, the bucket, the image registry and the secrets. Registry and secrets take it only when they are made.',
  );

interface Encrypted {
  readonly region: string;
  readonly encryption?: z.output<typeof encryption> | undefined;
}

/** A key is used where it is. */
export function encryptionProblems({ region, encryption: given }: Encrypted): string[] {
  const where = given && KEY_NAME.exec(given.key)?.[1];
  return where === undefined || where === region
    ? []
    : [
        `encryption.key: is in ${where}; one in ${region} was expected, where services, bucket and registry are`,
      ];
}
