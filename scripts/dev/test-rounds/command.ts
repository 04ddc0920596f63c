import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { command, ROOT, toggle } from '@shortfactory/command-line';
import type { Values } from '@shortfactory/command-line';

/** Folders with the configuration of a round; the one of scripts runs the tests of all its packages. */
const WORKSPACES = ['server', 'ui', 'manifests', 'scripts'];
/** For output that a process wrote just before its end. */
const DRAIN_MS = 200;

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** A round is the tests of one configuration in every workspace that has it. */
interface Round {
  readonly name: string;
  readonly config: string;
}

/** Its output goes through as it comes. */
function run(workspace: string, config: string): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['../node_modules/mocha/bin/mocha.js', '--config', config], {
      cwd: `${ROOT}${workspace}`,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      process.stdout.write(chunk);
      output += chunk.toString('utf8');
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

const ROUNDS: readonly Round[] = [
  { name: 'tests', config: '.mocharc.json' },
  { name: 'long', config: '.mocharc.long.json' },
  // What measures time runs when nothing else does.
  { name: 'alone', config: '.mocharc.alone.json' },
  { name: 'tools', config: '.mocharc.tools.json' },
];

const FLAGS = {
  all: toggle(
    'adds the long ones, those that measure time, and those that drive gcloud, promtool and Prometheus',
  ),
};

export const test = command({
  summary:
    "Runs every workspace's tests one after the other, and ends with how long each took and one line that counts them all.",
  usage: ['npm test', 'npm test -- --all'],
  flags: FLAGS,
  // A signal ends the running tests too, which a terminal sends it to.
  endsAtOnce: true,
  notes: 'Exit codes: 0 all passed, 1 one failed or none ran, 2 bad input.',
  run: runRounds,
});

async function runRounds({ all }: Values<typeof FLAGS>): Promise<number> {
  const beganMs = performance.now();
  let [passed, failed] = [0, 0];
  const summary: string[] = [];
  for (const { name, config } of all ? ROUNDS : ROUNDS.slice(0, 1)) {
    for (const workspace of WORKSPACES) {
      if (!existsSync(`${ROOT}${workspace}/${config}`)) continue;
      process.stdout.write(`\n${workspace}, ${name}\n`);
      const startedMs = performance.now();
      const counted = await run(workspace, config);
      const total = counted.passed + counted.failed;
      summary.push(`${workspace}, ${name}: ${total} in ${secondsSince(startedMs)} s`);
      passed += counted.passed;
      failed += counted.failed;
    }
  }
  process.stdout.write(
    `\n${summary.join('\n')}\nall in ${secondsSince(beganMs)} s\n${passed} passed, ${failed} failed\n`,
  );
  return failed > 0 || passed === 0 ? 1 : 0;
}

function secondsSince(startedMs: number): number {
  return Math.round((performance.now() - startedMs) / 1000);
}
