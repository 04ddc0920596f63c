import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Runs every workspace's tests one after the other and ends with one line that counts them all. Output goes through as
 * it comes; the exit code is 1 when anything failed or when nothing ran.
 */
const WORKSPACES = ['server', 'ui', 'manifests', 'scripts'];
/** What measures time waits until nothing else runs. */
const CONFIGS = ['.mocharc.json', '.mocharc.alone.json'];

interface Counts {
  readonly passed: number;
  readonly failed: number;
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
    child.once('exit', (code) => {
      const count = (word: string): number =>
        Number(new RegExp(`^\\s+(\\d+) ${word}`, 'm').exec(output)?.[1] ?? 0);
      // A runner that dies without a summary has failed, whatever it counted before.
      resolve({ passed: count('passing'), failed: Math.max(count('failing'), code === 0 ? 0 : 1) });
    });
  });
}

let passed = 0;
let failed = 0;
for (const workspace of WORKSPACES) {
  for (const config of CONFIGS) {
    if (!existsSync(new URL(`../${workspace}/${config}`, import.meta.url))) continue;
    process.stdout.write(`\n${workspace}\n`);
    const counts = await run(workspace, config);
    passed += counts.passed;
    failed += counts.failed;
  }
}
process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
