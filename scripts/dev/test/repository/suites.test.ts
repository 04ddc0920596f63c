import { readdirSync } from 'node:fs';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';
import { CONFIGS, LONG, QUICK, SIDE_BY_SIDE } from '../../test-suites/suites.ts';

describe('npm test -- --all', () => {
  it('runs every configuration of tests that a workspace has, once', () => {
    const there = ['server', 'ui', 'manifests', 'scripts'].flatMap((workspace) =>
      readdirSync(`${ROOT}${workspace}`)
        .filter((name) => /^\.mocharc\..*json$/.test(name))
        .map((name) => `${workspace}/${name}`),
    );
    const run = [...QUICK, ...LONG, ...SIDE_BY_SIDE.flat()].map(
      ([workspace, config]) => `${workspace}/${CONFIGS[config]}`,
    );
    expect(run).to.have.members(there);
  });
});
