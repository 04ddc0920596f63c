import { spawn } from 'node:child_process';
import { command, ROOT, toggle } from '@shortfactory/command-line';
import type { Values } from '@shortfactory/command-line';
import { CONFIGS, LONG, QUICK, SIDE_BY_SIDE } from './suites.ts';
import type { Suite } from './suites.ts';

/** For output that a process wrote just before its end. */
const DRAIN_MS = 200;

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

interface Result extends Counts {
  readonly name: string;
  readonly seconds: number;
}

/** Runs the tests of one configuration of a workspace; everything that they print goes to `say` as it comes. */
function run(workspace: string, config: string, say: (text: string) => void): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['../node_modules/mocha/bin/mocha.js', '--config', config], {
      cwd: `${ROOT}${workspace}`,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      say(text);
      output += text;
    });
    child.once('error', reject);
    // Not 'close': what a test left running may hold the output open for ever.
    child.once('exit', (code) => setTimeout(() => resolve(counts(output, code)), DRAIN_MS));
  });
}

function counts(output: string, code: number | null): Counts {
  const count = (word: string): number =>
    Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
  // A runner that dies without a summary has failed, whatever it counted before.
  return { passed: count('passing'), failed: Math.max(count('failing'), code === 0 ? 0 : 1) };
}

const FLAGS = {
  all: toggle(
    'adds the long ones, those that measure time, and those that drive gcloud, promtool and Prometheus',
  ),
};

export const test = command({
  summary:
    "Runs every workspace's tests, and ends with how long each suite took and one line that counts them all.",
  usage: ['npm test', 'npm test -- --all'],
  flags: FLAGS,
  // A signal ends the running tests too, which a terminal sends it to.
  endsAtOnce: true,
  notes: 'Exit codes: 0 all passed, 1 one failed or none ran, 2 bad input.',
  run: runTests,
});

async function runTests({ all }: Values<typeof FLAGS>): Promise<number> {
  const beganMs = performance.now();
  const results = await runSuites(all ? [...QUICK, ...LONG] : QUICK, print);
  if (all) results.push(...(await runSideBySide(SIDE_BY_SIDE)));

  let [passed, failed] = [0, 0];
  print('\n');
  for (const result of results) {
    print(`${result.name}: ${result.passed + result.failed} in ${result.seconds} s\n`);
    passed += result.passed;
    failed += result.failed;
  }
  print(`all in ${secondsSince(beganMs)} s\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

function print(text: string): void {
  process.stdout.write(text);
}

async function runSuites(suites: readonly Suite[], say: (text: string) => void): Promise<Result[]> {
  const results: Result[] = [];
  for (const [workspace, config] of suites) {
    const name = `${workspace}, ${config}`;
    say(`\n${name}\n`);
    const startedMs = performance.now();
    const counted = await run(workspace, CONFIGS[config], say);
    results.push({ name, ...counted, seconds: secondsSince(startedMs) });
  }
  return results;
}

/** The first lane prints as it runs; what the others print stands together, after it. */
async function runSideBySide(lanes: readonly (readonly Suite[])[]): Promise<Result[]> {
  const later: string[] = [];
  const results = await Promise.all(
    lanes.map((suites, lane) => runSuites(suites, lane === 0 ? print : (text) => void later.push(text))),
  );
  print(later.join(''));
  return results.flat();
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 1000);
}
