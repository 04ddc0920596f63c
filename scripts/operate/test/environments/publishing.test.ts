import { expect } from 'chai';
import { secrets } from '../../bootstrap/base-steps.ts';
import { environmentOfYaml, printed } from '../support/dry-run.ts';

const YAML = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
billing: instance
publishing: { youtube: { clientId: 123-abc.apps.googleusercontent.com } }
secrets: { YOUTUBE_CLIENT_SECRET: { secret: youtube-client-secret, version: '1' } }
`;

describe('bootstrap where videos are sent to YouTube', () => {
  it('asks for the client’s secret, makes none, and lets API and worker read it', async () => {
    const lines = await printed(environmentOfYaml(YAML), (resources) => [secrets(resources)]);
    const said = lines.filter((line) => line.includes('youtube-client-secret')).join('\n');
    expect(said).to.include('has no value yet, and is needed');
    expect(said.match(/--member=serviceAccount:[^@]+/g)).to.deep.equal([
      '--member=serviceAccount:shortfactory-server',
      '--member=serviceAccount:shortfactory-worker',
    ]);
  });
});
