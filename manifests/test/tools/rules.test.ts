import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect } from 'chai';
import { parse } from 'yaml';
import { resolveEnvironment } from '../../src/environments/environment.ts';
import { environmentNames } from '../../src/environments/files/environment-folder.ts';
import { ruleName } from '../../src/monitoring/alert.ts';
import { alertsOf } from '../../src/monitoring/alerts.ts';
import { needs } from '../run-api/index.ts';

const DIST = fileURLToPath(new URL('../../../dist/', import.meta.url));
const HERE = fileURLToPath(new URL('./', import.meta.url));

describe('Prometheus rules', () => {
  needs('promtool', 'no rule was evaluated');

  for (const name of environmentNames()) {
    it(`of ${name} are rules`, () => {
      expect(
        execFileSync('promtool', ['check', 'rules', `${DIST}${name}/monitoring/rules.yaml`], {
          encoding: 'utf8',
        }),
      ).to.include('SUCCESS');
    });
  }

  it('the local configuration is one', () => {
    expect(
      execFileSync('promtool', ['check', 'config', `${DIST}local/monitoring/prometheus.yaml`], {
        encoding: 'utf8',
      }),
    ).to.include('SUCCESS');
  });

  for (const name of ['prod', 'local']) {
    it(`of ${name} fire when they should and are silent otherwise`, () => {
      const { status, stdout, stderr } = spawnSync(
        'promtool',
        ['test', 'rules', `${HERE}${name}.rules-test.yaml`],
        { encoding: 'utf8' },
      );
      expect(status, `${stdout}${stderr}`).to.equal(0);
    });
  }

  it('every alert of prod fires in a test', () => {
    const text = readFileSync(`${HERE}prod.rules-test.yaml`, 'utf8');
    const fired = JSON.stringify(parse(text));
    for (const alert of alertsOf(resolveEnvironment('prod'))) {
      expect(fired).to.include(`alertname=\\"${ruleName(alert)}\\"`);
    }
  });
});
