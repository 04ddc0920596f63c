import { fileURLToPath } from 'node:url';
import { currentVersion, release, ReleaseRefused, versionProblems } from './release/release.ts';

const USAGE = `npm run release -- VERSION    raises the version everywhere and dates the changelog's unreleased lines
npm run release -- --check    says what does not fit the version in package.json`;

const root = fileURLToPath(new URL('../', import.meta.url));
const [given, ...more] = process.argv.slice(2);
const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const fail = (line: string, code: number): void => {
  process.stderr.write(`${line}\n`);
  process.exitCode = code;
};
if (given === '--help') {
  say(USAGE);
} else if (given === undefined || more.length > 0) {
  fail(USAGE, 2);
} else if (given === '--check') {
  const problems = versionProblems(root);
  if (problems.length > 0) fail(problems.join('\n'), 1);
} else {
  try {
    const before = currentVersion(root);
    for (const file of release(root, given, new Date().toISOString().slice(0, 10))) say(file);
    say(`${before} became ${given}. Run npm run synth, look at git diff, and commit it all.`);
  } catch (error) {
    if (!(error instanceof ReleaseRefused)) throw error;
    fail(error.message, 2);
  }
}
