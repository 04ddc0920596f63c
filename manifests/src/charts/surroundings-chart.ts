import { ApiObject, Chart, Duration, JsonPatch, Size } from 'cdk8s';
import type { App } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { stringify } from 'yaml';
import { GCS_EMULATOR, GCS_EMULATOR_PORT, mediaOrigin, METRICS_PORT } from '../environments/addresses.ts';
import type { LocalEnvironment } from '../environments/schema.ts';
import { alertsOf } from '../monitoring/alerts.ts';
import { prometheusRules } from '../monitoring/prometheus-rules.ts';
import { clusterScrape } from '../monitoring/scrape.ts';
import { besideProblems } from '../policies/beside.ts';

const PROMETHEUS = 'prometheus';
const PROMETHEUS_PORT = 9090;

/**
 * What a cloud would provide and a cluster on a laptop does not: namespace, secrets, an object store that speaks GCS,
 * and a Prometheus that finds the pods. For `kubectl apply`, so one file with many documents.
 */
export class SurroundingsChart extends Chart {
  readonly #environment: LocalEnvironment;

  constructor(app: App, environment: LocalEnvironment) {
    super(app, 'surroundings', { labels: { app: 'shortfactory', environment: environment.name } });
    this.#environment = environment;
    new kplus.Namespace(this, 'namespace', { metadata: { name: environment.namespace } });
    this.#secrets();
    this.#gcsEmulator();
    this.#prometheus();
    const written = (): unknown[] =>
      this.node
        .findAll()
        .filter((node) => ApiObject.isApiObject(node))
        .map((object) => object.toJson() as unknown);
    this.node.addValidation({ validate: () => besideProblems(written()) });
  }

  #named(name: string) {
    return { name, namespace: this.#environment.namespace };
  }

  /**
   * Each secret's version is a key, so that the very same secretKeyRef works as on Cloud Run. The values are known to
   * anyone: this environment is not reachable from outside the machine and holds nothing. Where people sign in, whoever
   * runs the cluster makes them.
   */
  #secrets(): void {
    if (this.#environment.oidc) return;
    for (const { secret, version } of Object.values(this.#environment.secrets)) {
      new kplus.Secret(this, secret, {
        metadata: this.#named(secret),
        stringData: { [version]: `${secret}-for-this-machine-only-0123456789` },
      });
    }
  }

  /** A volume of small files. */
  #files(name: string, data: Readonly<Record<string, string>>): kplus.Volume {
    new kplus.ConfigMap(this, name, { metadata: this.#named(name), data });
    return kplus.Volume.fromConfigMap(
      this,
      `${name}-files`,
      kplus.ConfigMap.fromConfigMapName(this, `${name}-name`, name),
    );
  }

  /** Only the pods of the namespace get in, and it gets out only to what it needs. */
  #guarded(
    deployment: kplus.Deployment,
    name: string,
    port: number,
    { fromOutside, egress }: { readonly fromOutside: boolean; readonly egress: readonly object[] },
  ): void {
    const { imagePullSecrets } = this.#environment;
    if (imagePullSecrets.length > 0) {
      const secrets = imagePullSecrets.map((secret) => ({ name: secret }));
      ApiObject.of(deployment).addJsonPatch(JsonPatch.add('/spec/template/spec/imagePullSecrets', secrets));
    }
    new ApiObject(this, `${name}-network`, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: this.#named(name),
      spec: {
        podSelector: { matchLabels: { ...deployment.matchLabels } },
        policyTypes: ['Ingress', 'Egress'],
        ingress: [
          { ...(fromOutside ? {} : { from: [{ podSelector: {} }] }), ports: [{ protocol: 'TCP', port }] },
        ],
        egress,
      },
    });
  }

  #gcsEmulator(): void {
    const { bucket, surroundings } = this.#environment;
    const url = mediaOrigin(this.#environment);
    // The emulator makes a bucket of every folder that it finds.
    const seed = this.#files('gcs-emulator-bucket', { 'README.txt': 'Made with the bucket.\n' });
    const deployment = new kplus.Deployment(this, GCS_EMULATOR, {
      metadata: this.#named(GCS_EMULATOR),
      replicas: 1,
      automountServiceAccountToken: false,
      containers: [
        {
          name: GCS_EMULATOR,
          image: surroundings.gcsEmulator,
          imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
          args: [
            '-scheme',
            'http',
            '-port',
            String(GCS_EMULATOR_PORT),
            '-backend',
            'memory',
            '-data',
            '/data',
            // The address that clients are sent to with an upload's bytes; its default is 0.0.0.0.
            '-external-url',
            url,
            '-public-host',
            new URL(url).host,
          ],
          portNumber: GCS_EMULATOR_PORT,
          securityContext: HARDENED,
          ...probes('/_internal/healthcheck', '/_internal/healthcheck'),
          // Everything is kept in memory: some dozen videos with their parts.
          resources: limits(1024),
        },
      ],
    });
    deployment.containers[0]?.mount(`/data/${bucket}/README.txt`, seed, {
      subPath: 'README.txt',
    });
    this.#guarded(deployment, GCS_EMULATOR, GCS_EMULATOR_PORT, {
      // Browsers come by whatever leads there from outside, whose address no policy knows.
      fromOutside: this.#environment.origins.media !== undefined,
      egress: [],
    });
    deployment.exposeViaService({ name: GCS_EMULATOR, ports: [{ port: GCS_EMULATOR_PORT }] });
  }

  #prometheus(): void {
    const { namespace, surroundings } = this.#environment;
    const config = this.#files('prometheus-config', {
      'prometheus.yaml': stringify(clusterScrape(namespace)),
      'rules.yaml': stringify(prometheusRules(alertsOf(this.#environment)), { lineWidth: 0 }),
    });
    new kplus.ServiceAccount(this, 'prometheus-account', {
      metadata: this.#named(PROMETHEUS),
      automountToken: false,
    });
    const account = kplus.ServiceAccount.fromServiceAccountName(this, 'account', PROMETHEUS, {
      namespaceName: namespace,
    });
    new kplus.Role(this, 'prometheus-role', { metadata: this.#named(PROMETHEUS) }).allowRead(
      kplus.ApiResource.PODS,
    );
    const role = kplus.Role.fromRoleName(this, 'role', PROMETHEUS);
    new kplus.RoleBinding(this, 'prometheus-binding', {
      metadata: this.#named(PROMETHEUS),
      role,
    }).addSubjects(account);
    const deployment = new kplus.Deployment(this, 'prometheus', {
      metadata: this.#named(PROMETHEUS),
      replicas: 1,
      serviceAccount: account,
      // It finds the pods by the cluster's own API.
      automountServiceAccountToken: true,
      containers: [
        {
          name: PROMETHEUS,
          image: surroundings.prometheus,
          imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
          args: ['--config.file=/etc/prometheus/prometheus.yaml', '--storage.tsdb.path=/prometheus'],
          portNumber: PROMETHEUS_PORT,
          securityContext: HARDENED,
          ...probes('/-/healthy', '/-/ready'),
          resources: limits(512),
        },
      ],
    });
    deployment.containers[0]?.mount('/etc/prometheus', config);
    deployment.containers[0]?.mount('/prometheus', kplus.Volume.fromEmptyDir(this, 'data', 'data'));
    this.#guarded(deployment, PROMETHEUS, PROMETHEUS_PORT, {
      fromOutside: false,
      egress: [
        { to: [{ podSelector: {} }], ports: [{ protocol: 'TCP', port: METRICS_PORT }] },
        // The cluster's DNS and its API, at addresses of its own.
        {
          ports: [
            { protocol: 'UDP', port: 53 },
            { protocol: 'TCP', port: 53 },
          ],
        },
        {
          ports: [
            { protocol: 'TCP', port: 443 },
            { protocol: 'TCP', port: 6443 },
          ],
        },
      ],
    });
    deployment.exposeViaService({ name: PROMETHEUS, ports: [{ port: PROMETHEUS_PORT }] });
  }
}

const HARDENED: kplus.ContainerSecurityContextProps = {
  user: 65534,
  group: 65534,
  ensureNonRoot: true,
  readOnlyRootFilesystem: true,
  allowPrivilegeEscalation: false,
  capabilities: { drop: [kplus.Capability.ALL] },
  seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
};

/** Ready answers soon; a restart needs a minute without a word. */
function probes(
  live: string,
  ready: string,
): Pick<kplus.ContainerProps, 'startup' | 'liveness' | 'readiness'> {
  const seconds = (n: number): Duration => Duration.seconds(n);
  return {
    startup: kplus.Probe.fromHttpGet(ready, { periodSeconds: seconds(2), failureThreshold: 30 }),
    liveness: kplus.Probe.fromHttpGet(live, {
      periodSeconds: seconds(20),
      timeoutSeconds: seconds(5),
      failureThreshold: 3,
    }),
    readiness: kplus.Probe.fromHttpGet(ready, { periodSeconds: seconds(5), timeoutSeconds: seconds(3) }),
  };
}

function limits(mebibytes: number): kplus.ContainerResources {
  return {
    cpu: { request: kplus.Cpu.millis(50), limit: kplus.Cpu.millis(500) },
    memory: { request: Size.mebibytes(mebibytes / 2), limit: Size.mebibytes(mebibytes) },
  };
}
