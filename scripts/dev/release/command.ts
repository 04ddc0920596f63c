import { InputInvalid } from '@shortfactory/core';
import { command, ROOT, toggle } from '@shortfactory/command-line';
import type { CommandContext, Values } from '@shortfactory/command-line';
import { currentVersion, release as raise, ReleaseRefused, versionProblems } from './release.ts';

const FLAGS = { check: toggle('says what does not fit the version in package.json') };

export const release = command({
  summary: "Raises the version everywhere and dates the changelog's unreleased lines.",
  usage: ['npm run release -- VERSION', 'npm run release -- --check'],
  flags: FLAGS,
  takesPositionals: true,
  notes: 'Exit codes: 0 done, 1 the check found something, 2 bad input or a release that was refused.',
  run: releaseOrCheck,
});

async function releaseOrCheck(
  { check }: Values<typeof FLAGS>,
  { positionals, say, warn }: CommandContext,
): Promise<number> {
  const [version, ...more] = positionals;
  if (more.length > 0 || check === (version !== undefined))
    throw new InputInvalid('', 'A version such as 1.2.3 or --check was expected; --help shows both.');
  if (version === undefined) {
    const problems = versionProblems(ROOT);
    if (problems.length > 0) warn(problems.join('\n'));
    return problems.length > 0 ? 1 : 0;
  }
  try {
    const before = currentVersion(ROOT);
    for (const file of raise(ROOT, version, new Date().toISOString().slice(0, 10))) say(file);
    say(`${before} became ${version}. Run npm run synth, look at git diff, and commit it all.`);
    return 0;
  } catch (error) {
    if (error instanceof ReleaseRefused) throw new InputInvalid('', error.message);
    throw error;
  }
}
