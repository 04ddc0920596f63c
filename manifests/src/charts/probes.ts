import type { Probes } from '../constructs/container.ts';
import type { Environment } from '../environments/schema.ts';

/**
 * The same for every service. /ready asks the store once, at the start, so that a revision without one never takes over;
 * afterwards it and /live answer from the process alone: a store that is down must not restart instances. Two CPUs full of ffmpeg answer late, so a restart needs two minutes without a word.
 */
export const PROBES: Probes = {
  startup: { path: '/ready', everySeconds: 2, timeoutSeconds: 2, failures: 30 },
  liveness: { path: '/live', everySeconds: 30, timeoutSeconds: 10, failures: 4 },
  readiness: { path: '/ready', everySeconds: 5, timeoutSeconds: 3, failures: 2 },
};

/** Of what people reach, and so by which the balancer may leave a region. */
export function servedProbes(environment: Environment): Probes {
  if (environment.platform !== 'cloud-run' || environment.regionHealth === undefined) return PROBES;
  return { ...PROBES, readiness: { path: '/ready', ...environment.regionHealth } };
}
