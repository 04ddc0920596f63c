import { z } from 'zod';
import { text } from '../fields.ts';
import type { CloudEnvironment, Environment } from '../schema.ts';

const MEMBER =
  /^(user:[^\s@]+@[a-z0-9.-]+|group:[^\s@]+@[a-z0-9.-]+|serviceAccount:[^\s@]+@[a-z0-9.-]+|domain:[a-z0-9.-]+\.[a-z]{2,63})$/;
const BACKEND = /^\/projects\/(\d{12})\/global\/backendServices\/\d{1,20}$/;

/** Google's Identity-Aware Proxy before the web interface: whom it lets in, and for whom it signs who they are. */
export const iap = z.strictObject({
  members: z
    .array(text(MEMBER, 'a person, group or domain such as user:ada@example.com or domain:example.com'), {
      error: 'people, groups and domains were expected',
    })
    .min(1, { error: 'at least one, such as domain:example.com, was expected' })
    .describe('Who may enter. What a person makes is theirs, on any browser.'),
  audience: text(BACKEND, 'a backend such as /projects/123456789012/global/backendServices/456')
    .optional()
    .describe(
      'Of the load balancer, when the proxy stands there. Without it the proxy is of the Service itself, which guards every way to it.',
    ),
});

/** For whom the proxy signs; undefined where nobody signs in. */
export function iapAudience({ iap, projectNumber, region }: CloudEnvironment): string | undefined {
  return iap && (iap.audience ?? `/projects/${projectNumber}/locations/${region}/services/shortfactory-ui`);
}

/** Whether the proxy is switched on at the Service; else it is at the load balancer, or nowhere. */
export function guardsService({ iap }: Pick<CloudEnvironment, 'iap'>): boolean {
  return iap !== undefined && iap.audience === undefined;
}

/** Whether the web interface lets in only people who have signed in. */
export function peopleSignIn(environment: Environment): boolean {
  const isGuarded = environment.platform === 'cloud-run' && environment.iap !== undefined;
  return isGuarded || environment.oidc?.visitors === false;
}

const NOBODY = '0'.repeat(12);

/** One `path: sentence` each. */
export function iapProblems({ iap, projectNumber, edge, secrets, services }: CloudEnvironment): string[] {
  if (!iap) return [];
  const problems: string[] = [];
  if (projectNumber === NOBODY) {
    problems.push(
      `projectNumber: ${NOBODY} stands for no project; with iap its number was expected, for which Google signs`,
    );
  }
  if (iap.audience !== undefined) {
    const number = BACKEND.exec(iap.audience)?.[1];
    if (number !== projectNumber)
      problems.push(
        `iap.audience: is of the project ${number}; ${projectNumber}, as projectNumber, was expected`,
      );
    if (edge !== 'load-balancer') {
      problems.push(
        'iap.audience: is of a load balancer, beside which anyone gets in at run.app; edge load-balancer was expected, or no audience',
      );
    }
  }
  if (!secrets.VISITOR_KEY) {
    problems.push('secrets.VISITOR_KEY: is needed with iap; by it the API believes who has signed in');
  }
  if (!secrets.API_KEYS) {
    problems.push(
      'secrets.API_KEYS: is needed with iap; the API takes no visitors then, and the smoke test of a deploy is no person',
    );
  }
  for (const key of ['server', 'ui'] as const) {
    for (const name of ['AUTH', 'IAP_AUDIENCE'])
      if (name in services[key].env)
        problems.push(`services.${key}.env.${name}: is set by iap; it was expected there alone`);
  }
  return problems;
}
