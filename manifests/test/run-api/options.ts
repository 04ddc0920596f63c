import { invalid } from './objects.ts';
import type { Service } from './objects.ts';

const RUN = 'run.googleapis.com/';

/** What the Admin API asks of disks, scaling targets, networks, keys and policies of signatures. Throws GoogleError 400. */
export function checkOptions({ metadata, spec }: Service): void {
  const own = metadata.annotations ?? {};
  const revision = spec.template?.metadata?.annotations ?? {};
  const volumes = (spec.template?.spec?.['volumes'] ?? []) as { emptyDir?: { medium?: string } }[];
  for (const { emptyDir } of volumes) {
    const medium = emptyDir?.medium ?? '';
    if (!['', 'Memory', 'Disk'].includes(medium)) {
      throw invalid('spec.template.spec.volumes.emptyDir.medium', 'must be "", Memory or Disk');
    }
    if (medium === 'Disk' && !['ALPHA', 'BETA'].includes(own[`${RUN}launch-stage`] ?? 'GA')) {
      throw invalid(
        'spec.template.spec.volumes.emptyDir.medium',
        'The feature is not supported in the declared launch stage',
      );
    }
  }
  for (const key of ['scaling-cpu-target', 'scaling-concurrency-target']) {
    const value = revision[RUN + key] ?? 'disabled';
    if (value !== 'disabled' && !(Number(value) >= 0.1 && Number(value) <= 0.95)) {
      throw invalid(RUN + key, 'must be between 0.1 and 0.95');
    }
  }
  const interfaces = revision[`${RUN}network-interfaces`];
  if (interfaces !== undefined && !Array.isArray(JSON.parse(interfaces))) {
    throw invalid(`${RUN}network-interfaces`, 'must be a JSON list');
  }
  const key = revision[`${RUN}encryption-key`];
  if (key !== undefined && key.split('/').length !== 8) {
    throw invalid(`${RUN}encryption-key`, 'must be the resource name of a key');
  }
}
