import { isMutable } from './images.ts';
import { containers, POD, revisionSpec, violation } from './values/violation.ts';
import type { Policy } from './values/violation.ts';

/** In prod nothing changes without a deploy: images and secrets are named so that they cannot move. */
export const pinned: Policy = (service) => [
  ...containers(service).flatMap(({ container, path }) => [
    ...(isMutable(container.image ?? '')
      ? [
          violation(
            `${path}.image`,
            `${container.image ?? 'nothing'} can mean another image tomorrow; a digest, a version or a commit was expected`,
          ),
        ]
      : []),
    ...(container.env ?? []).flatMap(({ name, valueFrom }, index) =>
      valueFrom?.secretKeyRef?.key === 'latest'
        ? [
            violation(
              `${path}.env[${index}]`,
              `${name} takes the latest version of ${valueFrom.secretKeyRef.name}; a number was expected`,
            ),
          ]
        : [],
    ),
  ]),
  ...(revisionSpec(service).volumes ?? []).flatMap(({ secret }, index) =>
    (secret?.items ?? []).flatMap(({ key }) =>
      key === 'latest'
        ? [
            violation(
              `${POD}.volumes[${index}].secret`,
              `${secret?.secretName ?? ''} is taken at its latest version; a number was expected`,
            ),
          ]
        : [],
    ),
  ),
];
