import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { needs } from '@shortfactory/manifests/run-api';
import { documentedCommands, gcloudCommandsIn } from '../support/commands.ts';
import { refusedByGcloud } from './gcloud-lint.ts';

describe('the real gcloud knows every command and flag', function () {
  this.timeout(180_000);

  needs('gcloud', 'no command was tried');

  it('of npm run bootstrap', async () => {
    // What the command prints is this very file: bootstrap.test.ts compares them.
    const printed = readFileSync(new URL('../long/bootstrap-prod.txt', import.meta.url), 'utf8');
    const commands = gcloudCommandsIn(printed);
    expect(commands).to.have.length.above(20);
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
