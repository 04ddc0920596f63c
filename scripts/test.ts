import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs the tests of every workspace and ends with one line that counts them all; the exit code is 1 when anything
 * failed or when nothing ran. One workspace at a time: two starve the encoders, which yield to everything. What one
 * prints is shown when it has ended.
 */
const WORKSPACES = ['server', 'scripts', 'ui', 'manifests'];
const AT_A_TIME = 1;

const args = process.argv.slice(2);
const others = args.filter((arg) => arg !== '--tools');
if (others.length > 0) {
  process.stderr.write(
    `“${others.join(' ')}” is not an option of the tests: --tools adds the ones that drive gcloud, promtool and Prometheus.\n`,
  );
  process.exit(2);
}
/** What measures time waits until nothing else runs. */
const ROUNDS = [
  { config: '.mocharc.json', atATime: AT_A_TIME },
  ...(args.includes('--tools') ? [{ config: '.mocharc.tools.json', atATime: AT_A_TIME }] : []),
  { config: '.mocharc.alone.json', atATime: 1 },
];

/** For the last words of a run that has ended. */
const DRAIN_MS = 200;

interface Counts {
  readonly passed: number;
  readonly failed: number;
}

function run(workspace: string, config: string): Promise<Counts> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['../node_modules/mocha/bin/mocha.js', '--config', config], {
      cwd: new URL(`../${workspace}/`, import.meta.url),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    child.once('error', reject);
    // Not 'close': what a test left running may hold the output open for ever.
    child.once('exit', (code) => setTimeout(() => finish(code), DRAIN_MS));
    const finish = (code: number | null): void => {
      const text = Buffer.concat(output).toString('utf8');
      process.stdout.write(`\n${workspace}\n${text}`);
      const count = (word: string): number =>
        Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(text)?.[1] ?? 0);
      // A runner that dies without a summary has failed, whatever it counted before.
      resolve({ passed: count('passing'), failed: Math.max(count('failing'), code === 0 ? 0 : 1) });
    };
  });
}

let passed = 0;
let failed = 0;
for (const { config, atATime } of ROUNDS) {
  const waiting = WORKSPACES.filter((name) => existsSync(new URL(`../${name}/${config}`, import.meta.url)));
  const lane = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const counts = await run(next, config);
      passed += counts.passed;
      failed += counts.failed;
    }
  };
  await Promise.all(Array.from({ length: atATime }, lane));
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
