import { createHash } from 'node:crypto';
import type { Env } from '../../app/env.server.ts';
import type { Person } from '../../app/shared/account/account.ts';

/** What an issuer says of a person: its claims, each of any type. */
export type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

export type Admission = { readonly person: Person } | { readonly refused: string };

type Rules = Pick<
  Env,
  'OIDC_DOMAINS' | 'OIDC_PEOPLE' | 'OIDC_GROUPS' | 'OIDC_ADMIN_GROUPS' | 'OIDC_GROUPS_CLAIM'
>;

const MOST_NAME_CHARS = 100;
/** RFC 5321. */
const MOST_ADDRESS_CHARS = 254;

/**
 * Whether who the issuer names may enter, and as what. An address counts only when the issuer says that it is verified;
 * a refusal names the account, so that a person sees which of theirs it was.
 */
export function admit(claims: Claims, rules: Rules): Admission {
  const address = textOf(claims['email'])?.slice(0, MOST_ADDRESS_CHARS);
  const groups = new Set(groupsOf(claims[rules.OIDC_GROUPS_CLAIM]));
  const name = textOf(claims['name']) ?? textOf(claims['preferred_username']) ?? address ?? 'Somebody';
  const isVerified = claims['email_verified'] === true || claims['email_verified'] === 'true';
  if (!mayEnter(isVerified ? address?.toLowerCase() : undefined, groups, rules))
    return { refused: address ?? name.slice(0, MOST_NAME_CHARS) };
  return {
    person: {
      subject: subjectOf(claims.iss, claims.sub),
      name: name.slice(0, MOST_NAME_CHARS),
      ...(address === undefined ? {} : { address }),
      role: rules.OIDC_ADMIN_GROUPS.some((group) => groups.has(group)) ? 'admin' : 'member',
    },
  };
}

/** One person of one issuer, as the API is told: 43 characters that fit into a header, whatever an issuer calls people. */
export function subjectOf(issuer: string, subject: string): string {
  return createHash('sha256')
    .update(JSON.stringify([issuer, subject]))
    .digest('base64url');
}

function mayEnter(verified: string | undefined, groups: ReadonlySet<string>, rules: Rules): boolean {
  const { OIDC_DOMAINS, OIDC_PEOPLE, OIDC_GROUPS } = rules;
  if (OIDC_DOMAINS.length + OIDC_PEOPLE.length + OIDC_GROUPS.length === 0) return true;
  const domain = verified?.slice(verified.lastIndexOf('@') + 1);
  return (
    (domain !== undefined && OIDC_DOMAINS.includes(domain)) ||
    (verified !== undefined && OIDC_PEOPLE.includes(verified)) ||
    OIDC_GROUPS.some((group) => groups.has(group))
  );
}

function groupsOf(claim: unknown): string[] {
  const listed = Array.isArray(claim) ? (claim as unknown[]) : [claim];
  return listed.filter((group): group is string => typeof group === 'string');
}

function textOf(claim: unknown): string | undefined {
  const text = typeof claim === 'string' ? claim.replace(/\p{Cc}/gu, ' ').trim() : '';
  return text === '' ? undefined : text;
}
