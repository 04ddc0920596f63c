import {
  ASSUMED as STORE,
  measuredVideo,
  PRICES,
  providersUsd,
  serviceShapes,
} from '@shortfactory/operate/cost';
import { ROOT } from '@shortfactory/command-line';
import { seeded } from '@shortfactory/testing/seeded';
import { DAY_SECONDS, arrivals } from './arrivals.ts';
import type { Pattern } from './arrivals.ts';
import { DEFAULTS, instancesFor, percentile, runFleet } from './fleet.ts';
import type { FleetRun } from './fleet.ts';
import { ASSUMED, LIMITS } from './limits.ts';
import { pressures, reads } from './pressure.ts';
import type { Pressure } from './pressure.ts';

/** 95 of 100 videos should begin within this time. */
export const WANTED_SECONDS = 30;

export interface Scenario {
  readonly pattern: Pattern;
  /** In a day; of a burst, at once. */
  readonly videos: number;
}

/** What an environment's manifests and the measured video say. */
export interface Deployment {
  readonly maxInstances: number;
  readonly workerVcpu: number;
  readonly workerMemoryGib: number;
  readonly maxRequests: number;
  readonly requestsPerServer: number;
  readonly cpuSecondsPerVideoSecond: number;
  /** Of a video of the mean length. */
  readonly providersUsd: number;
}

export interface Study extends Scenario {
  readonly waitSeconds: Record<'p50' | 'p95' | 'p99' | 'most', number>;
  readonly run: Omit<FleetRun, 'waits'>;
  /** The fewest instances with which 95 of 100 videos begin within WANTED_SECONDS; undefined: not with all that one queue can feed. */
  readonly instancesNeeded: number | undefined;
  readonly usdPerThousand: Record<'workers' | 'store', number>;
  readonly pressures: readonly Pressure[];
  readonly readsPerSecond: Readonly<Record<string, number>>;
}

/** Reads `dist/<env>`; needs `npm run synth` to have been run. */
export async function deploymentOf(env: string): Promise<Deployment> {
  const [shapes, video] = [await serviceShapes(`${ROOT}dist/`, env), await measuredVideo()];
  const shape = (end: string): (typeof shapes)[number] => {
    const found = shapes.find(({ name }) => name.endsWith(end));
    if (!found) throw new Error(`dist/${env} has no Service …${end}`);
    return found;
  };
  const [worker, server] = [shape('-worker'), shape('-server')];
  return {
    maxInstances: worker.maxScale,
    workerVcpu: worker.vcpu,
    workerMemoryGib: worker.memoryGib,
    maxRequests: server.maxScale * server.concurrency,
    requestsPerServer: server.concurrency,
    cpuSecondsPerVideoSecond: video.cpuSeconds / video.videoSeconds,
    providersUsd: providersUsd((ASSUMED.videoSeconds.least + ASSUMED.videoSeconds.most) / 2),
  };
}

/** Simulates one scenario; the same seed gives the same figures. */
export function study(scenario: Scenario, deployment: Deployment, seed: number): Study {
  const { pattern, videos } = scenario;
  const times = arrivals(pattern, videos, seeded(seed));
  const run = (maxInstances: number): FleetRun => {
    const random = seeded(seed + 1);
    const between = ({ least, most }: { least: number; most: number }): number =>
      least + (most - least) * random();
    return runFleet(times, {
      ...DEFAULTS,
      maxInstances,
      concurrentDispatches: Math.min(maxInstances, LIMITS.concurrentDispatches),
      serviceSeconds: () =>
        between(ASSUMED.providerSeconds) +
        (between(ASSUMED.videoSeconds) * deployment.cpuSecondsPerVideoSecond) /
          (deployment.workerVcpu * STORE.workerUtilization),
    });
  };
  const { waits, ...result } = run(deployment.maxInstances);
  const p95 = percentile(waits, 0.95);
  const load = {
    videosPerSecond:
      pattern === 'burst'
        ? result.videos / Math.max(1, result.seconds)
        : (videos / DAY_SECONDS) * (pattern === 'day' ? ASSUMED.peak : 1),
    running: Math.min(result.peakInstances, deployment.maxInstances),
    waiting: result.peakWaiting,
    ...deployment,
  };
  const store = { writesPerVideo: STORE.storeWritesPerVideo, readsPerVideo: STORE.storeReadsPerVideo };
  const readsPerSecond = reads(load, store);
  return {
    ...scenario,
    waitSeconds: { p50: percentile(waits, 0.5), p95, p99: percentile(waits, 0.99), most: waits.at(-1) ?? 0 },
    run: result,
    instancesNeeded: instancesFor(
      WANTED_SECONDS,
      p95 <= WANTED_SECONDS ? deployment.maxInstances : LIMITS.concurrentDispatches,
      run,
    ),
    usdPerThousand: {
      workers: thousand(workersUsd(result, deployment), result.videos),
      store: thousand(storeUsd(result, readsPerSecond, store.writesPerVideo), result.videos),
    },
    pressures: pressures(load, store),
    readsPerSecond,
  };
}

function workersUsd(run: Omit<FleetRun, 'waits'>, { workerVcpu, workerMemoryGib }: Deployment): number {
  const { vcpuSecond, gibSecond } = PRICES.run.requestBased;
  return (run.busySeconds + run.startingSeconds) * (workerVcpu * vcpuSecond + workerMemoryGib * gibSecond);
}

/** As if the busiest time lasted for the whole run: more than it will be. */
function storeUsd(
  run: Omit<FleetRun, 'waits'>,
  perSecond: Readonly<Record<string, number>>,
  writesPerVideo: number,
): number {
  const { classAThousand, classBThousand } = PRICES.storage;
  const allReads = Object.values(perSecond).reduce((sum, each) => sum + each, 0) * run.seconds;
  return (run.videos * writesPerVideo * classAThousand + allReads * classBThousand) / 1000;
}

function thousand(usd: number, videos: number): number {
  return videos === 0 ? 0 : (usd / videos) * 1000;
}
