import type { z } from 'zod';
import { contradictions } from './contradictions.ts';
import { OWN_FOLDER, environmentNames, writtenEnvironment } from './files/environment-folder.ts';
import { withValue } from './files/settings.ts';
import type { Settings } from './files/settings.ts';
import { overridesOf } from './overrides.ts';
import type { Overrides } from './overrides.ts';
import { EnvironmentInvalid, pathOf, shownPath } from './problem.ts';
import type { SettingPath } from './problem.ts';
import { environmentSchema } from './schema.ts';
import type { CloudEnvironment, CloudName, Environment, LocalEnvironment } from './schema.ts';
import { unknownSetting } from './unknown-setting.ts';
import { VERSION } from './version.ts';

/** Settings with a name, as somebody wrote them: not checked yet. */
export type GivenEnvironment = Settings & { readonly name: string };
type Where = (path: SettingPath) => string;

/**
 * The one way from a name to an environment: what its file says over what that extends, the overrides in place of it,
 * what follows from project and region filled in, all of it checked. Throws OverrideInvalid and EnvironmentInvalid.
 *
 * @param folder of the environments' files; without it our own
 */
export function resolveEnvironment(name: CloudName, overrides?: Overrides): CloudEnvironment;
export function resolveEnvironment(name: 'local', overrides?: Overrides): LocalEnvironment;
export function resolveEnvironment(name: string, overrides?: Overrides, folder?: string): Environment;
export function resolveEnvironment(
  name: string,
  overrides: Overrides = {},
  folder = OWN_FOLDER,
): Environment {
  const { settings, where } = writtenEnvironment(name, folder);
  const given = overridesOf(name, settings, overrides);
  const options = new Map(given.map(({ path, option }) => [shownPath(path), option]));
  const whereOrOption: Where = (path) => {
    for (let length = path.length; length > 0; length--) {
      const option = options.get(shownPath(path.slice(0, length)));
      if (option !== undefined) return `--${option}: `;
    }
    return where(path);
  };
  const all = given.reduce<Settings>((sum, { path, value }) => withValue(sum, path, value), settings);
  const environment = parseEnvironment({ ...all, name }, whereOrOption);
  refuseSharedProject(environment, folder, whereOrOption);
  return environment;
}

/** What the files of an environment say together, as they are. Throws EnvironmentInvalid. */
export function givenEnvironment(name: string, folder?: string): GivenEnvironment {
  return { ...writtenEnvironment(name, folder).settings, name };
}

/** A given environment → a checked one, with what follows from project and region filled in. Throws EnvironmentInvalid. */
export function parseEnvironment(given: GivenEnvironment, where?: Where): Environment {
  const begin: Where = where ?? (() => `${given.name}.`);
  const parsed = environmentSchema.safeParse(derived(given));
  const problems = parsed.success
    ? contradictions(parsed.data).map((line) => ({ path: pathOf(line.split(': ')[0] ?? ''), line }))
    : parsed.error.issues.flatMap(sentences);
  if (!parsed.success || problems.length > 0) {
    throw new EnvironmentInvalid([...new Set(problems.map(({ path, line }) => `${begin(path)}${line}`))]);
  }
  return parsed.data;
}

function derived(given: GivenEnvironment): unknown {
  const { project, registry, platform, bucket, images } = given as Readonly<Record<string, string>>;
  const repository =
    platform === 'cloud-run'
      ? `${homeOf(given)}-docker.pkg.dev/${project}/shortfactory/`
      : `${registry}/shortfactory-`;
  return {
    ...given,
    ...(platform === 'cloud-run' ? { bucket: bucket ?? `${project}-videos` } : {}),
    images: {
      server: `${repository}server:${VERSION}`,
      ui: `${repository}ui:${VERSION}`,
      ...(images as object | undefined),
    },
  };
}

/** Images are in one registry, whichever region a command is about. */
function homeOf({ region, regions }: GivenEnvironment): string {
  return String(Array.isArray(regions) ? regions[0] : region);
}

interface Problem {
  readonly path: SettingPath;
  readonly line: string;
}

function sentences(issue: z.core.$ZodIssue): Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  const said = (sentence: string, at: SettingPath = path): Problem => ({
    path: at,
    line: `${shownPath(at)}: ${sentence}`,
  });
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => said(`is not a setting${unknownSetting(path, key)}`, [...path, key]));
  }
  if (issue.code === 'invalid_key') return [said(issue.issues[0]?.message ?? issue.message)];
  if (issue.code === 'invalid_type' && issue.expected === 'object') return [said('settings were expected')];
  return [said(issue.message)];
}

/** Two environments of one project would deploy over each other: Services, accounts and bucket have the same names. */
function refuseSharedProject(environment: Environment, folder: string, where: Where): void {
  if (environment.platform !== 'cloud-run') return;
  const { name, project } = environment;
  for (const other of environmentNames(folder)) {
    if (other === name || projectOf(other, folder) !== project) continue;
    throw new EnvironmentInvalid([
      `${where(['project'])}project: ${project} is also that of ${other}; a project of its own was expected`,
    ]);
  }
}

/** Of one that cannot be read nothing is known: it does not keep the others from being deployed or rolled back. */
function projectOf(name: string, folder: string): unknown {
  try {
    return writtenEnvironment(name, folder).settings['project'];
  } catch (error) {
    if (error instanceof EnvironmentInvalid) return undefined;
    throw error;
  }
}
