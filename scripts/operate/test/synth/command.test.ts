import { spawnSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runCommand } from '@shortfactory/command-line';
import { expect } from 'chai';
import { synth } from '../../synth/command.ts';

const DIGEST = `sha256:${'a'.repeat(64)}`;

describe('npm run synth', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'shortfactory-dist-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  async function run(...args: string[]) {
    const [out, errors]: [string[], string[]] = [[], []];
    const code = await runCommand(
      synth,
      args,
      { CDK8S_OUTDIR: folder },
      { say: (line) => void out.push(line), warn: (line) => void errors.push(line) },
    );
    return { code, out: out.join('\n'), error: errors.join('\n') };
  }
  const read = (path: string): string => readFileSync(join(folder, path), 'utf8');

  it('writes every environment without options', async () => {
    expect((await run()).code).to.equal(0);
    expect(readdirSync(folder).sort()).to.deep.equal(['dev', 'local', 'prod', 'staging']);
  });

  it('writes one environment with what it is given instead', async () => {
    const { code } = await run(
      '--env',
      'prod',
      '--project',
      'acme-video',
      '--project-number',
      '210987654321',
      '--region',
      'europe-west1',
      '--server-image',
      `europe-west1-docker.pkg.dev/acme-video/r/server@${DIGEST}`,
      '--ui-image',
      `europe-west1-docker.pkg.dev/acme-video/r/ui@${DIGEST}`,
      '--revision',
      '1a2b3c4',
      '--secret-version',
      'GEMINI_API_KEY=7',
      '--budget-usd',
      '75',
    );
    expect(code).to.equal(0);
    expect(readdirSync(folder)).to.deep.equal(['prod']);
    const server = read('prod/shortfactory-server.yaml');
    expect(server).to.include('name: shortfactory-server-1a2b3c4');
    expect(server).to.include(`image: europe-west1-docker.pkg.dev/acme-video/r/server@${DIGEST}`);
    expect(server).to.include('value: https://shortfactory-worker-210987654321.europe-west1.run.app');
    expect(server).to.include('serviceAccountName: shortfactory-server@acme-video.iam.gserviceaccount.com');
    expect(server).to.include('cloud.googleapis.com/location: europe-west1');
    expect(server).to.match(/GEMINI_API_KEY\s+valueFrom:\s+secretKeyRef:\s+key: "7"/);
    expect(read('prod/shortfactory-ui.yaml')).to.include(
      `image: europe-west1-docker.pkg.dev/acme-video/r/ui@${DIGEST}`,
    );
    expect(read('prod/monitoring/budget.json')).to.include('"units": "75"');
  });

  it('writes the options that the design promises, and says what is left to say', async () => {
    const { code, error } = await run(
      '--env',
      'prod',
      '--project',
      'acme-video',
      '--region',
      'us-central1',
      '--server-image',
      `r/s@${DIGEST}`,
      '--ui-image',
      `r/u@${DIGEST}`,
      '--revision',
      'abc1234',
    );
    expect(code).to.equal(0);
    expect(error).to.include('hold zeros in place of the number of acme-video');
    expect(read('prod/shortfactory-server.yaml')).not.to.include('shortfactory-prod');
  });

  it("answers at names of one's own, and only through the load balancer where it is chosen", async () => {
    await run(
      '--env',
      'prod',
      '--edge',
      'load-balancer',
      '--api-domain',
      'api.example.com',
      '--ui-domain',
      'shorts.example.com',
    );
    expect(read('prod/shortfactory-ui.yaml')).to.include('value: https://api.example.com');
    expect(read('prod/shortfactory-server.yaml')).to.include('value: https://shorts.example.com');
    expect(read('prod/shortfactory-server.yaml')).to.include(
      'run.googleapis.com/ingress: internal-and-cloud-load-balancing',
    );
    expect(read('prod/shortfactory-server.yaml')).to.match(/TRUSTED_PROXIES\s+value: "2"/);
    expect(read('prod/monitoring/uptime-shortfactory-ui.json')).to.include('"host": "shorts.example.com"');
  });

  it('is for any cluster: its registry, its pull secrets, and the addresses of browsers outside', async () => {
    const given = {
      registry: 'registry.example.com/team',
      'image-pull-secret': 'team',
      'ui-origin': 'http://shorts.example.com:8080',
      'api-origin': 'http://api.example.com',
      'media-origin': 'http://localhost:4443',
    };
    const { code, error } = await run(
      ...['--env', 'local'],
      ...Object.entries(given).map(([name, value]) => `--${name}=${value}`),
    );
    expect([code, error]).to.deep.equal([0, '']);
    const [server, ui, surroundings] = ['shortfactory-server', 'shortfactory-ui', 'surroundings'].map(
      (name) => read(`local/${name}.yaml`),
    );
    expect(server).to.include('image: registry.example.com/team/shortfactory-server:');
    expect(server).to.match(/imagePullSecrets:\s+- name: team/);
    expect(server).to.match(/CORS_ORIGINS\s+value: http:\/\/shorts\.example\.com:8080\s/);
    expect(server).to.match(/ALLOWED_HOSTS\s+value: shortfactory-server\.\S+,api\.example\.com\s/);
    expect(ui).to.match(/ALLOWED_HOSTS\s+value: shortfactory-ui\.\S+,shorts\.example\.com\s/);
    expect(ui).to.match(/MEDIA_ORIGINS\s+value: http:\/\/localhost:4443\s/);
    expect(ui, 'inside, by its own name').to.match(
      /API_URL\s+value: http:\/\/shortfactory-server\.\S+local\s/,
    );
    expect(surroundings).to.match(/-external-url\s+- http:\/\/localhost:4443\s/);
    expect((await run('--env', 'prod', '--ui-origin', 'http://a.example.com')).error).to.include(
      '--ui-origin: prod does not run on a cluster',
    );
    expect((await run('--env', 'local', '--ui-origin', 'http://a.example.com/path')).error).to.include(
      '--ui-origin: origins.ui: an origin such as https://shorts.example.com or http://localhost:8080, without a path, was expected',
    );
  });

  it('gives each service its own live revision, and leaves the others to their newest', async () => {
    await run(
      '--env',
      'prod',
      '--revision',
      'bbbbbbb',
      '--live-revision',
      'shortfactory-server-aaaaaaa',
      '--canary-percent',
      '10',
      '--keep-tag',
      'pr-7=shortfactory-ui-pr7',
    );
    const written = read('prod/shortfactory-server.yaml');
    expect(written.replace(/(bbbbbbb)-[0-9a-f]{8}/g, '$1')).to.include(
      [
        '  traffic:',
        '    - percent: 90',
        '      revisionName: shortfactory-server-aaaaaaa',
        '      tag: blue',
        '    - percent: 10',
        '      revisionName: shortfactory-server-bbbbbbb',
        '      tag: green',
        '',
      ].join('\n'),
    );
    expect(read('prod/shortfactory-worker.yaml')).to.include('latestRevision: true');
    expect(read('prod/shortfactory-ui.yaml')).to.include('tag: pr-7');
    expect(read('prod/shortfactory-server.yaml')).not.to.include('pr-7');
  });

  it('takes away what an earlier synth has left', async () => {
    await run('--env', 'dev');
    writeFileSync(join(folder, 'dev/old.yaml'), 'x');
    await run('--env', 'dev');
    expect(readdirSync(join(folder, 'dev'))).not.to.include('old.yaml');
  });

  it('--check says what differs and writes nothing', async () => {
    await run('--env', 'dev');
    expect(await run('--env', 'dev', '--check')).to.deep.equal({ code: 0, out: '', error: '' });
    const file = join(folder, 'dev/shortfactory-ui.yaml');
    const lines = read('dev/shortfactory-ui.yaml').split('\n').length;
    appendFileSync(file, '# edited\n');
    writeFileSync(join(folder, 'dev/extra.yaml'), '');
    rmSync(join(folder, 'dev/shortfactory-server.yaml'));
    const { code, error } = await run('--env', 'dev', '--check');
    expect(code).to.equal(1);
    expect(error.split('\n')).to.deep.equal([
      `${join(folder, 'dev/extra.yaml')} is left over from an earlier synth`,
      `${join(folder, 'dev/shortfactory-server.yaml')} is missing`,
      `${file}:${lines} is not what synth writes`,
      'Run npm run synth and commit what it writes.',
    ]);
  });

  const REFUSED: readonly (readonly [args: readonly string[], sentence: string])[] = [
    [['--env', 'production'], 'environments/production.yaml: is not there; dev, local, prod, staging are'],
    [
      ['--project', 'acme-video'],
      '--project: belongs to one environment; --env with one of dev, local, prod, staging was expected',
    ],
    [['--env', 'dev,prod', '--revision', 'a'], '--revision: belongs to one environment'],
    [['--env', 'local', '--region', 'us-central1'], '--region: local does not run on Google Cloud'],
    [
      ['--env', 'prod', '--canary-percent', 'ten'],
      '--canary-percent: ten was given; a whole number was expected',
    ],
    [
      ['--env', 'prod', '--canary-percent', '10'],
      '--canary-percent: traffic.canaryPercent: 10 % needs a live revision to share with',
    ],
    [['--env', 'prod', '--keep-tag', 'x'], '--keep-tag: x was given; TAG=REVISION was expected'],
    [
      ['--env', 'prod', '--secret-version', 'X=1'],
      '--secret-version: X is not a secret of this environment; one of SIGNING_KEY,',
    ],
    [
      ['--env', 'prod', '--secret-version', 'GEMINI_API_KEY=latest'],
      '--secret-version: secrets.GEMINI_API_KEY.version: latest changes under a running revision',
    ],
    [
      ['--env', 'prod', '--server-image', 'r/s:latest'],
      '--server-image: images.server: r/s:latest can mean another image tomorrow',
    ],
    [
      ['--env', 'prod', '--edge', 'load-balancer'],
      'environments/prod.yaml:1: domains.api: is needed with edge load-balancer',
    ],
    [['--frobnicate'], "Unknown option '--frobnicate'"],
    [['prod'], 'Unexpected argument'],
  ];
  for (const [args, sentence] of REFUSED) {
    it(`refuses ${args.join(' ')} and writes nothing`, async () => {
      const { code, error } = await run(...args);
      expect(code).to.equal(2);
      expect(error).to.include(sentence);
      expect(readdirSync(folder)).to.deep.equal([]);
    });
  }

  it('writes nothing at all when one of several environments is wrong', async () => {
    const { code } = await run('--env', 'dev,nowhere');
    expect(code).to.equal(2);
    expect(readdirSync(folder)).to.deep.equal([]);
  });

  it('as a command it honours CDK8S_OUTDIR and needs less than three times the CPU of loading cdk8s for all environments', () => {
    const timing = `data:text/javascript,${encodeURIComponent("process.on('exit', () => console.error(JSON.stringify(process.cpuUsage())));")}`;
    /** Seconds of CPU, not of the clock: a busy machine is not a fault of ours. */
    const cpuSeconds = (...args: string[]): number => {
      const { status, stderr } = spawnSync(
        process.execPath,
        ['--import', 'tsx', '--import', timing, ...args],
        {
          cwd: ROOT,
          env: { ...process.env, CDK8S_OUTDIR: folder },
          encoding: 'utf8',
        },
      );
      expect(status, stderr).to.equal(0);
      const { user, system } = JSON.parse(stderr.trim().split('\n').at(-1) ?? '{}') as {
        user: number;
        system: number;
      };
      return (user + system) / 1e6;
    };
    /** The first one compiles what has changed since the last time; of the others the neighbours' work shows least in the least. */
    const least = (...args: string[]): number => {
      cpuSeconds(...args);
      return Math.min(cpuSeconds(...args), cpuSeconds(...args));
    };
    const synth = least('scripts/operate/synth.ts');
    expect(readdirSync(folder).sort()).to.deep.equal(['dev', 'local', 'prod', 'staging']);
    const loading = least('--input-type=module', '-e', 'import "cdk8s"; import "cdk8s-plus-28";');
    expect(synth / loading).to.be.below(3);
  });
});
