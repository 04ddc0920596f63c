/**
 * Whether a reference can be made to mean another image tomorrow. A digest cannot; by convention neither can a version
 * (1.2.3) or a commit (7 to 40 hex digits).
 */
export function isMutable(reference: string): boolean {
  if (reference.includes('@sha256:')) return false;
  const tag = /:([\w][\w.-]*)$/.exec(reference)?.[1];
  return tag === undefined || !/^(v?\d+\.\d+\.\d+([-.][\w.-]+)?|(sha-)?[0-9a-f]{7,40})$/.test(tag);
}
