import { expect } from 'chai';
import { runCommand } from '@shortfactory/command-line';
import { parity } from '../../parity/command.ts';
import { walk } from '../../parity/journey.ts';
import { tableOf } from '../../parity/report.ts';
import { CannotBeTried } from '../../parity/scene.ts';
import type { Scene, Step } from '../../parity/scene.ts';

/** Without a program on the PATH, so that whatever is run fails. */
async function run(...args: string[]): Promise<{ code: number; said: string }> {
  let said = '';
  const say = (line: string): void => void (said += `${line}\n`);
  const code = await runCommand(parity, args, { PATH: '/nowhere' }, { say, warn: say });
  return { code, said };
}

describe('npm run parity', () => {
  it('with --kind and --dry-run: a cluster from nothing, every version pinned, in the order in which it is needed', async () => {
    const { code, said } = await run('--kind', '--dry-run', '--faults');
    expect(code, said).to.equal(0);
    const order = [
      'kind create cluster --name shortfactory',
      'serving-crds.yaml',
      'serving-core.yaml',
      'kourier.yaml',
      'kourier.ingress.networking.knative.dev',
      '127.0.0.1.sslip.io',
      'enable-proxy-protocol',
      'upstream_proxy_protocol',
      'patch service kourier -n kourier-system',
      'wait --for=condition=Available deployment --all -n knative-serving',
      'wait --for=condition=Available deployment --all -n kourier-system',
      'docker build --tag dev.local/shortfactory-server:',
      'kind load docker-image dev.local/shortfactory-server:',
      'docker build --tag dev.local/shortfactory-ui:',
      'kind load docker-image dev.local/shortfactory-ui:',
      'kubectl --context kind-shortfactory apply -f -',
      'deploy of every Service',
      'users with an address each',
      'one job, one Pod',
      'blue/green in steps, and rollback',
      'store away for two minutes',
    ].map((words) => [words, said.indexOf(words)] as const);
    for (const [words, at] of order) expect(at, `${words} in\n${said}`).to.be.greaterThan(-1);
    expect(order).to.deep.equal([...order].sort(([, a], [, b]) => a - b));
    for (const url of said.match(/https:\S+/g) ?? []) expect(url).to.match(/\/knative-v\d+\.\d+\.\d+\//);
  });

  it('--down takes away only what a run made', async () => {
    expect((await run('--down', '--kind', '--dry-run')).said).to.equal(
      '  $ kind delete cluster --name shortfactory\n',
    );
    const { said } = await run('--down', '--context', 'mine', '--dry-run');
    expect(said).to.match(
      /kubectl --context mine delete namespace --selector shortfactory-parity=made --field-selector metadata\.name=shortfactory/,
    );
  });

  it('archives of images are imported on the node, and what is pinned by digest there gets its name', async () => {
    const { code, said } = await run(
      '--dry-run',
      '--node-shell',
      'docker exec node',
      '--image-archive',
      '/a b.tar',
    );
    expect(code, said).to.equal(0);
    const imported = said.indexOf("docker exec node sh -c 'ctr --namespace k8s.io images import");
    const tagged = said.search(
      /images tag docker\.io\/fsouza\/fake-gcs-server:[\d.]+ docker\.io\/fsouza\/fake-gcs-server@sha256:[0-9a-f]{64};/,
    );
    expect(imported, said).to.be.greaterThan(-1);
    expect(tagged, said).to.be.greaterThan(imported);
    expect(said.indexOf('apply -f -')).to.be.greaterThan(tagged);
    const without = await run('--dry-run', '--image-archive', '/a.tar');
    expect(without.code).to.equal(2);
    expect(without.said).to.include('--node-shell was expected with it');
  });

  it('a program that is not there is named', async () => {
    const { code, said } = await run('--kind');
    expect(code).to.equal(1);
    expect(said).to.include('kind was not found on the PATH.');
  });

  it('--kind in another context is bad input', async () => {
    const { code, said } = await run('--kind', '--context', 'prod');
    expect(code).to.equal(2);
    expect(said).to.include('--kind makes the cluster of kind-shortfactory');
  });

  it('a step that fails is a line of the table, and the next ones are tried; without a deploy none is', async () => {
    const step = (name: string, seen: string | Error): Step => ({
      name,
      expected: 'this',
      run: () => (seen instanceof Error ? Promise.reject(seen) : Promise.resolve(seen)),
    });
    const scene = { say: () => undefined, signal: new AbortController().signal } as unknown as Scene;
    const [deployed, broken, skipped] = [
      step('deploy', 'in 3 s'),
      step('users', new Error('of 2 users: 1 × 429')),
      step('SIGKILL', new CannotBeTried('it needs --node-shell')),
    ];
    const table = tableOf(await walk(scene, [deployed, broken, skipped], deployed));
    const cells = table.split('\n').map((line) =>
      line
        .split('|')
        .map((cell) => cell.trim())
        .slice(1, -1),
    );
    expect(cells.slice(2)).to.deep.equal([
      ['deploy', 'in 3 s', 'this', 'ok'],
      ['users', 'of 2 users: 1 × 429', 'this', 'NOT OK'],
      ['SIGKILL', 'not tried: it needs --node-shell', 'this', '-'],
    ]);
    expect(await walk(scene, [broken, deployed], broken)).to.have.length(1);
  });
});
