import type { CloudResources } from '../bootstrap/cloud-resources.ts';
import { addBackend, backendIn } from '../bootstrap/edge-steps.ts';
import { command } from '../bootstrap/step.ts';
import type { Part, Step } from '../bootstrap/step.ts';

const SERVED = ['ui', 'server'] as const;

/**
 * Takes a region out of the balancer and stops its queue. Nothing is lost: the jobs that wait there are found by the
 * sweep of the other region's API and go through its queue, and what a worker there had begun is taken over when its
 * lease has run out.
 */
export function away(region: string, { queue }: CloudResources): Step {
  const at = `--location=${region}`;
  return {
    id: 'away',
    title: `Nothing goes to ${region} any more`,
    parts: [
      ...SERVED.map((service): Part => ({
        look: backendIn(service, region),
        note: `shortfactory-${service} has no backend in ${region}.`,
        whenFound: [
          command(
            ...['compute', 'backend-services', 'remove-backend', `shortfactory-${service}`, '--global'],
            `--network-endpoint-group=shortfactory-${service}`,
            `--network-endpoint-group-region=${region}`,
          ),
        ],
      })),
      { always: [command('tasks', 'queues', 'pause', queue, at)] },
    ],
  };
}

/** The way back; a job that waited in the queue and was made elsewhere meanwhile is answered as finished. */
export function back(region: string, { queue }: CloudResources): Step {
  return {
    id: 'back',
    title: `${region} answers again`,
    parts: [
      { always: [command('tasks', 'queues', 'resume', queue, `--location=${region}`)] },
      ...SERVED.map((service): Part => ({
        look: backendIn(service, region),
        create: [addBackend(service, region)],
      })),
    ],
  };
}
