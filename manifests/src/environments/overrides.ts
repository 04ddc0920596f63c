import { SECRET_NAMES } from '@shortfactory/server/secrets';
import { OptionInvalid } from '../options.ts';
import type { Overrides } from '../options.ts';
import { ENVIRONMENTS } from './data.ts';
import type { GivenEnvironment } from './data.ts';
import { parseEnvironment } from './environment.ts';
import type { CloudEnvironment, Environment, EnvironmentName } from './schema.ts';

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

/** An environment with what the command line says instead. Throws OptionInvalid and EnvironmentInvalid. */
export function overridden(name: EnvironmentName, overrides: Overrides): Environment {
  const given: GivenEnvironment = ENVIRONMENTS[name];
  if (given.platform === 'knative') {
    const useless = ONLY_CLOUD.find((option) => overrides[option] !== undefined);
    if (useless) throw new OptionInvalid(`--${useless}: ${name} runs on no cloud`);
    return parseEnvironment({ ...given, ...common(given, overrides) });
  }
  const { project = given.project, region } = overrides;
  return parseEnvironment({
    ...given,
    ...common(given, overrides),
    project,
    // Another project's number in an address would send jobs to a stranger.
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
  });
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
    throw new OptionInvalid('--attempt: counts the tries of a commit, so --revision was expected too');
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
      throw new OptionInvalid(
        `--secret-version: ${key} is no secret of this environment; one of ${Object.keys(given).join(', ')} was expected`,
      );
    }
    changed[name] = { ...reference, version };
  }
  return changed;
}

function split(option: string, pair: string, expected: string): [string, string] {
  const at = pair.indexOf('=');
  if (at < 1 || at === pair.length - 1)
    throw new OptionInvalid(`--${option}: ${pair} was given; ${expected} was expected`);
  return [pair.slice(0, at), pair.slice(at + 1)];
}

function number(option: string, value: string): number {
  if (!/^\d{1,9}$/.test(value))
    throw new OptionInvalid(`--${option}: ${value} was given; a whole number was expected`);
  return Number(value);
}
