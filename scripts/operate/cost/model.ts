import { MONTH_SECONDS, PRICES } from './prices.ts';

/** What the manifests say of a Service, as far as it costs. */
export interface ServiceShape {
  readonly name: string;
  /** Of all containers together. */
  readonly vcpu: number;
  /** Of the first container alone, which does the work. */
  readonly appVcpu: number;
  readonly memoryGib: number;
  readonly minScale: number;
  readonly concurrency: number;
  readonly maxScale: number;
  /** Billed for an instance's whole life (cpu-throttling: "false"), not only while it answers. */
  readonly instanceBased: boolean;
  /** Whether its metrics are collected. */
  readonly scraped: boolean;
  /** Of the traces that begin at it, the share that is kept; 0 without a collector. */
  readonly tracedShare: number;
  /** Whether its image is encrypted by a key of one's own. */
  readonly ownKey: boolean;
}

/** What one video takes; measured, see measured.json. */
export interface VideoShape {
  /** User and system time of all processes. */
  readonly cpuSeconds: number;
  readonly bytes: number;
}

export interface TrafficLevel {
  readonly name: string;
  readonly videosPerMonth: number;
}

/** Assumptions that nothing measures; each is printed with the estimate. */
export const ASSUMED = {
  /** Requests to server and UI for each video: forms, polls, events, files. */
  serverRequestsPerVideo: 60,
  uiRequestsPerVideo: 80,
  /** How long a request keeps an instance busy, about. */
  requestSeconds: 0.08,
  /** Share of a worker's CPUs that a render keeps busy; the rest is waiting for the store. */
  workerUtilization: 0.75,
  /** Operations on the bucket for each video. */
  storeWritesPerVideo: 80,
  storeReadsPerVideo: 150,
  /** How often a video is watched or downloaded. */
  viewsPerVideo: 3,
  /** Artifacts of a video, kept as long as the lifecycle says, beside the video itself. */
  artifactBytesPerVideo: 30_000_000,
  lifecycleDays: 7,
  /** An idle instance that is billed for its life stays this long. */
  idleSeconds: 900,
  samplesPerScrape: 400,
  scrapeSeconds: 30,
  /** A span for each request, each stage, each call of a provider and each ffmpeg. */
  spansPerVideo: 200,
  secrets: 5,
  registryGib: 3,
} as const;

export interface CostLine {
  readonly what: string;
  readonly usd: number;
}

/** The month's estimate, line by line. The free part is taken off the request-based sums. */
export function monthlyCost(
  services: readonly ServiceShape[],
  level: TrafficLevel,
  video: VideoShape,
): CostLine[] {
  const { videosPerMonth: videos } = level;
  const lines: CostLine[] = [];
  let free = { ...PRICES.run.free } as Record<'vcpuSeconds' | 'gibSeconds' | 'requests', number>;
  for (const service of services) {
    const requests = requestsOf(service, videos);
    const busy = busySeconds(service, videos, video);
    const alive = aliveSeconds(service, busy);
    const seconds = service.instanceBased ? alive : busy;
    const rates = service.instanceBased ? PRICES.run.instanceBased : PRICES.run.requestBased;
    const used = { vcpuSeconds: seconds * service.vcpu, gibSeconds: seconds * service.memoryGib, requests };
    const billed = service.instanceBased ? { ...used, requests: 0 } : take(used, free);
    if (!service.instanceBased) free = leftOf(used, free);
    const requestUsd = (billed.requests / 1e6) * PRICES.run.requestBased.millionRequests;
    const usd = billed.vcpuSeconds * rates.vcpuSecond + billed.gibSeconds * rates.gibSecond + requestUsd;
    lines.push({ what: `${service.name}: ${Math.round(seconds / 3600)} instance hours`, usd });
    if (!service.instanceBased && service.minScale > 0) lines.push(idleLine(service, busy));
    if (service.scraped) {
      const samples = (alive / ASSUMED.scrapeSeconds) * ASSUMED.samplesPerScrape;
      lines.push({ what: `${service.name}: metrics`, usd: (samples / 1e6) * PRICES.millionSamples });
    }
  }
  return [...lines, ...optionLines(services, videos), ...storageLines(videos, video)];
}

export function total(lines: readonly CostLine[]): number {
  return lines.reduce((sum, { usd }) => sum + usd, 0);
}

/** What minScale keeps warm is billed at the idle rate for the rest of the month. */
function idleLine(service: ServiceShape, busy: number): CostLine {
  const seconds = Math.max(0, service.minScale * MONTH_SECONDS - busy);
  const { vcpuSecond, gibSecond } = PRICES.run.idle;
  const usd = seconds * (service.vcpu * vcpuSecond + service.memoryGib * gibSecond);
  return { what: `${service.name}: kept warm`, usd };
}

function requestsOf(service: ServiceShape, videos: number): number {
  if (service.name.endsWith('-worker')) return videos;
  return (
    videos * (service.name.endsWith('-ui') ? ASSUMED.uiRequestsPerVideo : ASSUMED.serverRequestsPerVideo)
  );
}

/** Seconds in which at least one request is being answered, summed over instances. */
function busySeconds(service: ServiceShape, videos: number, video: VideoShape): number {
  if (service.concurrency === 1) {
    return (videos * video.cpuSeconds) / (service.appVcpu * ASSUMED.workerUtilization);
  }
  return requestsOf(service, videos) * ASSUMED.requestSeconds;
}

/**
 * Seconds that instances live: those that are always there, and the others with the idle time after each burst. Videos
 * are taken as evenly spread, which is the dearest case: bursts share their idle time.
 */
function aliveSeconds(service: ServiceShape, busy: number): number {
  const always = service.minScale * MONTH_SECONDS;
  const bursts = Math.max(1, busy / Math.max(1, service.concurrency === 1 ? 30 : 5));
  const gap = Math.max(0, MONTH_SECONDS - busy) / bursts;
  const withIdle = busy === 0 ? 0 : busy + bursts * Math.min(ASSUMED.idleSeconds, gap);
  return Math.max(always, withIdle, always > 0 ? always + Math.max(0, busy - always) : 0);
}

function take<T extends Record<string, number>>(used: T, free: Record<keyof T, number>): T {
  return Object.fromEntries(
    Object.entries(used).map(([key, value]) => [key, Math.max(0, value - free[key as keyof T])]),
  ) as T;
}

function leftOf<T extends Record<string, number>>(used: T, free: T): T {
  return Object.fromEntries(
    Object.entries(free).map(([key, value]) => [key, Math.max(0, value - (used[key] ?? 0))]),
  ) as T;
}

/** What an environment pays for only because it asked for it. */
function optionLines(services: readonly ServiceShape[], videos: number): CostLine[] {
  const share = Math.max(0, ...services.map(({ tracedShare }) => tracedShare));
  const spans = videos * ASSUMED.spansPerVideo * share;
  const billed = Math.max(0, spans - PRICES.traces.freeSpans);
  return [
    ...(share > 0
      ? [{ what: `traces: ${Math.round(spans)} spans`, usd: (billed / 1e6) * PRICES.traces.millionSpans }]
      : []),
    ...(services.some(({ ownKey }) => ownKey) ? [{ what: 'key', usd: PRICES.keyVersionMonth }] : []),
  ];
}

function storageLines(videos: number, video: VideoShape): CostLine[] {
  const gib = 2 ** 30;
  const kept = (videos * (video.bytes + ASSUMED.artifactBytesPerVideo) * ASSUMED.lifecycleDays) / 30 / gib;
  const egress = (videos * video.bytes * ASSUMED.viewsPerVideo) / gib;
  return [
    { what: `storage: ${kept.toFixed(1)} GiB kept`, usd: kept * PRICES.storage.gibMonth },
    {
      what: 'storage: writes',
      usd: ((videos * ASSUMED.storeWritesPerVideo) / 1000) * PRICES.storage.classAThousand,
    },
    {
      what: 'storage: reads',
      usd: ((videos * ASSUMED.storeReadsPerVideo) / 1000) * PRICES.storage.classBThousand,
    },
    { what: `egress: ${egress.toFixed(1)} GiB watched`, usd: egress * PRICES.egressGib },
    { what: 'queue', usd: (videos / 1e6) * PRICES.millionTasks },
    { what: 'secrets', usd: ASSUMED.secrets * PRICES.secretVersionMonth },
    { what: 'image registry', usd: ASSUMED.registryGib * PRICES.registryGibMonth },
  ];
}
