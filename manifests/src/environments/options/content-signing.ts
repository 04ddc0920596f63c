import type { SecretName } from '@shortfactory/core/secrets';
import { z } from 'zod';

const PEM = 'certificates in PEM, the one that signs first,';

/** As C2PA_CERTIFICATE of the server takes it; whether it is valid is found out when a process starts. */
export const contentSigning = z
  .strictObject({
    certificate: z
      .string({ error: `${PEM} were expected` })
      .trim()
      .regex(/^-----BEGIN CERTIFICATE-----\n[\s\S]+-----END CERTIFICATE-----$/, {
        error: `${PEM} were expected`,
      }),
  })
  .describe('The certificate that signs videos and posters by C2PA; its key is secrets.C2PA_PRIVATE_KEY.');

/** Both roles have the certificate as one variable, and its key as a secret: a worker without one signs nothing. */
export function contentSigningProblems({
  contentSigning: signing,
  secrets,
  services,
}: {
  readonly contentSigning?: z.output<typeof contentSigning> | undefined;
  readonly secrets: Readonly<Partial<Record<SecretName, unknown>>>;
  readonly services: Readonly<
    Record<'server' | 'worker', { readonly env: Readonly<Record<string, string>> }>
  >;
}): string[] {
  const inEnv = (['server', 'worker'] as const).filter(
    (key) => services[key].env['C2PA_CERTIFICATE'] !== undefined,
  );
  return [
    ...inEnv.map(
      (key) =>
        `services.${key}.env.C2PA_CERTIFICATE: is for both services; contentSigning.certificate was expected`,
    ),
    ...(signing && !secrets.C2PA_PRIVATE_KEY
      ? ['secrets.C2PA_PRIVATE_KEY: is needed with contentSigning; it is the key of its certificate']
      : []),
    ...(!signing && secrets.C2PA_PRIVATE_KEY
      ? ['contentSigning: is needed with secrets.C2PA_PRIVATE_KEY; without its certificate nothing is signed']
      : []),
  ];
}
