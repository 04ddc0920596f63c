import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EnvironmentInvalid } from '../problem.ts';
import type { SettingPath } from '../problem.ts';
import { environmentFile } from './environment-file.ts';
import type { EnvironmentFile } from './environment-file.ts';
import { merged } from './settings.ts';
import type { Settings } from './settings.ts';
import { nearest } from './suggestion.ts';

/** Our own: local, dev, staging, prod, and what other folders may extend. */
export const OWN_FOLDER = fileURLToPath(new URL('../../../environments/', import.meta.url));
const DEFAULTS = join(OWN_FOLDER, 'defaults');
const NAME = /^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$/;
const PLATFORMS = ['cloud-run', 'knative'];

/** What an environment's files say together, and where each setting stands. */
export interface Written {
  readonly settings: Settings;
  /** `file:line: ` of a setting, or of what it would stand in. */
  readonly where: (path: SettingPath) => string;
}

/** The environments of a folder, by name: each is a YAML file there. Throws EnvironmentInvalid. */
export function environmentNames(folder = OWN_FOLDER): string[] {
  const shown = relative(process.cwd(), folder) || folder;
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw new EnvironmentInvalid([`${shown}: is no folder; one with files such as prod.yaml was expected`]);
  }
  const files = readdirSync(folder).filter((file) => /\.ya?ml$/.test(file));
  return files
    .map((file) => {
      const name = file.replace(/\.yaml$/, '');
      if (NAME.test(name)) return name;
      throw new EnvironmentInvalid([
        `${join(shown, file)}: a name of up to 31 lowercase letters, digits and hyphens, and .yaml, was expected`,
      ]);
    })
    .sort();
}

/** What the file of an environment says over what it extends, over the defaults of its platform. Throws EnvironmentInvalid. */
export function writtenEnvironment(name: string, folder = OWN_FOLDER): Written {
  const names = environmentNames(folder);
  if (!names.includes(name)) {
    const meant = nearest(name, names);
    const there = names.length === 0 ? 'none is' : `${names.join(', ')} are`;
    throw new EnvironmentInvalid([
      `${join(relative(process.cwd(), folder), `${name}.yaml`)}: is not there; ${meant === undefined ? '' : `did you mean ${meant}? `}${there}`,
    ]);
  }
  const own = chain(resolve(folder, `${name}.yaml`), resolve(folder));
  const files = [...own, platformDefaults(own)];
  const { extends: _, ...settings } = [...files]
    .reverse()
    .reduce<Settings>((base, file) => merged(base, file.settings), {});
  return { settings, where: (path) => whereIn(files, path) };
}

/** The file, what it extends, and so on. */
function chain(path: string, folder: string, below: readonly string[] = []): EnvironmentFile[] {
  const file = environmentFile(path);
  const parent = file.settings['extends'];
  if (parent === undefined) return [file];
  const at = `${file.shown}:${file.lineOf(['extends']) ?? 1}: extends:`;
  if (typeof parent !== 'string')
    throw new EnvironmentInvalid([`${at} the name of an environment was expected`]);
  const seen = [...below, path];
  // Its own folder first; one that extends its own name means ours.
  const found = [folder, resolve(OWN_FOLDER)]
    .map((place) => join(place, `${parent}.yaml`))
    .find((candidate) => candidate !== path && NAME.test(parent) && existsSync(candidate));
  if (found === undefined) {
    const known = [...new Set([...environmentNames(folder), ...environmentNames()])];
    const meant = nearest(parent, known);
    throw new EnvironmentInvalid([
      `${at} there is no ${parent}; ${meant === undefined ? '' : `did you mean ${meant}? `}one of ${known.join(', ')} was expected`,
    ]);
  }
  if (seen.includes(found)) {
    throw new EnvironmentInvalid([`${at} ${parent} extends this one already; another one was expected`]);
  }
  return [file, ...chain(found, resolve(found, '..'), seen)];
}

function platformDefaults(files: readonly EnvironmentFile[]): EnvironmentFile {
  const given = files.filter(({ settings }) => settings['platform'] !== undefined);
  const platforms = new Set(given.map(({ settings }) => settings['platform']));
  const [platform] = platforms;
  const at = `${whereIn(files, ['platform'])}platform:`;
  if (platforms.size > 1) {
    throw new EnvironmentInvalid([
      `${at} ${String(platform)} was given; ${String([...platforms][1])}, as what it extends, was expected`,
    ]);
  }
  if (typeof platform !== 'string' || !PLATFORMS.includes(platform)) {
    throw new EnvironmentInvalid([`${at} ${PLATFORMS.join(' or ')} was expected`]);
  }
  return environmentFile(join(DEFAULTS, `${platform}.yaml`));
}

/** The nearest file that has the setting; else where it would stand in the environment's own file. */
function whereIn(files: readonly EnvironmentFile[], path: SettingPath): string {
  for (const file of files) {
    const line = file.lineOf(path);
    if (line !== undefined) return `${file.shown}:${line}: `;
  }
  const [own] = files;
  const above = path.map((_, index) => own?.lineOf(path.slice(0, path.length - index)));
  return `${own?.shown ?? ''}:${above.find((line) => line !== undefined) ?? 1}: `;
}
