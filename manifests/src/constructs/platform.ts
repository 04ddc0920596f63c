import { CLOUD_SERVICE_ANNOTATIONS, CLOUD_TEMPLATE_ANNOTATIONS } from './cloud-options.ts';
import type { CloudOptions } from './cloud-options.ts';
import type { Container, RevisionSpec, Volume } from './shapes.ts';
import type { ServiceSettings, VolumeSource } from './service-settings.ts';

type Written = Readonly<Record<string, (settings: ServiceSettings) => string | undefined>>;

/**
 * Everything that differs between Cloud Run and Knative on a cluster, and nothing else does: the same service is
 * described once and each platform says how it is written down.
 */
export interface Platform {
  readonly name: 'cloud-run' | 'knative';
  /** Key → its value for a service, or undefined for leaving it out. The same for labels and templates. */
  readonly serviceAnnotations: Written;
  readonly templateAnnotations: Written;
  readonly serviceLabels: Written;
  readonly serviceAccountName: (account: string | undefined) => string | undefined;
  /** What a platform adds to the pod. */
  readonly pod: (settings: ServiceSettings) => Partial<RevisionSpec>;
  /** What a platform adds to every container. */
  readonly everyContainer: Partial<Container>;
  readonly volume: (name: string, source: VolumeSource) => Volume;
  /** Upstream refuses probes of a sidecar, and Prometheus reaches a pod's ports by itself: no sidecar there. */
  readonly sidecars: boolean;
}

const RUN = 'run.googleapis.com';

/**
 * A replace drops every annotation that the file leaves out, so all of them are written each time.
 * Instances are reserved for the service, not for a revision: a revision's own minimum is paid for every tag.
 * @see https://cloud.google.com/run/docs/reference/yaml/v1
 */
export const cloudRun: Platform = {
  name: 'cloud-run',
  sidecars: true,
  serviceAnnotations: {
    [`${RUN}/ingress`]: ({ ingress }) => ingress,
    [`${RUN}/invoker-iam-disabled`]: ({ publicAccess }) => String(publicAccess),
    [`${RUN}/minScale`]: ({ scaling }) => String(scaling.min),
    [`${RUN}/maxScale`]: ({ scaling }) => String(scaling.max),
    [`${RUN}/scalingMode`]: () => 'automatic',
    [`${RUN}/default-url-disabled`]: () => 'false',
    [`${RUN}/launch-stage`]: ({ launchStage }) => launchStage,
    [`${RUN}/description`]: ({ description }) => description,
    [`${RUN}/iap-enabled`]: ({ iap }) => (iap ? 'true' : undefined),
    ...ofCloud(CLOUD_SERVICE_ANNOTATIONS),
  },
  templateAnnotations: {
    'autoscaling.knative.dev/maxScale': ({ scaling }) => String(scaling.max),
    [`${RUN}/execution-environment`]: () => 'gen2',
    [`${RUN}/startup-cpu-boost`]: () => 'true',
    [`${RUN}/cpu-throttling`]: ({ billing }) => String(billing === 'request'),
    [`${RUN}/sessionAffinity`]: ({ sessionAffinity }) => String(sessionAffinity),
    [`${RUN}/container-dependencies`]: ({ dependencies }) =>
      Object.keys(dependencies).length > 0 ? JSON.stringify(dependencies) : undefined,
    ...ofCloud(CLOUD_TEMPLATE_ANNOTATIONS),
  },
  serviceLabels: {
    // gcloud reads the region here, so that `replace` needs no --region.
    'cloud.googleapis.com/location': ({ region }) => region,
  },
  serviceAccountName: (account) => account,
  pod: () => ({}),
  // Its sandbox grants nothing, and it refuses nearly every field of a security context.
  everyContainer: {},
  volume: (name, source) => {
    switch (source.kind) {
      case 'memory':
        return { name, emptyDir: { medium: 'Memory', sizeLimit: source.size } };
      case 'disk':
        return { name, emptyDir: { medium: 'Disk', sizeLimit: source.size } };
      case 'secret':
        return secretVolume(name, source);
      case 'bucket':
        return {
          name,
          csi: {
            driver: 'gcsfuse.run.googleapis.com',
            readOnly: source.readOnly,
            volumeAttributes: { bucketName: source.bucket },
          },
        };
    }
  },
};

/**
 * Upstream refuses scaling annotations on the Service, an e-mail as service account and CSI volumes, and knows none of
 * Cloud Run's annotations.
 * @see https://knative.dev/docs/serving/
 */
export const knative: Platform = {
  name: 'knative',
  sidecars: false,
  serviceAnnotations: {},
  templateAnnotations: {
    'autoscaling.knative.dev/minScale': ({ scaling }) => String(scaling.min),
    'autoscaling.knative.dev/maxScale': ({ scaling }) => String(scaling.max),
    // One request an instance and 70 % of it as target would be two instances for one request.
    'autoscaling.knative.dev/target-utilization-percentage': ({ concurrency }) =>
      concurrency === 1 ? '100' : undefined,
    // The activator stays in the way at every scale: so the proxies in front are always as many as trusted.
    'autoscaling.knative.dev/target-burst-capacity': () => '-1',
  },
  serviceLabels: {
    'networking.knative.dev/visibility': ({ publicAccess }) => (publicAccess ? undefined : 'cluster-local'),
  },
  serviceAccountName: () => undefined,
  pod: ({ timeoutSeconds, pullSecrets }) => ({
    // Its default of 300 s ends requests that still run, and the autoscaler then takes their instance for idle.
    responseStartTimeoutSeconds: timeoutSeconds,
    ...(pullSecrets.length > 0 ? { imagePullSecrets: pullSecrets.map((name) => ({ name })) } : {}),
  }),
  everyContainer: {
    // Images may have been brought to the nodes by hand (kind load).
    imagePullPolicy: 'IfNotPresent',
    securityContext: {
      allowPrivilegeEscalation: false,
      capabilities: { drop: ['ALL'] },
      runAsNonRoot: true,
      seccompProfile: { type: 'RuntimeDefault' },
    },
  },
  volume: (name, source) =>
    source.kind === 'secret'
      ? secretVolume(name, source)
      : { name, emptyDir: source.kind === 'bucket' ? {} : { sizeLimit: source.size } },
};

function ofCloud(
  annotations: Readonly<Record<string, (options: CloudOptions) => string | undefined>>,
): Written {
  return Object.fromEntries(
    Object.entries(annotations).map(([key, value]) => [key, ({ cloud }: ServiceSettings) => value(cloud)]),
  );
}

function secretVolume(
  name: string,
  { secret, version, path }: Extract<VolumeSource, { kind: 'secret' }>,
): Volume {
  return { name, secret: { secretName: secret, items: [{ key: version, path }] } };
}
