import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { needs } from '@shortfactory/manifests/run-api';
import { bucket } from '../../bootstrap/base-steps.ts';
import { away, back } from '../../failover/steps.ts';
import { TWO_REGIONS } from '../support/two-regions.ts';
import { iap } from '../../bootstrap/iap-step.ts';
import { environmentOfYaml, printed } from '../support/dry-run.ts';
import { documentedCommands, gcloudCommandsIn } from '../support/commands.ts';
import { refusedByGcloud } from './gcloud-lint.ts';

describe('the real gcloud knows every command and flag', function () {
  this.timeout(180_000);

  needs('gcloud', 'no command was tried');

  it('of npm run bootstrap', async () => {
    // What the command prints are these very files: bootstrap.test.ts compares them.
    const printed = ['prod', 'options'].map((list) =>
      readFileSync(new URL(`../long/bootstrap-${list}.txt`, import.meta.url), 'utf8'),
    );
    const commands = gcloudCommandsIn(printed.join('\n'));
    expect(commands).to.have.length.above(20);
    expect(await refusedByGcloud(commands)).to.deep.equal([]);
  });

  it('of what bootstrap does for people who sign in', async () => {
    const yaml = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
uiKey: { secret: shortfactory-ui-key, version: '1' }
secrets: { API_KEYS: { secret: shortfactory-api-keys, version: '1' } }
domains: { api: api.acme.example, ui: acme.example }
edge: load-balancer
iap: { members: ['domain:acme.example'] }
`;
    const atBackend = yaml.replace(
      "example'] }",
      "example'], audience: /projects/123456789012/global/backendServices/7 }",
    );
    const commands = new Set<string>();
    for (const each of [yaml, atBackend]) {
      const lines = await printed(environmentOfYaml(each), (resources) => [iap(resources)]);
      for (const command of gcloudCommandsIn(lines.join('\n'))) commands.add(command);
    }
    expect(commands.size).to.be.above(5);
    expect(await refusedByGcloud([...commands])).to.deep.equal([]);
  });

  it('of what bootstrap and failover do for two regions', async () => {
    const lines = await printed(environmentOfYaml(TWO_REGIONS), (resources) => [
      bucket(resources, 'cors.json'),
      away('us-east1', resources),
      back('us-east1', resources),
    ]);
    const commands = gcloudCommandsIn(lines.join('\n')).filter((line) => !line.includes('-ui'));
    expect(commands).to.have.length.above(5);
    expect(await refusedByGcloud(commands)).to.deep.equal([]);
  });

  it('of the runbook and the deployment guide', async () => {
    const commands = documentedCommands().filter((line) => line.startsWith('gcloud '));
    expect(commands).to.not.deep.equal([]);
    expect(await refusedByGcloud(commands)).to.deep.equal([]);
  });

  it('and refuses one that there is not', async () => {
    expect(await refusedByGcloud(['gcloud tasks queues create q --nosuchflag=3'])).to.have.length(1);
  });
});
