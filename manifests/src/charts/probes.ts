import type { Probes } from '../constructs/container.ts';

/**
 * The same for every service. /live and /ready answer from the process alone: a store that is down must not restart
 * instances. Two CPUs full of ffmpeg answer late, so a restart needs two minutes without a word.
 */
export const PROBES: Probes = {
  startup: { path: '/ready', everySeconds: 2, timeoutSeconds: 2, failures: 30 },
  liveness: { path: '/live', everySeconds: 30, timeoutSeconds: 10, failures: 4 },
  readiness: { path: '/ready', everySeconds: 5, timeoutSeconds: 3, failures: 2 },
};
