import type { Container, EnvVariable } from '../constructs/shapes.ts';
import { containers, violation } from './values/violation.ts';
import type { Policy, Violation } from './values/violation.ts';

const RESERVED = /^(PORT|K_SERVICE|K_REVISION|K_CONFIGURATION)$/;
const SECRET_NAME = /(_KEY|_KEYS|_TOKEN|_SECRET|_PASSWORD|PASSWORD|CREDENTIALS)$/;
/** What keys and tokens of the providers look like, anything in PEM but a certificate, and an address with a password in it. */
const SECRET_VALUE =
  /AIza[\w-]{30}|sk[-_][\w-]{20}|-----BEGIN (?!CERTIFICATE-----)|ya29\.|:\/\/[^/\s:@]*:[^/\s@]+@/;

/** Variables by name once, none that the platform sets itself, and secrets by reference only. */
export const variables: Policy = (service) =>
  containers(service).flatMap(({ container, path }) => [
    ...(container.env ?? []).flatMap((variable, index) => ofVariable(variable, `${path}.env[${index}]`)),
    ...twice(container, path),
  ]);

function ofVariable({ name, value, valueFrom }: EnvVariable, path: string): Violation[] {
  if (RESERVED.test(name)) return [violation(path, `${name} is set by the platform; it cannot be given`)];
  if (valueFrom !== undefined) {
    const { secretKeyRef } = valueFrom;
    return secretKeyRef?.name && secretKeyRef.key
      ? []
      : [violation(`${path}.valueFrom`, `${name}: a secretKeyRef with name and key was expected`)];
  }
  if (value === undefined) return [violation(path, `${name}: a value or a valueFrom was expected`)];
  // The value is not repeated: it may be what must not be seen.
  if (SECRET_NAME.test(name))
    return [violation(`${path}.value`, `${name} is a secret; a valueFrom.secretKeyRef was expected`)];
  return SECRET_VALUE.test(value)
    ? [
        violation(
          `${path}.value`,
          `${name} holds what looks like a secret; a valueFrom.secretKeyRef was expected`,
        ),
      ]
    : [];
}

function twice({ env = [] }: Container, path: string): Violation[] {
  return env.flatMap(({ name }, index) =>
    env.findIndex((other) => other.name === name) < index
      ? [violation(`${path}.env[${index}]`, `${name} is there already; each name once was expected`)]
      : [],
  );
}
