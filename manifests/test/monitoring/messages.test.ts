import { expect } from 'chai';
import { createRequire } from 'node:module';
import protobuf from 'protobufjs';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { monitoringFiles } from '../../src/monitoring/files.ts';
import { misfits } from './message.ts';

const require = createRequire(import.meta.url);
const root = (library: string): protobuf.Root =>
  protobuf.Root.fromJSON(require(`@google-cloud/${library}/build/protos/protos.json`) as protobuf.INamespace);
const monitoring = root('monitoring');
const MESSAGES: Readonly<Record<string, protobuf.Type>> = {
  alert: monitoring.lookupType('google.monitoring.v3.AlertPolicy'),
  service: monitoring.lookupType('google.monitoring.v3.Service'),
  slo: monitoring.lookupType('google.monitoring.v3.ServiceLevelObjective'),
  uptime: monitoring.lookupType('google.monitoring.v3.UptimeCheckConfig'),
  dashboard: root('monitoring-dashboards').lookupType('google.monitoring.dashboard.v1.Dashboard'),
  budget: root('billing-budgets').lookupType('google.cloud.billing.budgets.v1.Budget'),
};

for (const name of ['dev', 'staging', 'prod'] as const) {
  describe(`monitoring of ${name} by the APIs' own definitions`, () => {
    const files = [...monitoringFiles(resolveEnvironment(name))].map(([path, text]) => ({ path, text }));

    for (const { path, text } of files.filter(({ path: file }) => file.endsWith('.json'))) {
      const kind = path.split(/[-.]/)[0] ?? '';
      // Not among the libraries' definitions; the real client reads it in another test.
      if (kind === 'log') continue;
      it(`${path} is a message`, () => {
        expect(MESSAGES).to.have.property(kind);
        expect(misfits(MESSAGES[kind] as protobuf.Type, JSON.parse(text))).to.deep.equal([]);
      });
    }

    it('alerts keep to what their API says in words', () => {
      for (const { path, text } of files.filter(({ path: file }) => file.startsWith('alert-'))) {
        const policy = JSON.parse(text) as {
          documentation: { subject: string };
          conditions: { conditionPrometheusQueryLanguage?: Record<string, string> }[];
        };
        expect(policy.documentation.subject.length, path).to.be.at.most(255);
        for (const { conditionPrometheusQueryLanguage: condition } of policy.conditions) {
          if (!condition) continue;
          expect(Number.parseInt(String(condition['evaluationInterval']), 10) % 30, path).to.equal(0);
          expect(condition['alertRule'], path).to.match(/^[a-zA-Z_]\w*$/);
        }
      }
    });

    it('the tiles of the dashboard lie side by side in its columns', () => {
      const { mosaicLayout } = JSON.parse(
        files.find(({ path }) => path === 'dashboard.json')?.text ?? '{}',
      ) as {
        mosaicLayout: {
          columns: number;
          tiles: { xPos: number; yPos: number; width: number; height: number }[];
        };
      };
      expect(mosaicLayout.columns).to.be.within(1, 12);
      const cells = mosaicLayout.tiles.flatMap(({ xPos, yPos, width, height }) => {
        expect(xPos + width).to.be.at.most(mosaicLayout.columns);
        return Array.from(
          { length: width * height },
          (_, cell) => `${xPos + (cell % width)},${yPos + Math.floor(cell / width)}`,
        );
      });
      expect(new Set(cells).size).to.equal(cells.length);
    });
  });
}

describe('a document that is not a message', () => {
  it('is refused by field, type, name and oneof', () => {
    const type = MESSAGES['slo'] as protobuf.Type;
    expect(misfits(type, { goal: '0.999', rollingperiod: '1s' })).to.deep.equal([
      'ServiceLevelObjective.goal: double was expected, "0.999" was given',
      'ServiceLevelObjective.rollingperiod: is not a field of .google.monitoring.v3.ServiceLevelObjective',
    ]);
    expect(misfits(type, { rollingPeriod: '1d', calendarPeriod: 'MOON' })).to.deep.equal([
      'ServiceLevelObjective.rollingPeriod: .google.protobuf.Duration was expected, "1d" was given',
      'ServiceLevelObjective.calendarPeriod: a name of .google.type.CalendarPeriod was expected, "MOON" was given',
      'ServiceLevelObjective: rollingPeriod and calendarPeriod are both period',
    ]);
  });
});
