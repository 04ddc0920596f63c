import { SECRET_NAMES } from '@shortfactory/core/secrets';
import { ENVIRONMENTS } from './data.ts';
import type { GivenEnvironment } from './data.ts';
import type { CloudEnvironment, EnvironmentName } from './schema.ts';

/**
 * Settings of one deploy that take the place of what data.ts says, still as text. The keys are the names of the options
 * of the command line, and errors name them so.
 */
export interface Overrides {
  readonly project?: string;
  readonly 'project-number'?: string;
  readonly region?: string;
  readonly 'server-image'?: string;
  readonly 'ui-image'?: string;
  readonly revision?: string;
  readonly attempt?: string;
  readonly 'api-domain'?: string;
  readonly 'ui-domain'?: string;
  readonly edge?: string;
  readonly 'secret-version'?: readonly string[];
  readonly 'budget-usd'?: string;
  readonly 'notification-channel'?: readonly string[];
  readonly 'live-revision'?: readonly string[];
  readonly 'canary-percent'?: string;
  readonly 'keep-tag'?: readonly string[];
}

/** An override that cannot be used; the sentence names the option. */
export class OverrideInvalid extends Error {
  override readonly name = 'OverrideInvalid';
}

const ONLY_CLOUD = [
  'project',
  'project-number',
  'region',
  'api-domain',
  'ui-domain',
  'edge',
  'budget-usd',
  'notification-channel',
] as const;

/** What data.ts says of an environment, with the overrides in it; not checked yet. Throws OverrideInvalid. */
export function withOverrides(name: EnvironmentName, overrides: Overrides): GivenEnvironment {
  const given: GivenEnvironment = ENVIRONMENTS[name];
  if (given.platform === 'knative') {
    const useless = ONLY_CLOUD.find((option) => overrides[option] !== undefined);
    if (useless) throw new OverrideInvalid(`--${useless}: ${name} does not run on Google Cloud`);
    return { ...given, ...common(given, overrides) };
  }
  const { project = given.project, region } = overrides;
  return {
    ...given,
    ...common(given, overrides),
    project,
    // Another project's number in an address would send jobs to another project.
    projectNumber:
      overrides['project-number'] ?? (project === given.project ? given.projectNumber : '000000000000'),
    ...(region === undefined ? {} : { region }),
    ...(overrides.edge === undefined ? {} : { edge: overrides.edge as CloudEnvironment['edge'] }),
    domains: {
      ...given.domains,
      ...(overrides['api-domain'] === undefined ? {} : { api: overrides['api-domain'] }),
      ...(overrides['ui-domain'] === undefined ? {} : { ui: overrides['ui-domain'] }),
    },
    ...(overrides['budget-usd'] === undefined
      ? {}
      : { budgetUsd: number('budget-usd', overrides['budget-usd']) }),
    ...(overrides['notification-channel'] === undefined
      ? {}
      : { notificationChannels: [...overrides['notification-channel']] }),
  };
}

type Common = Pick<GivenEnvironment, 'revision' | 'attempt' | 'images' | 'secrets' | 'traffic'>;

function common(given: GivenEnvironment, overrides: Overrides): Common {
  const { revision } = overrides;
  const images = {
    ...given.images,
    ...(overrides['server-image'] === undefined ? {} : { server: overrides['server-image'] }),
    ...(overrides['ui-image'] === undefined ? {} : { ui: overrides['ui-image'] }),
  };
  return {
    ...(revision === undefined ? {} : { revision }),
    ...(overrides.attempt === undefined ? {} : { attempt: attempt(overrides.attempt, revision) }),
    images,
    secrets: secrets(given.secrets, overrides['secret-version'] ?? []),
    traffic: {
      live: [...(overrides['live-revision'] ?? given.traffic.live)],
      canaryPercent:
        overrides['canary-percent'] === undefined
          ? given.traffic.canaryPercent
          : number('canary-percent', overrides['canary-percent']),
      keepTags: overrides['keep-tag']
        ? Object.fromEntries(overrides['keep-tag'].map((pair) => split('keep-tag', pair, 'TAG=REVISION')))
        : given.traffic.keepTags,
    },
  };
}

/** Names without a commit are found by contents alone, and nothing says which try is the newest. */
function attempt(value: string, revision: string | undefined): number {
  if (revision === undefined)
    throw new OverrideInvalid('--attempt: counts the tries of a commit, so --revision was expected too');
  return number('attempt', value);
}

function secrets(
  given: GivenEnvironment['secrets'],
  versions: readonly string[],
): GivenEnvironment['secrets'] {
  const changed = { ...given };
  for (const pair of versions) {
    const [key, version] = split('secret-version', pair, 'NAME=VERSION');
    const name = SECRET_NAMES.find((each) => each === key);
    const reference = name && given[name];
    if (!name || !reference) {
      throw new OverrideInvalid(
        `--secret-version: ${key} is not a secret of this environment; one of ${Object.keys(given).join(', ')} was expected`,
      );
    }
    changed[name] = { ...reference, version };
  }
  return changed;
}

function split(option: string, pair: string, expected: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1 || at === pair.length - 1)
    throw new OverrideInvalid(`--${option}: ${pair} was given; ${expected} was expected`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function number(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new OverrideInvalid(`--${option}: ${value} was given; a whole number was expected`);
  return Number(value);
}
