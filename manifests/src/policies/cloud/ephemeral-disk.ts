import { mebibytes } from '../values/quantities.ts';
import { POD, revisionSpec, shown, violation } from '../values/violation.ts';
import type { Policy, Violation } from '../values/violation.ts';

const STAGE = 'run.googleapis.com/launch-stage';
const GENERATION = 'run.googleapis.com/execution-environment';

/** The smallest disk that there is. */
export const LEAST_DISK_MIB = 10 * 1024;

/**
 * A disk is taken from the second generation on, in no smaller size than there is, and by a service that says that it
 * uses what is not finished.
 * @see https://cloud.google.com/run/docs/configuring/services/ephemeral-disk
 */
export const ephemeralDisk: Policy = (service, platform) => {
  const disks = (revisionSpec(service).volumes ?? []).flatMap(({ emptyDir }, index) =>
    emptyDir?.medium === 'Disk'
      ? [{ size: emptyDir.sizeLimit, path: `${POD}.volumes[${index}].emptyDir` }]
      : [],
  );
  if (platform !== 'cloud-run' || disks.length === 0) return [];
  const found: Violation[] = disks
    .filter(({ size }) => typeof size === 'string' && mebibytes(size) < LEAST_DISK_MIB)
    .map(({ size, path }) =>
      violation(
        `${path}.sizeLimit`,
        `${shown(size)} was given; a disk has at least ${LEAST_DISK_MIB / 1024}Gi`,
      ),
    );
  const stage = service.metadata?.annotations?.[STAGE];
  if (stage !== 'BETA' && stage !== 'ALPHA') {
    found.push(
      violation(
        `metadata.annotations["${STAGE}"]`,
        `${shown(stage)} was given; BETA or ALPHA was expected with a disk`,
      ),
    );
  }
  const generation = service.spec?.template?.metadata?.annotations?.[GENERATION];
  if (generation !== 'gen2') {
    found.push(
      violation(
        `spec.template.metadata.annotations["${GENERATION}"]`,
        `${shown(generation)} was given; gen2 was expected with a disk`,
      ),
    );
  }
  return found;
};
