import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { changelogProblems, compareVersions, VERSION, withRelease } from './changelog.ts';
import { lockWithVersion, placeProblems, PLACES, withVersion } from './places.ts';

const CHANGELOG = 'CHANGELOG.md';
const LOCK = 'package-lock.json';

/** The version of the product: that of the root's package.json. */
export function currentVersion(root: string): string {
  return (JSON.parse(read(root, 'package.json')) as { version: string }).version;
}

/** One sentence for each place of the tree that says another version, and for what is wrong with the changelog. */
export function versionProblems(root: string): string[] {
  const version = currentVersion(root);
  const lock = read(root, LOCK);
  return [
    ...PLACES.flatMap((place) => placeProblems(place, read(root, place.file), version)),
    ...(lockWithVersion(lock, version) === lock
      ? []
      : [`${LOCK}: ${version} was expected for every workspace`]),
    ...changelogProblems(read(root, CHANGELOG), version).map((problem) => `${CHANGELOG}, ${problem}`),
  ];
}

/**
 * Raises the version everywhere and dates what the changelog has as unreleased. Returns the files that were written.
 * Throws ReleaseRefused, before anything is written, when the tree or the version does not allow it.
 */
export function release(root: string, version: string, date: string): string[] {
  const current = currentVersion(root);
  if (!VERSION.test(version)) throw new ReleaseRefused(`“${version}” is not a version; 1.2.3 was expected`);
  if (compareVersions(version, current) <= 0)
    throw new ReleaseRefused(`${version} is not after ${current}, the version in package.json`);
  const problems = versionProblems(root);
  const changelog = withRelease(read(root, CHANGELOG), version, date);
  problems.push(...changelogProblems(changelog, version).map((problem) => `${CHANGELOG}, ${problem}`));
  if (problems.length > 0) throw new ReleaseRefused([...new Set(problems)].join('\n'));
  const files = new Map([
    [CHANGELOG, changelog],
    [LOCK, lockWithVersion(read(root, LOCK), version)],
    ...PLACES.map((place): [string, string] => [
      place.file,
      withVersion(place, read(root, place.file), version),
    ]),
  ]);
  for (const [file, text] of files) writeFileSync(join(root, file), text);
  return [...files.keys()];
}

/** Nothing was written; the message says why, a line each. */
export class ReleaseRefused extends Error {
  override readonly name = 'ReleaseRefused';
}

function read(root: string, file: string): string {
  return readFileSync(join(root, file), 'utf8');
}
