import type { App } from 'cdk8s';
import { serverProblems } from '../checks/server-config.ts';
import { SERVER_PORT } from '../environments/addresses.ts';
import type { Environment } from '../environments/schema.ts';
import { servedProbes } from './probes.ts';
import { serverSecrets, serverVariables } from './server-variables.ts';
import { ServiceChart } from './service-chart.ts';

/** The API: many short requests and long event streams on one instance. */
export class ServerChart extends ServiceChart {
  constructor(app: App, environment: Environment) {
    super(app, environment, 'server');
    const { resources } = environment.services.server;
    const behindBalancer = environment.platform === 'cloud-run' && environment.edge === 'load-balancer';
    this.service
      .description('ShortFactory API: topics and scripts in, jobs and videos out')
      .reachable(behindBalancer ? 'internal-and-cloud-load-balancing' : 'all', 'anyone')
      .container('api', environment.images.server, (container) =>
        container
          .port(SERVER_PORT)
          .resources(resources)
          .probes(servedProbes(environment))
          .env(serverVariables(environment, 'api'))
          .secrets(serverSecrets(environment, 'api')),
      );
    if (environment.platform === 'cloud-run') this.service.prometheus(environment.collector, 'api');
    this.traced(environment, 'api');
    this.checked((service) => serverProblems(service, environment.appEnv, 'api'));
  }
}
