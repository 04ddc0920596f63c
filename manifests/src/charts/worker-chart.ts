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
    const { cpu, memory } = environment.services.worker.resources;
    this.service
      .description('ShortFactory worker: renders one job at a time')
      .reachable('internal', 'invokers')
      .volume('scratch', { kind: 'memory', size: environment.scratch })
      .container('worker', environment.images.server, (container) =>
        container
          .port(SERVER_PORT)
          .limits(cpu, memory)
          .probes(PROBES)
          .mount('scratch', SCRATCH_DIR)
          .env(serverVariables(environment, 'worker'))
          .secrets(serverSecrets(environment, 'worker')),
      );
    if (environment.platform === 'cloud-run') this.service.prometheus(environment.collector, 'worker');
    this.checked((service) => serverProblems(service, environment.name, 'worker'));
  }
}
