import { givenEnvironment } from '../../src/environments/environment.ts';
import type { GivenEnvironment } from '../../src/environments/environment.ts';

export const KEY = 'projects/shortfactory-prod/locations/us-central1/keyRings/shortfactory/cryptoKeys/shorts';

/** prod with every option of Cloud Run turned on, not checked yet. */
export function allOn(): GivenEnvironment {
  const prod = structuredClone(givenEnvironment('prod')) as GivenEnvironment & {
    services: Record<string, { scaling: object }>;
  };
  const { server, worker } = prod.services;
  Object.assign(server?.scaling ?? {}, { targets: { cpu: 0.7, concurrency: 0.8 } });
  Object.assign(worker?.scaling ?? {}, { targets: { cpu: 'disabled', concurrency: 0.95 } });
  return {
    ...prod,
    scratch: '10Gi',
    scratchOn: 'disk',
    network: {
      name: 'shorts',
      subnet: 'shorts-run',
      range: '10.8.0.0/22',
      egress: 'all-traffic',
      tags: ['shorts'],
    },
    encryption: { key: KEY, revoked: 'shut-down' },
    binaryAuthorization: 'default',
    traces: { ...(prod['traces'] as object), share: 0.1 },
    contentSigning: { certificate: '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----' },
    secrets: {
      ...(prod['secrets'] as object),
      C2PA_PRIVATE_KEY: { secret: 'c2pa-private-key', version: '1' },
    },
    quotas: { visitors: 'videos=10 usd=0.50' },
    pronunciations: { Nguyen: 'win', de: { Chef: 'Scheff' } },
  };
}

/** A copy with one value put somewhere else, or taken away with undefined. */
export function changed(given: GivenEnvironment, path: string, value: unknown): GivenEnvironment {
  const copy = structuredClone(given);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce<Record<string, unknown>>(
    (at, key) => at[key] as Record<string, unknown>,
    copy as unknown as Record<string, unknown>,
  );
  if (value === undefined) delete parent[last];
  else parent[last] = value;
  return copy;
}
