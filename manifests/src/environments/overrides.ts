import { SECRET_NAMES } from '@shortfactory/core/secrets';
import type { SettingPath } from './problem.ts';
import { isSettings, valueAt } from './files/settings.ts';
import type { Settings } from './files/settings.ts';

/**
 * Settings of one deploy that take the place of what an environment's file says, still as text. The keys are the names of the options
 * of the command line, and errors name them so.
 */
export interface Overrides {
  readonly project?: string;
  readonly 'project-number'?: string;
  readonly region?: string;
  readonly namespace?: string;
  readonly 'cluster-domain'?: string;
  readonly 'server-image'?: string;
  readonly 'ui-image'?: string;
  readonly revision?: string;
  readonly attempt?: string;
  readonly 'api-domain'?: string;
  readonly 'ui-domain'?: string;
  readonly edge?: string;
  readonly ttl?: string;
  readonly registry?: string;
  readonly 'image-pull-secret'?: readonly string[];
  readonly 'ui-origin'?: string;
  readonly 'api-origin'?: string;
  readonly 'media-origin'?: string;
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

/** Options that say one setting each, and whose it is: of environments on Cloud Run, on a cluster, or of both. */
const SETTINGS = {
  project: { path: ['project'], of: 'cloud-run' },
  'project-number': { path: ['projectNumber'], of: 'cloud-run' },
  region: { path: ['region'], of: 'cloud-run' },
  'api-domain': { path: ['domains', 'api'], of: 'cloud-run' },
  'ui-domain': { path: ['domains', 'ui'], of: 'cloud-run' },
  edge: { path: ['edge'], of: 'cloud-run' },
  'budget-usd': { path: ['budgetUsd'], of: 'cloud-run', number: true },
  'notification-channel': { path: ['notificationChannels'], of: 'cloud-run' },
  namespace: { path: ['namespace'], of: 'knative' },
  'cluster-domain': { path: ['domain'], of: 'knative' },
  registry: { path: ['registry'], of: 'knative' },
  'image-pull-secret': { path: ['imagePullSecrets'], of: 'knative' },
  'ui-origin': { path: ['origins', 'ui'], of: 'knative' },
  'api-origin': { path: ['origins', 'api'], of: 'knative' },
  'media-origin': { path: ['origins', 'media'], of: 'knative' },
  'server-image': { path: ['images', 'server'] },
  'ui-image': { path: ['images', 'ui'] },
  revision: { path: ['revision'] },
  'live-revision': { path: ['traffic', 'live'] },
  'canary-percent': { path: ['traffic', 'canaryPercent'], number: true },
} satisfies Partial<Record<keyof Overrides, { path: SettingPath; of?: string; number?: true }>>;

const ELSEWHERE = {
  'cloud-run': 'does not run on Google Cloud',
  knative: 'does not run on a cluster',
} as const;

/** A setting that an option gives. */
export interface Override {
  readonly path: SettingPath;
  readonly value: unknown;
  /** Without the hyphens. */
  readonly option: string;
}

/** What the options say of an environment, setting by setting; not checked yet. Throws OverrideInvalid. */
export function overridesOf(name: string, written: Settings, overrides: Overrides): Override[] {
  const given: Override[] = [];
  for (const [option, setting] of Object.entries(SETTINGS)) {
    const value = overrides[option as keyof typeof SETTINGS];
    if (value === undefined) continue;
    const { path } = setting;
    if ('of' in setting && setting.of !== written['platform']) {
      throw new OverrideInvalid(`--${option}: ${name} ${ELSEWHERE[setting.of as keyof typeof ELSEWHERE]}`);
    }
    given.push({
      option,
      path,
      value: 'number' in setting && typeof value === 'string' ? number(option, value) : value,
    });
  }
  return [
    ...given,
    ...ofOtherProject(written, overrides),
    ...ttl(name, written, overrides),
    ...attempt(overrides),
    ...keepTags(overrides),
    ...secrets(written, overrides),
  ];
}

/** Another project's number in an address would send jobs to another project. */
function ofOtherProject(
  written: Settings,
  { project, 'project-number': projectNumber }: Overrides,
): Override[] {
  return project === undefined || projectNumber !== undefined || project === written['project']
    ? []
    : [{ option: 'project', path: ['projectNumber'], value: '000000000000' }];
}

/** An option alone makes no environment one that is removed. */
function ttl(name: string, written: Settings, { ttl: value }: Overrides): Override[] {
  if (value === undefined) return [];
  if (!isSettings(written['preview'])) {
    throw new OverrideInvalid(
      `--ttl: ${name} is no preview; “preview: { ttl: 48h }” was expected in its file before it can have an end`,
    );
  }
  return [{ option: 'ttl', path: ['preview', 'ttl'], value }];
}

/** Names without a commit are found by contents alone, and nothing says which try is the newest. */
function attempt({ attempt: value, revision }: Overrides): Override[] {
  if (value === undefined) return [];
  if (revision === undefined)
    throw new OverrideInvalid('--attempt: counts the tries of a commit, so --revision was expected too');
  return [{ option: 'attempt', path: ['attempt'], value: number('attempt', value) }];
}

function keepTags({ 'keep-tag': pairs }: Overrides): Override[] {
  if (pairs === undefined) return [];
  const value = Object.fromEntries(pairs.map((pair) => split('keep-tag', pair, 'TAG=REVISION')));
  return [{ option: 'keep-tag', path: ['traffic', 'keepTags'], value }];
}

function secrets(written: Settings, { 'secret-version': pairs = [] }: Overrides): Override[] {
  return pairs.map((pair) => {
    const [key, version] = split('secret-version', pair, 'NAME=VERSION');
    if (!SECRET_NAMES.some((each) => each === key) || !isSettings(valueAt(written, ['secrets', key]))) {
      const known = Object.keys(isSettings(written['secrets']) ? written['secrets'] : {});
      throw new OverrideInvalid(
        `--secret-version: ${key} is not a secret of this environment; one of ${known.join(', ')} was expected`,
      );
    }
    return { option: 'secret-version', path: ['secrets', key, 'version'], value: version };
  });
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
