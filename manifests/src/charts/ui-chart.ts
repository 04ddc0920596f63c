import type { App } from 'cdk8s';
import { uiProblems } from '../checks/ui-config.ts';
import type { SecretReference } from '../constructs/service-settings.ts';
import {
  allowedHosts,
  mediaOrigin,
  platformUrl,
  publicUrl,
  trustedProxies,
  UI_PORT,
} from '../environments/addresses.ts';
import { traceVariables } from '../environments/options/traces.ts';
import { guardsService, iapAudience } from '../environments/options/iap.ts';
import { oidcSecrets, uiOidc } from '../environments/options/oidc.ts';
import type { Environment } from '../environments/schema.ts';
import { servedProbes } from './probes.ts';
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
          .resources(resources)
          .probes(servedProbes(environment))
          .env({
            APP_ENV: environment.appEnv,
            // APP_ENV=local answers only to the names that it is given.
            ...(environment.platform === 'knative' ? { ALLOWED_HOSTS: allowedHosts(environment, 'ui') } : {}),
            HOST: '0.0.0.0',
            LOG_LEVEL: 'info',
            // Inside a cluster the API has its own name, whatever browsers call it.
            API_URL:
              environment.platform === 'knative'
                ? platformUrl(environment, 'server')
                : publicUrl(environment, 'server'),
            MEDIA_ORIGINS: mediaOrigin(environment),
            TRUSTED_PROXIES: trustedProxies(environment),
            ...(environment.platform === 'cloud-run' ? traceVariables(environment) : {}),
            ...signIn(environment),
            ...(environment.revision === undefined ? {} : { SERVICE_REVISION: environment.revision }),
            ...env,
          })
          .secrets(uiSecrets(environment)),
      );
    this.traced(environment, 'ui');
    if (environment.platform === 'cloud-run' && environment.iap) {
      if (guardsService(environment)) this.service.behindIap();
      else this.service.reachable('internal-and-cloud-load-balancing', 'invokers');
    }
    this.checked((service) => uiProblems(service, environment.appEnv, mediaOrigin(environment)));
  }
}

/** Where people sign in: for whom Google signs who they are, or at which provider. */
function signIn(environment: Environment): Readonly<Record<string, string>> {
  const audience = environment.platform === 'cloud-run' ? iapAudience(environment) : undefined;
  return audience === undefined ? uiOidc(environment) : { AUTH: 'iap', IAP_AUDIENCE: audience };
}

/** Its key to an API that wants one, the one that makes the API believe whom it asks for, and those of sign-in. */
function uiSecrets(environment: Environment): Readonly<Record<string, SecretReference>> {
  const { uiKey, secrets } = environment;
  return {
    ...(uiKey ? { API_KEY: uiKey } : {}),
    ...(secrets.VISITOR_KEY ? { VISITOR_KEY: secrets.VISITOR_KEY } : {}),
    ...oidcSecrets(environment),
  };
}
