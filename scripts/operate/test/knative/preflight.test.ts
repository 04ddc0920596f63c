import { expect } from 'chai';
import { KnativeStage } from '../support/rollout/knative-stage.ts';
import { SERVICE } from '../support/rollout/stage.ts';
import type { ClusterState } from '../support/cluster/state.ts';

const OLD = `${SERVICE}-aaaaaaa`;

interface Case {
  readonly of: string;
  readonly change: (state: ClusterState) => void;
  readonly says: string;
  /** Of the command; 2 unless given. */
  readonly code?: number;
  readonly args?: readonly string[];
}

const IN_THE_WAY: readonly Case[] = [
  {
    of: 'no Knative',
    change: (state) => (state.serving = undefined),
    says: 'the cluster of context kind-test has no Knative Serving',
  },
  {
    of: 'a Knative that is too old',
    change: (state) => (state.serving = 'v1.9.3'),
    says: 'Knative Serving v1.9.3 is too old for these manifests; 1.15 or newer was expected',
  },
  {
    of: 'no ingress class, and no Istio',
    change: (state) => (state.network = {}),
    says: 'no ingress leads to Services: knative-serving/config-network names no ingress-class',
  },
  {
    of: 'no such namespace',
    change: (state) => (state.namespaces = ['default']),
    says: 'there is no namespace shortfactory; kubectl apply -f dist/local/surroundings.yaml makes it',
  },
  {
    of: 'no right to change a Service',
    change: (state) => state.denied.add('services/patch'),
    says: 'has no right to patch services.serving.knative.dev in the namespace shortfactory',
  },
  {
    of: 'a plain Service of the name',
    change: (state) => state.plain.set(SERVICE, { owner: 'Deployment' }),
    says: `has a plain Service ${SERVICE} that is not Knative's`,
  },
  {
    of: 'this deployment in another namespace',
    change: ({ elsewhere }) =>
      elsewhere.push({
        name: SERVICE,
        namespace: 'video',
        labels: { app: 'shortfactory', environment: 'local' },
      }),
    says: `the Service ${SERVICE} of this environment is in the namespace video, not in shortfactory; --namespace with the right one was expected`,
  },
  {
    of: 'too few CPUs and too little memory',
    change: (state) => (state.nodes = [{ cpu: '20m', memory: '64Mi' }]),
    says: `the cluster is too small: a Pod of ${SERVICE} needs`,
  },
  {
    of: 'a quota that the Pods are too many for',
    change: ({ quotas }) => quotas.push({ name: 'small', hard: { pods: '3' }, used: { pods: '3' } }),
    says: 'the ResourceQuota shortfactory/small allows pods 3, 3 are used, and the new Pods ask for 1 Pods',
  },
  {
    of: 'a quota that wants limits of every container',
    change: (state) =>
      (state.refusesPods =
        'pods "x" is forbidden: failed quota: small: must specify limits.cpu for: queue-proxy'),
    says: `a ResourceQuota of the namespace shortfactory refuses the Pods of ${SERVICE}: pods "x" is forbidden: failed quota`,
  },
  {
    of: 'a Pod Security policy',
    change: (state) =>
      (state.refusesPods =
        'pods "x" is forbidden: violates PodSecurity "restricted:latest": seccompProfile (pod or container must set it)'),
    says: `the Pod Security policy of the namespace shortfactory refuses the Pods of ${SERVICE}`,
  },
];

/** A note, and the deploy goes on. */
const NOTED: readonly Case[] = [
  {
    of: 'no right to read events',
    change: (state) => state.denied.add('events/list'),
    says: 'has no right to list events in the namespace shortfactory, so why a Pod does not start will not be said',
    code: 0,
  },
  {
    of: 'a Kourier that tells no addresses of clients',
    change: (state) => (state.kourier = {}),
    says: "Kourier tells no client's address (enable-proxy-protocol in knative-serving/config-kourier is not true): unless a balancer in front writes X-Forwarded-For, all users count as one client",
    code: 0,
  },
  {
    of: "another team's Service of the name in another namespace",
    change: ({ elsewhere }) => elsewhere.push({ name: SERVICE, namespace: 'billing', labels: {} }),
    says: `the namespace billing has a Service ${SERVICE} too; it is left alone`,
    code: 0,
  },
  {
    of: 'a Knative that does not say its version',
    change: (state) => (state.serving = 'devel'),
    says: 'the version of Knative Serving is not known (it says devel)',
    code: 0,
  },
  {
    of: 'no right to make Pods',
    change: (state) =>
      (state.refusesPods = 'pods is forbidden: User "ci" cannot create resource "pods" in API group ""'),
    says: `whether quotas and policies take the Pods of ${SERVICE} was not looked at`,
    code: 0,
  },
];

describe('what a cluster can have against a deploy is named before anything is applied', () => {
  let stage: KnativeStage;
  beforeEach(async () => {
    stage = await KnativeStage.start();
  });
  afterEach(() => stage.close());

  for (const { of, change, says, code = 2 } of [...IN_THE_WAY, ...NOTED]) {
    it(of, async () => {
      change(stage.api.state);
      const ended = await stage.deploy('aaaaaaa');
      expect(ended.said).to.include(says);
      expect(ended.code, ended.said).to.equal(code);
      if (code === 2) expect(ended.said).to.include('Nothing was applied');
      expect(stage.writes()).to.have.length(code === 0 ? 1 : 0);
      expect(stage.exists()).to.equal(code === 0);
    });
  }

  it('everything that is wrong at once is said at once', async () => {
    stage.api.state.plain.set(SERVICE, { owner: undefined });
    stage.api.state.denied.add('services/create').add('services/update').add('revisions/list');
    const { said } = await stage.deploy('aaaaaaa');
    expect(said).to.include('plain Service').and.to.include('no right to create, update services.serving');
    expect(said).to.include('no right to list revisions.serving.knative.dev');
  });

  it('a 404 that does not name the Service is no absence: nothing is made, and nothing is rolled back', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const before = stage.standing();
    stage.mishap('read', 'nowhere', 99);
    const { code, said } = await stage.deploy('bbbbbbb');
    expect(code, said).to.equal(1);
    expect(said).to.include('404 page not found');
    expect((await stage.rollback()).code).to.equal(1);
    expect(stage.standing()).to.equal(before);
  });

  it('another one that makes the Service at the same time is not written over', async () => {
    const made = stage.pause();
    const ended = stage.deploy('bbbbbbb');
    await made.arrived;
    await stage.deployed({ revision: 'ccccccc' });
    made.release();
    const { code, said } = await ended;
    expect(code, said).to.equal(1);
    expect(stage.shares(), said).to.deep.equal({ [`${SERVICE}-ccccccc`]: 100 });
  });

  for (const [what, context, says] of [
    ['its context', 'gke_shop_europe_prod-1', 'looks like production (gke_shop_europe_prod-1)'],
    ['nothing', 'reproduction', undefined],
  ] as const) {
    it(`a cluster that is called production by ${what}`, async () => {
      stage.context = context;
      const ended = await stage.deploy('aaaaaaa');
      expect(ended.code, ended.said).to.equal(says === undefined ? 0 : 2);
      if (says === undefined) return;
      expect(ended.said).to.include(says);
      expect(stage.seen).to.deep.equal([]);
      const given = await stage.deploy('aaaaaaa', '--context', context);
      expect(given.code, given.said).to.equal(0);
    });
  }

  for (const [args, says] of [
    [
      ['--context', 'kind-other'],
      '--context: there is no context “kind-other” in the kubeconfig; it has kind-test',
    ],
    [['--region', 'us-central1'], '--region: local does not run on Google Cloud'],
    [['--env', 'prod'], '--env: prod runs on Cloud Run; one on a cluster was expected'],
    [
      ['--target', 'cloud-run', '--env', 'dev', '--context', 'x'],
      'is for clusters; --target knative was expected',
    ],
    [
      ['--target', 'cloud-run', '--ingress', ''],
      '--env: is missing; the name of an environment was expected',
    ],
  ] as const) {
    it(`${args.join(' ')} is bad input`, async () => {
      const { code, said } = await stage.deploy('aaaaaaa', ...args);
      expect(said).to.include(says);
      expect(code).to.equal(2);
      expect(stage.seen).to.deep.equal([]);
    });
  }

  it('without --prometheus each step is judged by probes of the new revision, and taken back when they fail', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    const alone = ['--prometheus', ''];
    const good = await stage.deploy('bbbbbbb', ...alone);
    expect(good.code, good.said).to.equal(0);
    expect(good.said).to.include('20 of 20 probes of its own address were answered');
    stage.answers = (revision) => (revision.includes('ccccccc') && stage.writes().length > 3 ? 503 : 200);
    const { code, said } = await stage.deploy('ccccccc', ...alone);
    expect(code, said).to.equal(1);
    expect(said).to.include('0 of 20 probes');
    expect(stage.shares(), said).to.deep.equal({ [`${SERVICE}-bbbbbbb`]: 100 });
  });

  it('why the Pods of a revision do not get ready is said', async () => {
    stage.api.state.podsWait = { reason: 'ImagePullBackOff', message: 'Back-off pulling image "ui:1.2.3"' };
    const { code, said } = await stage.deploy('slow', '--ready-seconds', '1');
    expect(code, said).to.equal(1);
    expect(said).to.include('Pod pod-1, container ui: ImagePullBackOff (Back-off pulling image "ui:1.2.3")');
  });

  it('a Service that is written over keeps what its controllers wrote on it', async () => {
    await stage.deployed({ revision: 'aaaaaaa' });
    await stage.edit(({ metadata }) => Object.assign(metadata, { finalizers: ['example.com/dns'] }));
    const { code, said } = await stage.deploy('bbbbbbb');
    expect(code, said).to.equal(0);
    expect(stage.plane.get(SERVICE).metadata).to.deep.include({ finalizers: ['example.com/dns'] });
    expect(stage.tags()).to.include({ blue: OLD });
  });
});
