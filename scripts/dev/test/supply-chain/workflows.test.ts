import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';
import { parse } from 'yaml';

const FOLDER = `${ROOT}.github/workflows/`;

interface Job {
  readonly needs?: string | readonly string[];
  readonly uses?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps?: readonly { readonly uses?: string; readonly run?: string; readonly with?: object }[];
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

const workflows = new Map(
  readdirSync(FOLDER).map((name) => [name, parse(readFileSync(`${FOLDER}${name}`, 'utf8')) as Workflow]),
);
const deploy = workflows.get('deploy.yml')?.jobs ?? {};

/** A job and everything that has to succeed before it begins. */
function before(name: string): string[] {
  const { needs = [] } = deploy[name] ?? {};
  return [needs].flat().flatMap((each) => [each, ...before(each)]);
}

/** Jobs that may ask GitHub for an identity token and run steps of their own. */
const identified = [...workflows].flatMap(([file, { jobs }]) =>
  Object.entries(jobs)
    .filter(([, { permissions, steps }]) => permissions?.['id-token'] === 'write' && steps !== undefined)
    .map(([name, job]) => ({ name: `${file}, ${name}`, job })),
);

describe('the workflows', () => {
  it('build and deploy a commit only after all its checks passed in the same run', () => {
    const checks = Object.entries(deploy).filter(([, { uses }]) => uses?.endsWith('/ci.yml'));
    expect(checks).to.have.length(1);
    for (const name of ['build', 'staging', 'prod']) expect(before(name)).to.include(checks[0]?.[0]);
  });

  it('are started by nothing that would lend the identity of main to another branch or fork', () => {
    for (const [file, { on }] of workflows)
      expect(Object.keys(on), file).not.to.include.oneOf(['workflow_run', 'pull_request_target']);
  });

  it('give an identity only to jobs of a GitHub environment, which Google looks at', () => {
    expect(identified.map(({ name }) => name)).to.deep.equal([
      'deploy.yml, build',
      'release.yml, publish',
      'rollback.yml, rollback',
      'rollout.yml, rollout',
      'sweep.yml, sweep',
    ]);
    for (const { name, job } of identified) expect(job.environment, name).to.be.a('string');
    for (const [file, { permissions }] of workflows) expect(permissions, file).not.to.have.key('id-token');
  });

  it('run no script of a package, and unpack no cache of another run, where an identity can be had', () => {
    for (const { name, job } of identified) {
      for (const { run = '', with: options = {} } of job.steps ?? []) {
        if (/\bnpm (ci|install|i)\b/.test(run)) expect(run, name).to.include('--ignore-scripts');
        expect(options, name).not.to.have.property('cache');
      }
    }
  });

  it('name every action by commit', () => {
    for (const [file, { jobs }] of workflows)
      for (const { steps = [] } of Object.values(jobs))
        for (const { uses } of steps) if (uses !== undefined) expect(uses, file).to.match(/@[0-9a-f]{40}$/);
  });
});
