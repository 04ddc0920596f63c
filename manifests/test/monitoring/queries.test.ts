import { expect } from 'chai';
import { monitoringProblems } from '../../src/checks/monitoring.ts';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { environmentNames } from '../../src/environments/files/environment-folder.ts';
import { alertsOf } from '../../src/monitoring/alerts.ts';
import { panelsOf } from '../../src/monitoring/panels.ts';

describe('monitoring', () => {
  for (const name of environmentNames()) {
    it(`of ${name} asks only for what the server or the platform exports`, () => {
      expect(monitoringProblems(resolveEnvironment(name))).to.deep.equal([]);
    });
  }
});

describe('monitoring without a cloud', () => {
  it('names no metric of the cloud', () => {
    const local = resolveEnvironment('local');
    const queries = [
      ...alertsOf(local).map(({ expression }) => expression),
      ...panelsOf(local).flatMap(({ lines }) => lines.map(({ query }) => query)),
    ];
    expect(queries.filter((query) => query.includes('googleapis'))).to.deep.equal([]);
  });
});
