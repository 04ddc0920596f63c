import { expect } from 'chai';
import { edge } from '../../bootstrap/edge-steps.ts';
import { secrets } from '../../bootstrap/base-steps.ts';
import { iap } from '../../bootstrap/iap-step.ts';
import type { direct } from '../../smoke/door.ts';
import { smokeUi } from '../../smoke/smoke-checks.ts';
import { environmentOfYaml, printed } from '../support/dry-run.ts';

const YAML = `extends: prod
project: acme-shorts
projectNumber: '123456789012'
domains: { api: api.acme.example, ui: acme.example }
edge: load-balancer
uiKey: { secret: shortfactory-ui-key, version: '1' }
secrets: { API_KEYS: { secret: shortfactory-api-keys, version: '1' } }
`;
const AT_SERVICE = `${YAML}iap: { members: ['domain:acme.example', 'user:ada@other.example'] }\n`;
const AT_BACKEND = `${YAML}iap: { members: ['domain:acme.example'], audience: /projects/123456789012/global/backendServices/77 }\n`;

const stepOf = (yaml: string): Promise<string[]> =>
  printed(environmentOfYaml(yaml), (resources) => [iap(resources), edge(resources)]);

describe('bootstrap where people sign in by Google’s Identity-Aware Proxy', () => {
  it('makes the proxy’s account the only invoker and lets in the members, after the first deploy', async () => {
    const lines = await stepOf(AT_SERVICE);
    const said = lines.join('\n');
    expect(said).to.include('gcloud services enable iap.googleapis.com');
    expect(said).to.include('gcloud beta services identity create --service=iap.googleapis.com');
    expect(said).to.match(/# if it is absent: shortfactory-ui is not deployed yet/);
    expect(said).to.include(
      'run services add-iam-policy-binding shortfactory-ui --region=us-central1 --member=serviceAccount:service-123456789012@gcp-sa-iap.iam.gserviceaccount.com --role=roles/run.invoker',
    );
    const entered = lines.filter((line) => line.includes('iap web add-iam-policy-binding'));
    expect(entered.map((line) => /--member=(\S+)/.exec(line)?.[1])).to.deep.equal([
      'domain:acme.example',
      'user:ada@other.example',
    ]);
    for (const line of entered)
      expect(line).to.include('--resource-type=cloud-run --service=shortfactory-ui --region=us-central1');
    expect(said).not.to.include('--iap=enabled');
  });

  it('switches it on at the backend where it stands there, which has no CDN then', async () => {
    const said = (await stepOf(AT_BACKEND)).join('\n');
    expect(said).to.include('compute backend-services update shortfactory-ui --global --iap=enabled');
    expect(said).to.include('--resource-type=backend-services --service=shortfactory-ui');
    expect(said).not.to.include('--enable-cdn');
  });
});

describe('bootstrap where people sign in at an OpenID provider', () => {
  const OIDC = `oidc:
  issuer: https://id.acme.example
  clientId: shortfactory
  clientSecret: { secret: shortfactory-oidc-client-secret, version: '1' }
  cookieKeys: { secret: shortfactory-cookie-keys, version: '1' }
`;

  it('makes the key of the cookies, asks for the client’s secret, and lets the web interface alone read both', async () => {
    const lines = await printed(environmentOfYaml(YAML + OIDC), (resources) => [secrets(resources)]);
    const of = (id: string): string => lines.filter((line) => line.includes(id)).join('\n');
    expect(of('shortfactory-cookie-keys')).to.include('secrets versions add shortfactory-cookie-keys');
    expect(of('shortfactory-oidc-client-secret')).to.include('has no value yet, and is needed');
    for (const id of ['shortfactory-cookie-keys', 'shortfactory-oidc-client-secret'])
      expect(of(id).match(/--member=serviceAccount:\S+/g)).to.deep.equal([
        '--member=serviceAccount:shortfactory-ui@acme-shorts.iam.gserviceaccount.com',
      ]);
  });
});

describe('the smoke test where people sign in', () => {
  const look = (status: number, body = ''): Promise<string> => {
    const said: string[] = [];
    const door = async (): Promise<Response> => new Response(body, { status });
    const options = { say: (line: string) => void said.push(line), signal: AbortSignal.timeout(1000) };
    return smokeUi('https://acme.example', { ...options, peopleSignIn: true }, door as typeof direct).then(
      () => said.join('\n'),
    );
  };

  it('is content when a stranger is sent to sign in, and fails when one is let in', async () => {
    for (const status of [302, 303, 401, 403])
      expect(await look(status)).to.equal('ui: lets nobody in who has not signed in');
    const refused = await look(200, 'ShortFactory').catch((error: Error) => error.message);
    expect(refused).to.match(/^GET \/ of the UI answered 200 to a stranger; a way to sign in was expected/);
  });
});
