import { z } from 'zod';

/** A whole number between two bounds; numbers written as text are refused, since YAML and JSON know the difference. */
export function whole(least: number, most: number): z.ZodType<number, number> {
  const error = `a whole number from ${least} to ${most} was expected`;
  return z.int({ error }).min(least, { error }).max(most, { error });
}

export function text(pattern: RegExp, expected: string): z.ZodType<string, string> {
  const error = `${expected} was expected`;
  return z.string({ error }).regex(pattern, { error });
}

export function positive(most: number): z.ZodType<number, number> {
  const error = `a number above 0 and up to ${most} was expected`;
  return z.number({ error }).gt(0, { error }).max(most, { error });
}

export const toggle = z.boolean({ error: 'true or false was expected' });

/** CPUs of one container, as Kubernetes writes them. Cloud Run takes 0.08 up to 1, then 1, 2, 4, 6 and 8. */
export const cpu = text(/^(0\.\d{1,3}|[1-9]\d{1,2}m|1|2|4|6|8)$/, 'CPUs such as "1", "2" or "500m"');
export const memory = text(/^[1-9]\d{0,4}(Mi|Gi)$/, 'memory such as "512Mi" or "2Gi"');

/** A reference of an image, with a tag or a digest or both. */
export const image = text(
  /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)+(:[\w][\w.-]{0,127})?(@sha256:[0-9a-f]{64})?$/,
  'an image such as us-docker.pkg.dev/project/repository/name:1.2.3 or …@sha256:<64 hex digits>',
);

export const projectId = text(
  /^[a-z][a-z0-9-]{4,28}[a-z0-9]$/,
  'a project id of 6 to 30 lowercase letters, digits and hyphens',
);
export const region = text(/^[a-z]+-[a-z]+\d{1,2}$/, 'a region such as us-central1');
export const hostname = text(
  /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
  'a host name such as shorts.example.com',
);
/** Where a browser finds something: scheme, name and perhaps a port. */
export const origin = text(
  /^https?:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?$/,
  'an origin such as https://shorts.example.com or http://localhost:8080, without a path,',
);
/** Where images are, without the name of one. */
export const registry = text(
  /^[a-z0-9][a-z0-9.-]*(:\d+)?(\/[a-z0-9]+([._-]+[a-z0-9]+)*)*$/,
  'a registry such as dev.local or registry.example.com:5000/team',
);
/** A DNS-1035 label: what Knative asks of names and tags. */
export const label = text(
  /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
  'a name of lowercase letters, digits and hyphens that begins with a letter',
);

/** A secret at a version. */
export const versioned = z.strictObject({
  secret: label.describe('Name in Secret Manager, or of the Kubernetes Secret.'),
  version: text(/^(latest|[1-9]\d{0,5})$/, 'a version such as "3", or "latest", as text'),
});
