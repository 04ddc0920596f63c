import {
  AUTH_NAMES,
  count,
  flag,
  hostName,
  iapAudience,
  list,
  oneOf,
  secret,
  url,
} from '@shortfactory/config';
import { z } from 'zod';

const text = z.string().min(1);
const issuer = url.refine((value) => /^https?:/.test(value) && !/[?#]/.test(value), {
  error: 'an address such as https://id.example.org was expected, without ? and #',
});
const mailAddress = z
  .string()
  .regex(/^[^\s@]+@[^\s@]+$/, { error: 'addresses such as ada@example.org were expected' })
  .transform((value) => value.toLowerCase());
const cookieKeys = list(secret(32)).refine((keys) => keys.length === 1 || keys.length === 2, {
  error: 'one key, or two with a comma between, was expected',
});

/** The variables that say who signs people in, who of them may enter and for how long. */
export const signInFields = {
  /**
   * Who owns what is made: each browser (visitors), or the person whom an OpenID provider (oidc) or Google's
   * Identity-Aware Proxy (iap) signed in.
   */
  AUTH: oneOf(AUTH_NAMES).default('visitors'),
  /** With AUTH=iap: for whom Google signs, such as /projects/123456789012/locations/us-central1/services/shortfactory-ui. */
  IAP_AUDIENCE: iapAudience.optional(),
  /** With AUTH=oidc, as all below: the provider's address, as it stands in its tokens. */
  OIDC_ISSUER: issuer.optional(),
  OIDC_CLIENT_ID: text.optional(),
  /** A secret. */
  OIDC_CLIENT_SECRET: secret(8).optional(),
  /** What people call the provider; its host without it. */
  OIDC_NAME: text.max(60).optional(),
  /** What the provider is asked to tell. */
  OIDC_SCOPES: text
    .regex(/(^| )openid( |$)/, { error: 'scopes with openid among them were expected' })
    .default('openid profile email'),
  /** Whether who has not signed in may go on as a visitor; the API has the same variable. */
  OIDC_VISITORS: flag.default(true),
  /** Who may enter: people with a verified address of these domains, with one of these addresses, or in one of these groups. Without any of the three everybody whom the provider signs in. */
  OIDC_DOMAINS: list(hostName).default([]),
  OIDC_PEOPLE: list(mailAddress).default([]),
  OIDC_GROUPS: list(text).default([]),
  /** Whose members are admins. */
  OIDC_ADMIN_GROUPS: list(text).default([]),
  /** The claim that lists a person's groups. */
  OIDC_GROUPS_CLAIM: text.default('groups'),
  /** Seals the cookies of sign-in. With two the first one seals and both open, so that a key can be changed. A secret. */
  COOKIE_KEYS: cookieKeys.optional(),
  /** How long a session lasts, and how long without use. */
  SESSION_DAYS: count(90).default(30),
  SESSION_IDLE_DAYS: count(90).default(14),
  /** Sessions of another epoch have ended: another number signs everybody out. */
  SESSION_EPOCH: count(999_999_999, 0).default(0),
};

/** Claims in which many or all people have the same value: who names one of them as the admins' makes everybody one. */
const SHARED_CLAIMS = [
  'iss',
  'aud',
  'azp',
  'hd',
  'tid',
  'scope',
  'email_verified',
  'locale',
  'zoneinfo',
  'typ',
];

/** Why everybody who signs in would be an admin, and reach the operator's page; undefined where that is not so. */
export function everybodyIsAdmin(adminGroups: readonly string[], claim: string): string | undefined {
  if (adminGroups.length === 0 || !SHARED_CLAIMS.includes(claim)) return undefined;
  return `people of one provider have the same ${claim}, so that everybody would be an admin; a claim of groups or roles was expected`;
}

type SignInEnv = z.infer<z.ZodObject<typeof signInFields>> & {
  readonly APP_ENV: string;
  readonly VISITOR_KEY?: string | undefined;
  readonly TRUSTED_PROXIES: number;
};

/** What of these variables needs or excludes another. One sentence each. */
export function signInContradictions(env: SignInEnv): string[] {
  if (env.AUTH === 'visitors') return [];
  const needs = (names: readonly (keyof SignInEnv)[]): string[] =>
    names.filter((name) => env[name] === undefined).map((name) => `${name}: is needed with AUTH=${env.AUTH}`);
  const believed =
    env.VISITOR_KEY === undefined
      ? [`VISITOR_KEY: is needed with AUTH=${env.AUTH}, so that the API believes who has signed in`]
      : [];
  if (env.AUTH === 'iap') {
    const noProxy = 'AUTH: visitors or oidc was expected with APP_ENV=local, where no proxy is in front';
    return [...(env.APP_ENV === 'local' ? [noProxy] : []), ...needs(['IAP_AUDIENCE']), ...believed];
  }
  return [
    ...needs(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET', 'COOKIE_KEYS']),
    ...believed,
    ...(env.APP_ENV === 'local' ? [] : plainHttp(env)),
    ...claims(env),
    ...(env.SESSION_IDLE_DAYS > env.SESSION_DAYS
      ? [`SESSION_IDLE_DAYS: at most SESSION_DAYS (${env.SESSION_DAYS}) was expected`]
      : []),
  ];
}

function claims({ OIDC_ADMIN_GROUPS, OIDC_GROUPS_CLAIM }: SignInEnv): string[] {
  const why = everybodyIsAdmin(OIDC_ADMIN_GROUPS, OIDC_GROUPS_CLAIM);
  return why === undefined ? [] : [`OIDC_GROUPS_CLAIM: ${why}`];
}

/** Outside of one machine a session never goes over a line that somebody else can read. */
function plainHttp({ OIDC_ISSUER, TRUSTED_PROXIES, APP_ENV }: SignInEnv): string[] {
  return [
    ...(OIDC_ISSUER !== undefined && !OIDC_ISSUER.startsWith('https:')
      ? [`OIDC_ISSUER: an https address was expected with APP_ENV=${APP_ENV}`]
      : []),
    ...(TRUSTED_PROXIES === 0
      ? [
          'TRUSTED_PROXIES: at least 1 was expected with AUTH=oidc, the proxy that speaks https; sessions are kept over https only',
        ]
      : []),
  ];
}
