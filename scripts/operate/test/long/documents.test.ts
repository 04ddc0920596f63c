import { execFile } from 'node:child_process';
import { expect } from 'chai';
import { documentedCommands } from '../support/commands.ts';
import { read, ROOT } from '../support/tree.ts';

/**
 * Commands that ask a cloud even in a dry run, or a person, or another repository, or write a version into the sources:
 * what they would do is shown by the tests of deploy, rollback, environments and releases.
 */
const ASKS_OTHERS = /npm run (deploy|rollback|plan|providers|operate|release)\b|--(init|environments)\b/;

describe('the commands of the runbook and the deployment guide', function () {
  this.timeout(180_000);
  const commands = documentedCommands();
  const ran = new Map<string, ReturnType<typeof npmRun>>();
  /** Two lines may ask for the same help; it is printed once. */
  const run = (name: string, args: readonly string[]): ReturnType<typeof npmRun> => {
    const key = [name, ...args].join(' ');
    const running = ran.get(key) ?? npmRun(name, args);
    ran.set(key, running);
    return running;
  };

  it('are there to be tried', () => {
    expect(commands.length).to.be.greaterThan(25);
  });

  for (const line of commands.filter((each) => each.startsWith('npm run '))) {
    it(line, async () => {
      const [, , name = '', , ...args] = line.split(/\s+/);
      const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;
      expect(Object.keys(scripts)).to.include(name);
      // What asks others is asked for its help, which names every option that the line uses.
      const asked = ASKS_OTHERS.test(line) ? ['--help'] : args;
      const { code, said } = await run(name, asked);
      expect(code, said).to.equal(0);
      if (ASKS_OTHERS.test(line)) {
        for (const option of args.filter((arg) => arg.startsWith('--'))) expect(said).to.include(option);
      }
    });
  }

  it('have a page for every alert that there is', () => {
    const rules = read('dist/prod/monitoring/rules.yaml');
    const ids = [...rules.matchAll(/runbook: docs\/runbook\/([a-z-]+)\.md$/gm)].map(([, id]) => id);
    expect(ids.length).to.be.greaterThan(5);
    const runbook = read('RUNBOOK.md');
    for (const id of [...ids, 'unreachable']) {
      expect(read(`docs/runbook/${id}.md`)).to.include(`# Alert: ${id}\n`);
      expect(runbook).to.include(`- [${id}](docs/runbook/${id}.md): `);
    }
  });
});

function npmRun(name: string, args: readonly string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      'npm',
      ['run', '-s', name, '--', ...args],
      { cwd: ROOT, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
          said: stdout + stderr,
        }),
    );
  });
}
