import type { Server } from 'node:http';
import { PersonKeys, PersonSessions, VideoLinks } from '@shortfactory/access';
import { wakingBatches } from '@shortfactory/batches';
import type { Config } from '@shortfactory/config';
import type { Log } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { HTTP_LIMITS } from '@shortfactory/http-server';
import { Signer, createJobs } from '@shortfactory/jobs';
import type { Jobs } from '@shortfactory/jobs';
import { VoiceInstalls } from '@shortfactory/neural/install';
import { Metrics, serveMetrics } from '@shortfactory/observability';
import type { Redactor } from '@shortfactory/observability';
import { Operations } from '@shortfactory/operations';
import { Deletions } from '@shortfactory/own-data';
import { PictureReader } from '@shortfactory/pictures';
import { openQueue } from '@shortfactory/queue';
import { openTraces } from '@shortfactory/observability/traces';
import { tracesOf } from './traces-of.ts';
import { openSecrets } from '@shortfactory/secrets';
import { openStore } from '@shortfactory/storage';
import { checkSigner } from './signer-of.ts';
import { deletionSteps } from './deletion-steps.ts';
import { footageOf } from './footage-of.ts';
import { batchesOf } from './batches-of.ts';
import { publicationsOf } from './publications-of.ts';
import { usageOf } from './usage-of.ts';
import { webhooksOf } from './webhooks-of.ts';
import { Connections } from '../connections/connections.ts';
import { LiveConfig, liveSecrets } from '../connections/live-config.ts';
import type { Env } from '../connections/live-config.ts';
import { createApp, createLimiter, createWorkerGuard } from '../http/app.ts';
import { addressOf } from '../process/early-listener.ts';
import type { EarlyListener } from '../process/early-listener.ts';
import { checksOf } from '../health/checks.ts';
import { firstLook } from '../health/first-look.ts';
import { createHealth } from '../health/health.ts';
import { LOCAL_OWNER } from '../http/identity/authenticate.ts';
import { signingKey } from '../process/signing-key.ts';
import { checkFolders, chooseScratch } from '../process/writable.ts';
import { PipelineProcess } from '../pipeline-process/pipeline-process.ts';

export interface ServerDeps {
  readonly config: Config;
  readonly log: Log;
  readonly redactor: Redactor;
  readonly listener: EarlyListener;
  /** The environment that the configuration is of, secrets included. */
  readonly startedWith: Env;
  /** Log lines that were dropped so far, for the metrics. */
  readonly droppedLines: () => number;
  /** The pipeline process's script and environment. */
  readonly pipelineProcess: {
    readonly script: string;
    readonly env: Readonly<Record<string, string | undefined>>;
  };
}

export interface RunningServer {
  /**
   * Turns /ready false, ends event streams with a request to reconnect, hands running jobs back, answers the requests
   * under way, and closes everything. Within 9.5 s.
   */
  close(): Promise<void>;
}

/** Time for responses that are under way when everything else has ended. */
const LAST_ANSWERS_MS = 500;

/** Configuration → adapters → jobs → app → listening on both ports. Whatever was opened is closed when one part fails. */
export async function startServer({
  config: given,
  log,
  redactor,
  listener,
  startedWith,
  pipelineProcess: child,
  droppedLines,
}: ServerDeps): Promise<RunningServer> {
  const opened: (() => Promise<void>)[] = [];
  const closing = new AbortController();
  try {
    const scratch = await chooseScratch(given.SCRATCH_DIR);
    const config = Object.freeze({ ...given, SCRATCH_DIR: scratch.folder });
    await checkFolders(config, scratch, log);
    const { traces, close: closeTraces } = await openTraces(tracesOf(config, log));
    opened.push(closeTraces);
    const metrics = new Metrics({
      traces,
      version: config.SERVICE_VERSION,
      revision: config.SERVICE_REVISION,
      role: config.ROLE,
      log,
    });
    const { register } = redactor;
    const live = new LiveConfig({ env: startedWith, config, register, log });
    const freshConfig = live.takes ? { freshConfig: () => live.fresh() } : {};
    const secrets = live.takes
      ? liveSecrets(live)
      : await openSecrets(config, { register, log, clock: systemClock });
    opened.push(() => secrets.close());
    const certificateEndMs = await checkSigner(config, secrets);
    if (certificateEndMs !== undefined) metrics.certificateEnds(certificateEndMs);
    const store = await openStore(config);
    const key = await signingKey(secrets, store.objects, redactor.register);
    const pipelineProcess = new PipelineProcess({
      ...child,
      ...freshConfig,
      config: await live.fresh(),
      secrets,
      log,
      telemetry: metrics,
      traces,
      scrub: redactor.scrubDeep,
    });
    opened.push(() => pipelineProcess.close());
    const queue = await openQueue(config, {
      clock: systemClock,
      log,
      token: () => secrets.get('WORKER_TOKEN'),
      run: (id, trace) => traces.continued(trace, () => jobs.run(id)),
    });
    const signer = new Signer(key);
    const webhooks = webhooksOf(config, {
      store: store.objects,
      objects: store.versioned,
      clock: systemClock,
      log,
      telemetry: metrics,
      signingKey: key,
      ownerHash: (owner) => signer.ownerHash(owner),
    });
    const keys = new PersonKeys({
      ...{ objects: store.versioned, clock: systemClock, log, signingKey: key },
      ownerHash: (owner) => signer.ownerHash(owner),
    });
    opened.push(() => keys.drain());
    const sessions = new PersonSessions({
      ...{ objects: store.versioned, clock: systemClock },
      ownerHash: (owner) => signer.ownerHash(owner),
    });
    const links = new VideoLinks({ objects: store.versioned, clock: systemClock, log, signingKey: key });
    opened.push(() => links.drain());
    const usage = usageOf(config, { objects: store.versioned, store: store.objects, clock: systemClock });
    const operations = new Operations({
      ...{ store: store.objects, objects: store.versioned, clock: systemClock, log },
      jobs: () => jobs,
      about: { role: config.ROLE, version: config.SERVICE_VERSION, revision: config.SERVICE_REVISION },
      auditDays: config.AUDIT_DAYS,
    });
    const isOneUsers = config.APP_ENV === 'local' && config.AUTH === 'visitors';
    const machine = isOneUsers ? { machineOwner: LOCAL_OWNER } : {};
    const jobs: Jobs = createJobs({
      pipeline: pipelineProcess.pipeline(store.objects),
      objects: store.versioned,
      delivery: store.delivery,
      evictable: store.evictable,
      queue,
      ends: operations.ended.entering(wakingBatches(webhooks, () => batches)),
      accepts: config.ROLE !== 'worker',
      clock: systemClock,
      log,
      telemetry: metrics,
      traces,
      signingKey: key,
      usage,
      maxJobsPerOwner: config.MAX_JOBS_PER_OWNER,
      maxRunning: config.JOB_CONCURRENCY,
      ...machine,
    });
    const batches = batchesOf(config, {
      ...{ jobs, signer, log },
      ends: webhooks,
      mayBegin: async () => (await operations.maintenance.now()) === undefined,
      store: store.objects,
      objects: store.versioned,
      evictable: store.evictable,
      clock: systemClock,
      ...machine,
    });
    const publications = publicationsOf(config, {
      ...{ secrets, log, register, signingKey: key },
      telemetry: metrics,
      store: store.objects,
      objects: store.versioned,
      files: store.delivery,
      clock: systemClock,
      ownerHash: (owner) => signer.ownerHash(owner),
    });
    const deletions = new Deletions({
      ...{ objects: store.versioned, store: store.objects, clock: systemClock, log },
      ownerHash: (owner) => signer.ownerHash(owner),
      steps: deletionSteps({
        ...{ jobs, batches, webhooks, keys, sessions, links },
        ...{ store: store.objects, objects: store.versioned },
        ...(publications && { publications }),
      }),
    });
    metrics.watchLoad(() => jobs.load());
    metrics.watchConnections(() => listener.connections.counts);
    metrics.watchLog(droppedLines);
    listener.connections.behindProxies(config.TRUSTED_PROXIES);
    listener.connections.reportTo((message) => log.warn(message));
    const limiter = createLimiter(config, await secrets.get('REDIS_URL'), log);
    opened.push(() => limiter.close());
    // A folder was looked at by checkFolders, and one that is no good is said on the pages.
    const storeSeen =
      config.STORAGE === 'fs'
        ? () => true
        : firstLook({
            look: (signal) => store.objects.list('health/', { limit: 1, signal }),
            clock: systemClock,
            log,
            signal: closing.signal,
          });
    const app = createApp({
      config,
      jobs,
      batches,
      webhooks,
      ...(publications && { publications }),
      keys,
      sessions,
      links,
      usage,
      deletions,
      operations,
      ownerHash: (owner) => signer.ownerHash(owner),
      delivery: store.delivery,
      objects: store.objects,
      studio: pipelineProcess.studio,
      footage: footageOf(config, { secrets, clock: systemClock }),
      connections: new Connections({
        ...{ live, register, clock: systemClock },
        tryProvider: (...asked) => pipelineProcess.tryProvider(...asked),
        findEndpoints: (signal) => pipelineProcess.findEndpoints(signal),
      }),
      voiceInstalls: new VoiceInstalls({ folder: config.VOICES_DIR, log, closing: closing.signal }),
      pictures: new PictureReader({ searchPath: config.PATH }),
      secrets,
      signingKey: key,
      limiter,
      workerGuard: createWorkerGuard(config, secrets),
      health: createHealth({
        checks: checksOf({
          config: () => live.fresh(),
          store: store.objects,
          queue,
          secrets,
          ffmpeg: () => pipelineProcess.checkFfmpeg(),
          scratch: config.ROLE === 'api' ? undefined : scratch,
        }),
        about: {
          version: config.SERVICE_VERSION,
          revision: config.SERVICE_REVISION,
          environment: config.APP_ENV,
        },
        load: () => jobs.load(),
        clock: systemClock,
        onTurn: (check, { state, detail }) =>
          log[state === 'broken' ? 'error' : 'info'](`The check of ${check} is ${state}.`, { check, detail }),
        scrub: (text) => redactor.scrub(config.APP_ENV === 'local' ? text : withoutPaths(text)),
      }),
      ready: () => (closing.signal.aborted ? 'closing' : storeSeen() ? 'ready' : 'starting'),
      canMake: config.ROLE === 'all' ? () => scratch.check() : () => Promise.resolve(),
      log,
      traces,
      scrub: redactor.scrubJson,
      metrics,
      closing: closing.signal,
      limits: {
        streams: Math.min(HTTP_LIMITS.streams, Math.floor(listener.connections.limits.connections / 2)),
      },
    });
    const address = addressOf(config);
    await listener.open(address);
    listener.answerWith(app.callback());
    const { host } = address;
    const { METRICS_PORT: port } = config;
    const metricsServer = await serveMetrics(metrics, { host, port, scrub: redactor.scrub });
    opened.push(() => closeNow(metricsServer));
    jobs.start();
    webhooks.start();
    batches.start();
    deletions.start();
    publications?.start();
    operations.start();
    pipelineProcess.warm();
    return {
      close: async () => {
        closing.abort(new Error('The server is shutting down.'));
        await Promise.all([
          batches.drain(),
          jobs.drain(),
          webhooks.drain(),
          publications?.drain(),
          operations.drain(),
        ]);
        await closeSoon(listener.server);
        await closeAll(opened, log);
      },
    };
  } catch (error) {
    closing.abort(error);
    await closeAll(opened, log);
    throw error;
  }
}

async function closeAll(opened: readonly (() => Promise<void>)[], log: Log): Promise<void> {
  const results = await Promise.allSettled(opened.map((close) => close()));
  for (const result of results) {
    if (result.status === 'rejected')
      log.warn('A part could not be closed in order.', { error: result.reason });
  }
}

/** Accepts no more connections; responses under way have LAST_ANSWERS_MS. */
async function closeSoon(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const timer = setTimeout(() => server.closeAllConnections(), LAST_ANSWERS_MS);
  await closed;
  clearTimeout(timer);
}

async function closeNow(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}

/** For /health with untrusted callers: paths of the machine are removed. */
function withoutPaths(text: string): string {
  return text.replace(/(^|\s)\/[^\s,;]+/g, '$1(a path)');
}
