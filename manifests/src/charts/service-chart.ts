import { ApiObject, Chart } from 'cdk8s';
import type { App } from 'cdk8s';
import { proxyProblems } from '../checks/proxies.ts';
import { KnativeService } from '../constructs/knative-service.ts';
import { cloudRun, knative } from '../constructs/platform.ts';
import type { Service } from '../constructs/shapes.ts';
import { serviceAccount } from '../environments/addresses.ts';
import { serviceName } from '../environments/schema.ts';
import type { Environment, ServiceKey } from '../environments/schema.ts';
import { oneDocument } from '../policies/values/documents.ts';
import { pinned } from '../policies/production.ts';
import { violations } from '../policies/service-policies.ts';

/**
 * One service in one file, `<service>.yaml`: what all three have in common. The subclass adds its container and says
 * how its variables are checked.
 */
export abstract class ServiceChart extends Chart {
  readonly service: KnativeService;

  constructor(app: App, environment: Environment, key: ServiceKey) {
    const name = serviceName(key);
    super(app, name, environment.platform === 'knative' ? { namespace: environment.namespace } : {});
    const { scaling, concurrency, timeoutSeconds } = environment.services[key];
    const { live, canaryPercent, keepTags } = environment.traffic;
    const current = live.find((revision) => revision.startsWith(`${name}-`));
    const cloud = environment.platform === 'cloud-run' ? environment : undefined;
    this.service = new KnativeService(this, 'service', {
      name,
      platform: cloud ? cloudRun : knative,
      // Also labels of Google Cloud, which allow no dot and no slash.
      labels: {
        app: 'shortfactory',
        environment: environment.name,
        component: key,
        ...(cloud?.preview ? { preview: 'true' } : {}),
      },
      ...(environment.revision === undefined ? {} : { revision: environment.revision }),
      ...(environment.attempt === undefined ? {} : { attempt: environment.attempt }),
      ...(cloud ? { region: cloud.region } : {}),
    })
      .scale(scaling.min, scaling.max)
      .requests({ concurrency, timeoutSeconds })
      .traffic({
        ...(current === undefined ? {} : { live: current, canaryPercent }),
        keepTags: Object.fromEntries(
          Object.entries(keepTags).filter(([, revision]) => revision.startsWith(`${name}-`)),
        ),
      });
    if (environment.platform === 'knative') {
      this.service.pullSecrets(...environment.imagePullSecrets);
      this.checked(proxyProblems);
    }
    if (cloud) {
      const { network, encryption, binaryAuthorization } = cloud;
      this.service
        .billing(cloud.billing)
        .serviceAccount(serviceAccount(cloud, key))
        .onCloudRun({
          scalingTargets: scaling.targets,
          network: network && { ...network, network: network.name },
          encryption,
          binaryAuthorization,
        });
    }
    this.node.addValidation({ validate: () => oneDocument(this) });
    if (environment.appEnv === 'prod') this.checked((service) => violations(service, 'cloud-run', [pinned]));
  }

  /** Adds the collector of spans where the environment is traced. */
  protected traced(environment: Environment, container: string): void {
    if (environment.platform !== 'cloud-run' || environment.traces.share === 0) return;
    this.service.traces(environment.traces, container);
  }

  /** Adds a check of the document as it will be written. */
  protected checked(problems: (service: Service) => string[]): void {
    ApiObject.of(this.service.resource).node.addValidation({
      validate: () => problems(this.service.toService()),
    });
  }
}
