import type { App } from 'cdk8s';
import { serverProblems } from '../checks/server-config.ts';
import { SCRATCH_DIR, SERVER_PORT } from '../environments/addresses.ts';
import type { Environment } from '../environments/schema.ts';
import { PROBES } from './probes.ts';
import { serverSecrets, serverVariables } from './server-variables.ts';
import { ServiceChart } from './service-chart.ts';

/** The renderer: one job an instance, called by the queue only. */
export class WorkerChart extends ServiceChart {
  constructor(app: App, environment: Environment) {
    super(app, environment, 'worker');
    const { resources } = environment.services.worker;
    const onDisk = environment.platform === 'cloud-run' && environment.scratchOn === 'disk';
    this.service
      .description('ShortFactory worker: renders one job at a time')
      .reachable('internal', 'invokers')
      .volume('scratch', { kind: onDisk ? 'disk' : 'memory', size: environment.scratch })
      .container('worker', environment.images.server, (container) =>
        container
          .port(SERVER_PORT)
          .resources(resources)
          .probes(PROBES)
          .mount('scratch', SCRATCH_DIR)
          .env(serverVariables(environment, 'worker'))
          .secrets(serverSecrets(environment, 'worker')),
      );
    if (environment.platform === 'cloud-run') this.service.prometheus(environment.collector, 'worker');
    this.traced(environment, 'worker');
    this.checked((service) => serverProblems(service, environment.appEnv, 'worker'));
  }
}
