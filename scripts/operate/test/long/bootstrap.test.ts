import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from '@shortfactory/command-line';
import { expect } from 'chai';

const EXPECTED = fileURLToPath(new URL('./bootstrap-prod.txt', import.meta.url));
const EXPECTED_OPTIONS = fileURLToPath(new URL('./bootstrap-options.txt', import.meta.url));
const KEY = 'locations/us-central1/keyRings/shorts/cryptoKeys/videos';
/** Options of Cloud Run that something has to be laid for. */
const OPTIONS = `extends: prod
network: { name: shorts, subnet: shorts-run, range: 10.8.0.0/22, egress: all-traffic }
encryption: { key: projects/shortfactory-test/${KEY}, revoked: prevent-new }
binaryAuthorization: default
traces: { share: 0.1 }
`;
const ARGS = [
  ...['--env', 'prod', '--project', 'shortfactory-test', '--project-number', '123456789012'],
  ...['--github', 'owner/shorts', '--github-id', '987654321'],
  ...['--billing-account', '000000-AAAAAA-000000'],
];

function bootstrap(env: Record<string, string>, ...args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ['--import=tsx', 'scripts/operate/bootstrap.ts', ...ARGS, ...args],
      { cwd: ROOT, env: { PATH: process.env['PATH'] ?? '', ...env }, maxBuffer: 2 ** 24 },
      (error, stdout, stderr) =>
        resolve({
          code: typeof error?.code === 'number' ? error.code : error ? -1 : 0,
          said: stdout + stderr,
        }),
    );
  });
}

describe('npm run bootstrap', function () {
  this.timeout(180_000);

  it('prints with --dry-run the very list that is kept beside this test', async () => {
    const { code, said } = await bootstrap({}, '--dry-run');
    expect(code, said).to.equal(0);
    if (process.env['UPDATE_EXPECTED'] === 'true') writeFileSync(EXPECTED, said);
    expect(said).to.equal(readFileSync(EXPECTED, 'utf8'));
  });

  it('names files that are there', () => {
    const files = [...readFileSync(EXPECTED, 'utf8').matchAll(/=(scripts\/\S+)/g)].map(
      ([, file = '']) => file,
    );
    expect(files).to.have.length.greaterThan(1);
    for (const file of files) expect(existsSync(join(ROOT, file)), file).to.equal(true);
  });

  describe('of an environment with options', () => {
    let own: string;
    const write = (settings: string): void => writeFileSync(join(own, 'prod.yaml'), settings);
    before(() => (own = mkdtempSync(join(tmpdir(), 'shortfactory-environments-'))));
    after(() => rmSync(own, { recursive: true }));

    it('prints the very list that is kept beside this test', async () => {
      write(OPTIONS);
      const only = 'apis,encryption,registry,bucket,secrets,network,signatures,roles';
      const { code, said } = await bootstrap({}, '--environments', own, '--dry-run', '--only', only);
      expect(code, said).to.equal(0);
      if (process.env['UPDATE_EXPECTED'] === 'true') writeFileSync(EXPECTED_OPTIONS, said);
      expect(said).to.equal(readFileSync(EXPECTED_OPTIONS, 'utf8'));
    });

    it('makes nothing in other projects, and says what their owners have to give', async () => {
      write(
        OPTIONS.replace(
          /^network.*$/m,
          `network:
  name: projects/host-project/global/networks/shared
  subnet: projects/host-project/regions/us-central1/subnetworks/shorts
  egress: private-ranges-only`,
        ).replace('projects/shortfactory-test/', 'projects/keys-project/'),
      );
      const { code, said } = await bootstrap(
        {},
        '--environments',
        own,
        '--dry-run',
        '--only',
        'encryption,network',
      );
      expect(code, said).to.equal(0);
      expect(said).not.to.match(/ create (?!--service=)|add-iam-policy-binding/);
      expect(said).to.include(
        "The key is keys-project's: its owner gives roles/cloudkms.cryptoKeyEncrypterDecrypter",
      );
      expect(said).to.include(
        'Its owner gives roles/compute.networkUser on it to service-123456789012@serverless-robot-prod.iam.gserviceaccount.com.',
      );
    });
  });

  it('prints no secret', async () => {
    const { said } = await bootstrap({}, '--dry-run', '--only', 'secrets');
    expect(said).to.match(/versions add shortfactory-signing-key --data-file=- \S+ \S+ < \(standard input\)/);
  });

  it('asks for a step that there is', async () => {
    const { code, said } = await bootstrap({}, '--dry-run', '--only', 'buckets');
    expect(code).to.equal(2);
    expect(said).to.include('“buckets” is not a step; apis, registry, bucket');
  });

  it('lets each account be used by jobs of one GitHub environment on main, of the repository by its id', async () => {
    const { said } = await bootstrap({}, '--dry-run', '--only', 'federation');
    expect(said).to.match(
      /create-oidc .*assertion\.repository_id == .*987654321.* && assertion\.ref == .*refs\/heads\/main.* && assertion\.environment in /,
    );
    const granted = [...said.matchAll(/add-iam-policy-binding (\S+?)@\S+ --member=\S+\/(attribute\S+)/g)];
    expect(granted.map(([, account, target]) => [account, target])).to.deep.equal([
      ['shortfactory-pusher', 'attribute.target/987654321/build'],
      ['shortfactory-deployer', 'attribute.target/987654321/prod'],
    ]);
  });

  it('asks for the id of the repository, which no other one can get', async () => {
    const { code, said } = await bootstrap({}, '--dry-run', '--only', 'federation', '--github-id', 'shorts');
    expect(code).to.equal(2);
    expect(said).to.include('“shorts” is not the id of a repository');
    expect(said).to.include('gh api repos/owner/shorts --jq .id');
  });

  describe('with a client that keeps a list of what it was asked', () => {
    let folder: string;
    const pretend = (script: string): void => {
      const file = join(folder, 'gcloud');
      writeFileSync(file, `#!/bin/sh\nprintf '%s\\n' "$*" >> "${folder}/asked"\n${script}\n`);
      chmodSync(file, 0o755);
    };
    const asked = (): string[] => readFileSync(join(folder, 'asked'), 'utf8').trim().split('\n');
    const path = (): Record<string, string> => ({
      PATH: `${folder}${delimiter}${process.env['PATH'] ?? ''}`,
    });
    // The objectives are posted to Google itself, which is not reached from a test.
    const only = 'apis,registry,bucket,accounts,secrets,queue,roles,federation,budget,invoker';

    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'shortfactory-bootstrap-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    it('makes nothing that is there already', async () => {
      pretend(
        `case "$*" in *get-iam-policy*) echo '[]';; *" list "*) echo '[{"name":"x"}]';; *describe*) echo '{"name":"x"}';; esac`,
      );
      const { code, said } = await bootstrap(path(), '--only', only);
      expect(code, said).to.equal(0);
      expect(asked().filter((line) => / (create|create-oidc) |versions add/.test(line))).to.deep.equal([]);
      expect(asked().some((line) => line.startsWith('run services add-iam-policy-binding'))).to.equal(true);
    });

    it('leaves a subnet with another range alone', async () => {
      writeFileSync(join(folder, 'prod.yaml'), OPTIONS);
      pretend(`case "$*" in *describe*) echo '{"name":"x","ipCidrRange":"10.0.0.0/24"}';; esac`);
      const { code, said } = await bootstrap(path(), '--environments', folder, '--only', 'network');
      expect(code, said).to.equal(1);
      expect(said).to.include(
        'The subnet shorts-run has 10.0.0.0/24, and network.range of the environment is 10.8.0.0/22.',
      );
      expect(asked().filter((line) => / (create|update) /.test(line))).to.deep.equal([]);
    });

    it('narrows what an earlier version allowed to every job of the repository', async () => {
      pretend(
        `case "$*" in *get-iam-policy*) echo '[{"role":"x"}]';; *describe*) echo '{"name":"x"}';; esac`,
      );
      const { code, said } = await bootstrap(path(), '--only', 'federation');
      expect(code, said).to.equal(0);
      const [update = '', ...others] = asked().filter((line) => line.includes('update-oidc'));
      expect(others).to.deep.equal([]);
      expect(update).to.include("assertion.environment in ['build', 'prod']");
      const removed = asked().filter((line) => line.includes('remove-iam-policy-binding'));
      expect(removed).to.have.length(1);
      expect(removed[0]).to.include('/attribute.repository/owner/shorts ');
    });

    it('makes what is absent, once, and takes what another run made at the same time', async () => {
      pretend(
        `case "$*" in *" list "*|*get-iam-policy*) echo '[]';; *describe*) echo 'ERROR: NOT_FOUND: it does not exist' >&2; exit 1;;` +
          ` *service-accounts\\ create*) echo 'ERROR: ALREADY_EXISTS: already exists' >&2; exit 1;; *--data-file=-*) cat > "${folder}/value";; esac`,
      );
      const { code, said } = await bootstrap(path(), '--only', only);
      expect(code, said).to.equal(0);
      const made = asked().filter((line) => / create /.test(line));
      expect(new Set(made).size).to.equal(made.length);
      expect(said).to.include('shortfactory-worker is not deployed yet');
      expect(said).to.include('gemini-api-key has no value yet, and is needed');
      const value = readFileSync(join(folder, 'value'), 'utf8');
      expect(value.length).to.be.greaterThan(40);
      expect(said + asked().join('\n')).not.to.include(value);
    });

    for (const [what, answer] of [
      ['a refusal', 'PERMISSION_DENIED: denied on resource (or it may not exist)'],
      ['an exceeded quota', 'RESOURCE_EXHAUSTED: quota not found'],
      ['a sentence that is not known', 'something could not be found'],
      ['a NOT_FOUND of what is listed', 'NOT_FOUND: Requested entity was not found'],
    ] as const) {
      it(`makes nothing after ${what}`, async () => {
        pretend(
          `case "$*" in *" list "*) echo '[{"name":"x"}]';; *describe*) echo 'ERROR: (gcloud.x.describe) ${answer}' >&2; exit 1;; esac`,
        );
        for (const step of ['registry', 'bucket', 'accounts', 'secrets', 'queue', 'invoker']) {
          rmSync(join(folder, 'asked'), { force: true });
          const { code, said } = await bootstrap(path(), '--only', step);
          expect(code, said).to.equal(1);
          expect(existsSync(join(folder, 'asked')), `${step} asked nothing: ${said}`).to.equal(true);
          expect(asked().filter((line) => !/ (describe|list) /.test(line))).to.deep.equal([]);
        }
      });
    }

    it("stops at the first fault, with the client's own words", async () => {
      pretend(
        `case "$*" in *queues*) echo 'ERROR: PERMISSION_DENIED: not you' >&2; exit 1;; *) echo '{"name":"x"}';; esac`,
      );
      const { code, said } = await bootstrap(path(), '--only', 'queue,roles');
      expect(code).to.equal(1);
      expect(said).to.include(
        'gcloud tasks queues describe shortfactory-jobs failed: ERROR: PERMISSION_DENIED: not you',
      );
      expect(asked()).to.have.length(1);
    });
  });
});
