import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

interface Linted {
  readonly command_string: string;
  readonly success: boolean;
  readonly error_message: string | null;
}

/** Commands that the real client would not take, each with its reason; nothing is run. */
export async function refusedByGcloud(commands: readonly string[]): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'shortfactory-lint-'));
  try {
    const file = join(folder, 'commands.json');
    // Where a command reads its input from is the shell's business.
    writeFileSync(
      file,
      JSON.stringify(
        commands.map((line) => ({ command_string: line.replace(/ < \(standard input\)$/, '') })),
      ),
    );
    const { stdout } = await execute('gcloud', ['meta', 'lint-gcloud-commands', `--commands-file=${file}`], {
      env: { PATH: process.env['PATH'] ?? '', HOME: folder, CLOUDSDK_CONFIG: folder },
      maxBuffer: 2 ** 28,
    });
    const linted = JSON.parse(stdout) as Linted[];
    if (linted.length !== commands.length)
      return [`gcloud looked at ${linted.length} of ${commands.length} commands`];
    return linted
      .filter(({ success }) => !success)
      .map(({ command_string, error_message }) => `${command_string}: ${error_message ?? ''}`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
