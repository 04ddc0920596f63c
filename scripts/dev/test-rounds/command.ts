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
  readonly seconds: number;
}

/** Runs the tests of one configuration of a workspace; everything that they print goes to `print` as it comes. */
function run(workspace: string, config: string, print: (output: string) => void): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['../node_modules/mocha/bin/mocha.js', '--config', config], {
      cwd: `${ROOT}${workspace}`,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      const text = chunk.toString('utf8');
      print(text);
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
  run: runRounds,
});

async function runRounds({ all }: Values<typeof FLAGS>): Promise<number> {
  const beganMs = performance.now();
  const results = new Map<string, Result>();
  const print = (text: string): void => void process.stdout.write(text);
  await runSuites(all ? [...QUICK, ...LONG] : QUICK, results, print);
  if (all) await runSideBySide(SIDE_BY_SIDE, results);

  let [passed, failed] = [0, 0];
  print('\n');
  for (const [name, result] of results) {
    print(`${name}: ${result.passed + result.failed} in ${result.seconds} s\n`);
    passed += result.passed;
    failed += result.failed;
  }
  print(`all in ${secondsSince(beganMs)} s\n${passed} passed, ${failed} failed\n`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

async function runSuites(
  suites: readonly Suite[],
  results: Map<string, Result>,
  print: (text: string) => void,
): Promise<void> {
  for (const [workspace, config] of suites) {
    const name = `${workspace}, ${config}`;
    print(`\n${name}\n`);
    const startedMs = performance.now();
    const counted = await run(workspace, CONFIGS[config], print);
    results.set(name, { ...counted, seconds: secondsSince(startedMs) });
  }
}

/** The first lane prints as it runs; what the others print stands together, after it. */
async function runSideBySide(
  lanes: readonly (readonly Suite[])[],
  results: Map<string, Result>,
): Promise<void> {
  const waiting: string[] = [];
  await Promise.all(
    lanes.map((suites, lane) =>
      runSuites(suites, results, (text) => {
        if (lane === 0) process.stdout.write(text);
        else waiting.push(text);
      }),
    ),
  );
  process.stdout.write(waiting.join(''));
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 1000);
}
