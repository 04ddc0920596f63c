import { fileURLToPath } from 'node:url';
import { synthCommand } from '../manifests/src/command.ts';

/** `cdk8s synth` says by CDK8S_OUTDIR where it wants the files. */
const folder = process.env['CDK8S_OUTDIR'] ?? fileURLToPath(new URL('../dist', import.meta.url));

process.exitCode = synthCommand(process.argv.slice(2), folder, {
  out: (line) => process.stdout.write(`${line}\n`),
  error: (line) => process.stderr.write(`${line}\n`),
});
