import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs every workspace's tests one after the other. Ends with how long each took and one line that counts them all.
 * Output goes through as it comes; the exit code is 1 when anything failed or when nothing ran.
 */
const WORKSPACES = ['server', 'ui', 'manifests', 'scripts'];
/** For the last words of a run that has ended. */
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

function run(workspace: string, config: string): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['../node_modules/mocha/bin/mocha.js', '--config', config], {
      cwd: new URL(`../${workspace}/`, import.meta.url),
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

const args = process.argv.slice(2);
const others = args.filter((arg) => arg !== '--all');
if (others.length > 0) {
  process.stderr.write(
    `“${others.join(' ')}” is not an option of the tests: --all adds the long ones, those that measure time, and those that drive gcloud, promtool and Prometheus.\n`,
  );
  process.exit(2);
}
const all = args.includes('--all');
const rounds: readonly Round[] = [
  { name: 'tests', config: '.mocharc.json' },
  { name: 'long', config: '.mocharc.long.json' },
  // What measures time runs when nothing else does.
  { name: 'alone', config: '.mocharc.alone.json' },
  { name: 'tools', config: '.mocharc.tools.json' },
];
let passed = 0;
let failed = 0;
const summary: string[] = [];
for (const { name, config } of all ? rounds : rounds.slice(0, 1)) {
  for (const workspace of WORKSPACES) {
    if (!existsSync(new URL(`../${workspace}/${config}`, import.meta.url))) continue;
    process.stdout.write(`\n${workspace}, ${name}\n`);
    const startedMs = performance.now();
    const counted = await run(workspace, config);
    const seconds = Math.round((performance.now() - startedMs) / 1000);
    summary.push(`${workspace}, ${name}: ${counted.passed + counted.failed} in ${seconds} s`);
    passed += counted.passed;
    failed += counted.failed;
  }
}
const seconds = Math.round(performance.now() / 1000);
process.stdout.write(`\n${summary.join('\n')}\nall in ${seconds} s\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
