import type { Service } from '../../constructs/shapes.ts';
import { containers, POD, revisionSpec, shown, violation } from './violation.ts';
import type { Policy, Violation } from './violation.ts';

/** YAML makes numbers and booleans of unquoted text, and the client refuses those where text belongs. */
export const scalars: Policy = (service) => [
  ...ofMetadata(service),
  ...containers(service).flatMap(({ container, path }) => [
    ...texts(`${path}.resources.limits`, container.resources?.limits),
    ...(container.env ?? []).flatMap(({ value, valueFrom }, index) => [
      ...(value === undefined ? [] : text(`${path}.env[${index}].value`, value)),
      ...(valueFrom?.secretKeyRef
        ? text(`${path}.env[${index}].valueFrom.secretKeyRef.key`, valueFrom.secretKeyRef.key)
        : []),
    ]),
  ]),
  ...(revisionSpec(service).volumes ?? []).flatMap(({ secret }, index) =>
    (secret?.items ?? []).flatMap(({ key }, item) =>
      text(`${POD}.volumes[${index}].secret.items[${item}].key`, key),
    ),
  ),
];

function ofMetadata({ metadata, spec }: Service): Violation[] {
  const template = spec?.template?.metadata;
  return [
    ...texts('metadata.annotations', metadata?.annotations),
    ...texts('metadata.labels', metadata?.labels),
    ...texts('spec.template.metadata.annotations', template?.annotations),
    ...texts('spec.template.metadata.labels', template?.labels),
  ];
}

function texts(path: string, values: Readonly<Record<string, unknown>> | undefined): Violation[] {
  return Object.entries(values ?? {}).flatMap(([key, value]) =>
    text(/^\w+$/.test(key) ? `${path}.${key}` : `${path}["${key}"]`, value),
  );
}

function text(path: string, value: unknown): Violation[] {
  return typeof value === 'string'
    ? []
    : [violation(path, `${shown(value)} was given; text was expected (put it in quotes)`)];
}
