import type { App } from 'cdk8s';
import { uiProblems } from '../checks/ui-config.ts';
import type { SecretReference } from '../constructs/service-settings.ts';
import { hostOf, mediaOrigin, publicUrl, trustedProxies, UI_PORT } from '../environments/addresses.ts';
import type { Environment } from '../environments/schema.ts';
import { PROBES } from './probes.ts';
import { ServiceChart } from './service-chart.ts';

/** The web interface. */
export class UiChart extends ServiceChart {
  constructor(app: App, environment: Environment) {
    super(app, environment, 'ui');
    const { resources, env } = environment.services.ui;
    const behindBalancer = environment.platform === 'cloud-run' && environment.edge === 'load-balancer';
    this.service
      .description('ShortFactory web interface')
      .reachable(behindBalancer ? 'internal-and-cloud-load-balancing' : 'all', 'anyone')
      .container('ui', environment.images.ui, (container) =>
        container
          .port(UI_PORT)
          .limits(resources.cpu, resources.memory)
          .probes(PROBES)
          .env({
            APP_ENV: environment.name,
            // APP_ENV=local answers only to the names that it is given.
            ...(environment.platform === 'knative'
              ? { ALLOWED_HOSTS: hostOf(publicUrl(environment, 'ui')) }
              : {}),
            HOST: '0.0.0.0',
            LOG_LEVEL: 'info',
            API_URL: publicUrl(environment, 'server'),
            MEDIA_ORIGINS: mediaOrigin(environment),
            TRUSTED_PROXIES: trustedProxies(environment),
            ...(environment.revision === undefined ? {} : { SERVICE_REVISION: environment.revision }),
            ...env,
          })
          .secrets(uiSecrets(environment)),
      );
    this.checked((service) => uiProblems(service, environment.name, mediaOrigin(environment)));
  }
}

/** Its key to an API that wants one, and the one that makes the API believe whom it asks for. */
function uiSecrets(environment: Environment): Readonly<Record<string, SecretReference>> {
  const { VISITOR_KEY } = environment.secrets;
  return {
    ...(environment.platform === 'cloud-run' && environment.uiKey ? { API_KEY: environment.uiKey } : {}),
    ...(VISITOR_KEY ? { VISITOR_KEY } : {}),
  };
}
