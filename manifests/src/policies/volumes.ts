import { containers, POD, revisionSpec, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const FUSE = 'gcsfuse.run.googleapis.com';

/** Every mount has its volume, every volume its mount, and each is of a kind that the platform knows. */
export const volumes: Policy = (service, platform) => {
  const declared = revisionSpec(service).volumes ?? [];
  const mounted = new Set<string>();
  const found: Violation[] = [];
  for (const { container, path } of containers(service)) {
    for (const [index, { name, mountPath }] of (container.volumeMounts ?? []).entries()) {
      mounted.add(name);
      if (!declared.some((volume) => volume.name === name)) {
        found.push(
          violation(`${path}.volumeMounts[${index}].name`, `${name} is not a volume of this service`),
        );
      }
      if (!mountPath.startsWith('/')) {
        found.push(
          violation(
            `${path}.volumeMounts[${index}].mountPath`,
            `${mountPath} was given; a path that begins with / was expected`,
          ),
        );
      }
    }
  }
  for (const [index, { name, csi, emptyDir, secret }] of declared.entries()) {
    const path = `${POD}.volumes[${index}]`;
    if (!mounted.has(name)) found.push(violation(path, `${name} is mounted nowhere`));
    if (!csi && !emptyDir && !secret)
      found.push(violation(path, 'a csi, emptyDir or secret volume was expected'));
    if (csi && platform === 'cloud-run' && csi.driver !== FUSE) {
      found.push(violation(`${path}.csi.driver`, `${csi.driver} was given; ${FUSE} was expected`));
    }
    if (
      emptyDir &&
      platform === 'cloud-run' &&
      (!['Memory', 'Disk'].includes(emptyDir.medium ?? '') || emptyDir.sizeLimit === undefined)
    ) {
      found.push(violation(`${path}.emptyDir`, 'medium: Memory or Disk and a sizeLimit were expected'));
    }
  }
  return found;
};
