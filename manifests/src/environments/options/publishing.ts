import type { SecretName } from '@shortfactory/core/secrets';
import { z } from 'zod';
import { text } from '../fields.ts';
import type { Environment } from '../schema.ts';

/** Where people's own channels are to which finished videos can be sent (docs/PUBLISHING.md). */
export const publishing = z.strictObject({
  youtube: z
    .strictObject({
      clientId: text(
        /^[\w-]+\.apps\.googleusercontent\.com$/,
        'the id of a client as Google gave it, such as 123-abc.apps.googleusercontent.com,',
      ),
    })
    .describe('A client of Google’s; its secret is secrets.YOUTUBE_CLIENT_SECRET.'),
});

/** What API and worker are told: the one connects channels, and both send what is due. */
export function publishingVariables({
  publishing: given,
}: Pick<Environment, 'publishing'>): Readonly<Record<string, string>> {
  return given === undefined ? {} : { YOUTUBE_CLIENT_ID: given.youtube.clientId };
}

/** One `path: sentence` each. */
export function publishingProblems(environment: Environment): string[] {
  const { publishing: given, secrets, services } = environment;
  const inEnv = (['server', 'worker'] as const).filter((key) => 'YOUTUBE_CLIENT_ID' in services[key].env);
  const problems = inEnv.map(
    (key) =>
      `services.${key}.env.YOUTUBE_CLIENT_ID: is for both services; publishing.youtube.clientId was expected`,
  );
  if (given === undefined)
    return secrets.YOUTUBE_CLIENT_SECRET
      ? [...problems, 'publishing: is needed with secrets.YOUTUBE_CLIENT_SECRET; without it nothing is sent']
      : problems;
  return [
    ...problems,
    ...needed(secrets, 'YOUTUBE_CLIENT_SECRET', 'it is the secret of its client'),
    ...needed(secrets, 'SIGNING_KEY', 'it seals what people entrust to it'),
    ...awakeProblems(environment),
    ...addressProblems(environment),
  ];
}

function needed(secrets: Environment['secrets'], name: SecretName, why: string): string[] {
  return secrets[name] ? [] : [`secrets.${name}: is needed with publishing; ${why}`];
}

/** A film is on its way, or waits for its time, while nobody asks for anything. */
function awakeProblems(environment: Environment): string[] {
  const { services } = environment;
  const problems: string[] = [];
  if (environment.platform === 'cloud-run' && environment.billing !== 'instance')
    problems.push(
      'billing: request leaves no processor to what is sent between requests; instance was expected with publishing',
    );
  if (services.server.scaling.min === 0 && services.worker.scaling.min === 0)
    problems.push(
      'services.server.scaling.min: 0 leaves nobody to send what waits; 1 was expected with publishing, or of the worker',
    );
  return problems;
}

/** Google sends people back to https under a public name, or to their own machine. */
function addressProblems(environment: Environment): string[] {
  if (environment.platform === 'cloud-run' || canComeBack(environment.origins.ui)) return [];
  return [
    'origins.ui: Google sends nobody back to an address that is not public; https and a host name, or http://localhost with a port, was expected with publishing',
  ];
}

function canComeBack(origin: string | undefined): boolean {
  if (origin === undefined) return false;
  const { protocol, hostname } = new URL(origin);
  const isNamed = /\.[a-z]{2,}$/.test(hostname) && !hostname.endsWith('.cluster.local');
  return hostname === 'localhost' || (protocol === 'https:' && isNamed);
}
