import { everybodyIsAdmin } from '@shortfactory/ui/environment';
import type { Environment } from '../schema.ts';

/** What would open the operator's page to everybody, or to nobody who was meant. One `path: sentence` each. */
export function operatorProblems({ oidc, secrets, services }: Environment): string[] {
  const problems: string[] = [];
  const why = everybodyIsAdmin(oidc?.adminGroups ?? [], oidc?.groupsClaim ?? 'groups');
  if (why !== undefined) problems.push(`oidc.groupsClaim: ${why}`);
  const path = 'services.server.env.OPERATORS';
  if ('OPERATORS' in services.server.env && !secrets.API_KEYS)
    problems.push(`${path}: names keys of secrets.API_KEYS, and there are none`);
  for (const key of ['worker', 'ui'] as const)
    if ('OPERATORS' in services[key].env)
      problems.push(`services.${key}.env.OPERATORS: is asked by the API alone; it was expected with server`);
  return problems;
}
