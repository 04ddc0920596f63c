import { z } from 'zod';
import type { SecretReference } from '../../constructs/service-settings.ts';
import { hostname, text, toggle, versioned, whole } from '../fields.ts';
import type { Environment } from '../schema.ts';

const list = (pattern: RegExp, expected: string) =>
  z.array(text(pattern, expected), { error: `a list, each ${expected}, was expected` }).min(1, {
    error: `at least one, ${expected}, was expected`,
  });
const groups = list(/^[^,\s](?:[^,]*[^,\s])?$/, 'a name without commas');

/** People sign in at an OpenID provider; the web interface's server asks it (docs/SIGN-IN.md). */
export const oidc = z.strictObject({
  issuer: text(
    /^https:\/\/[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?(\/[\w.~/-]*)?$/,
    'the https address of an issuer such as https://accounts.google.com',
  ),
  clientId: text(/^[\x21-\x7e]{1,255}$/, 'the id of a client, as the provider gave it,'),
  clientSecret: versioned,
  cookieKeys: versioned.describe(
    'Seals the cookies of sessions: one key, or two with a comma between while one is changed.',
  ),
  visitors: toggle.default(true).describe('Whether people may go on without signing in.'),
  name: text(/^\S(.{0,58}\S)?$/, 'what people call the provider, up to 60 characters,').optional(),
  scopes: text(/^openid( [\x21-\x7e]+)*$/, 'scopes such as openid profile email').optional(),
  domains: z
    .array(hostname, { error: 'a list of domains was expected' })
    .min(1, { error: 'at least one domain was expected' })
    .optional()
    .describe('Whose people may enter; with people and groups: whoever one of the three names.'),
  people: list(/^[^\s@,]+@[a-z0-9.-]+$/, 'an address such as ada@example.com').optional(),
  groups: groups.optional(),
  adminGroups: groups.optional().describe('Groups whose members are admins.'),
  groupsClaim: text(/^\S{1,100}$/, 'the name of a claim').optional(),
  sessionDays: whole(1, 365).optional(),
  sessionIdleDays: whole(1, 365).optional(),
  sessionEpoch: whole(0, 999_999_999).optional().describe('Another number signs everybody out.'),
});

type Oidc = z.output<typeof oidc>;

/** Variables of the web interface that this option sets, and that are set by nothing else. */
const UI_VARIABLES = [
  ...['AUTH', 'OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_VISITORS', 'OIDC_NAME', 'OIDC_SCOPES', 'OIDC_DOMAINS'],
  ...['OIDC_PEOPLE', 'OIDC_GROUPS', 'OIDC_ADMIN_GROUPS', 'OIDC_GROUPS_CLAIM'],
  ...['SESSION_DAYS', 'SESSION_IDLE_DAYS', 'SESSION_EPOCH', 'OIDC_CLIENT_SECRET', 'COOKIE_KEYS'],
];

/** What the API is told. */
export function apiOidc({ oidc }: Pick<Environment, 'oidc'>): Readonly<Record<string, string>> {
  return oidc ? { AUTH: 'oidc', OIDC_VISITORS: String(oidc.visitors) } : {};
}

/** What the web interface is told; its secrets are `oidcSecrets`. */
export function uiOidc({ oidc }: Pick<Environment, 'oidc'>): Readonly<Record<string, string>> {
  if (!oidc) return {};
  const said: Record<string, string | number | boolean | readonly string[] | undefined> = {
    AUTH: 'oidc',
    OIDC_ISSUER: oidc.issuer,
    OIDC_CLIENT_ID: oidc.clientId,
    OIDC_VISITORS: oidc.visitors,
    OIDC_NAME: oidc.name,
    OIDC_SCOPES: oidc.scopes,
    OIDC_DOMAINS: oidc.domains,
    OIDC_PEOPLE: oidc.people,
    OIDC_GROUPS: oidc.groups,
    OIDC_ADMIN_GROUPS: oidc.adminGroups,
    OIDC_GROUPS_CLAIM: oidc.groupsClaim,
    SESSION_DAYS: oidc.sessionDays,
    SESSION_IDLE_DAYS: oidc.sessionIdleDays,
    SESSION_EPOCH: oidc.sessionEpoch,
  };
  return Object.fromEntries(
    Object.entries(said)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, String(value)]),
  );
}

/** Secrets of the web interface alone. */
export function oidcSecrets({ oidc }: Pick<Environment, 'oidc'>): Readonly<Record<string, SecretReference>> {
  return oidc ? { OIDC_CLIENT_SECRET: oidc.clientSecret, COOKIE_KEYS: oidc.cookieKeys } : {};
}

/** One `path: sentence` each. */
export function oidcProblems(environment: Environment): string[] {
  const { oidc, secrets, services } = environment;
  if (!oidc) return [];
  const problems: string[] = [];
  if (environment.platform === 'knative' && !keepsSessions(environment.origins.ui))
    problems.push(
      'origins.ui: the cookie of a session is for https alone; https and a host name, or http://localhost with a port, was expected with oidc',
    );
  if (environment.platform === 'knative') problems.push(...knownSecrets(secrets));
  if (environment.platform === 'cloud-run' && environment.iap)
    problems.push('oidc: people sign in by iap already; one of the two was expected');
  if (!secrets.VISITOR_KEY)
    problems.push('secrets.VISITOR_KEY: is needed with oidc; by it the API believes who has signed in');
  if (!oidc.visitors && !secrets.API_KEYS)
    problems.push(
      'secrets.API_KEYS: is needed with oidc.visitors false; the API takes no visitors then, and the smoke test of a deploy is no person',
    );
  if (!oidc.visitors && isOfEverybody(oidc))
    problems.push(
      'oidc.domains: everybody has an account at accounts.google.com; with visitors false domains, people or groups were expected',
    );
  if ((oidc.sessionIdleDays ?? 0) > (oidc.sessionDays ?? Infinity))
    problems.push(`oidc.sessionIdleDays: at most sessionDays (${oidc.sessionDays}) was expected`);
  for (const [key, names] of [
    ['server', ['AUTH', 'OIDC_VISITORS']],
    ['ui', UI_VARIABLES],
  ] as const) {
    for (const name of names)
      if (name in services[key].env)
        problems.push(`services.${key}.env.${name}: is set by oidc; it was expected there alone`);
  }
  return problems;
}

/** Secrets with their usual names are made with what surrounds the services of a cluster, and everybody knows their values. */
function knownSecrets(secrets: Environment['secrets']): string[] {
  return Object.entries(secrets)
    .filter(([name, { secret }]) => secret === usualName(name))
    .map(
      ([name, { secret }]) =>
        `secrets.${name}.secret: everybody knows the value that surroundings.yaml once gave ${secret}; a secret of your own, by another name, was expected with oidc`,
    );
}

function usualName(variable: string): string {
  return `shortfactory-${variable.toLowerCase().replaceAll('_', '-')}`;
}

/** Browsers keep a cookie with the prefix `__Host-` by https, and on one's own machine. */
function keepsSessions(origin: string | undefined): boolean {
  if (origin === undefined) return false;
  const { protocol, hostname } = new URL(origin);
  return protocol === 'https:' || hostname === 'localhost';
}

function isOfEverybody({ issuer, domains, people, groups }: Oidc): boolean {
  return new URL(issuer).host === 'accounts.google.com' && !domains && !people && !groups;
}
