import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PersonKeys, PersonSessions, VideoLinks } from '@shortfactory/access';
import { Batches } from '@shortfactory/batches';
import { loadConfig } from '@shortfactory/config';
import type { HealthJson } from '@shortfactory/contract';
import type { Log, LogFields, SecretName, VersionedObjects } from '@shortfactory/core';
import { systemClock } from '@shortfactory/core/clock';
import { openFootage } from '@shortfactory/footage';
import {
  OfflineIllustrator,
  OfflineMusician,
  OfflineNarrator,
  OfflineStoryWriter,
} from '@shortfactory/offline';
import { Signer } from '@shortfactory/jobs';
import { Operations } from '@shortfactory/operations';
import { PictureReader } from '@shortfactory/pictures';
import { createStudio } from '@shortfactory/pipeline';
import { Ffmpeg, Fonts, Renderer } from '@shortfactory/renderer';
import { FsDelivery, FsObjectStore, FsVersionedObjects } from '@shortfactory/storage';
import { Deletions } from '@shortfactory/own-data';
import type { Usage } from '@shortfactory/usage';
import { Webhooks } from '@shortfactory/webhooks';
import type { Send } from '@shortfactory/webhooks';
import {
  createApp,
  createLimiter,
  createWorkerGuard,
  guardServer,
  serverOptions,
} from '../../../http/app.ts';
import type { AppDeps } from '../../../http/app.ts';
import { publicationsOf } from '../../../composition/publications-of.ts';
import { deletionSteps } from '../../../composition/deletion-steps.ts';
import { usageOf } from '../../../composition/usage-of.ts';
import { ManualJobs } from './manual-jobs.ts';

export interface LogLine extends LogFields {
  readonly level: string;
  readonly message: string;
}

export interface ServedApp {
  readonly base: string;
  readonly port: number;
  readonly server: Server;
  readonly jobs: ManualJobs;
  readonly store: FsObjectStore;
  readonly delivery: FsDelivery;
  readonly batches: Batches;
  readonly webhooks: Webhooks;
  readonly links: VideoLinks;
  readonly operations: Operations;
  /** What was sent to webhooks; each is taken. */
  readonly sent: Parameters<Send>[0][];
  readonly lines: LogLine[];
  readonly observed: Parameters<AppDeps['metrics']['httpRequest']>[0][];
  readonly closing: AbortController;
  streams: number;
  health: HealthJson;
  isReady: boolean;
  readonly versioned: VersionedObjects;
  readonly usage: Usage;
  /** Deletes what is due so long from now. */
  deleteDue(afterMs: number): Promise<void>;
  readonly ownerHash: (owner: string) => string;
  fetch(path: string, init?: RequestInit & { token?: string; json?: unknown }): Promise<Response>;
  /** Sends bytes as they are and gives everything that comes back until the end, or so far after `ms`. */
  raw(bytes: string | Buffer, ms?: number): Promise<string>;
  socket(): Promise<Socket>;
  stop(): Promise<void>;
}

export interface ServeOptions {
  readonly env?: Record<string, string>;
  readonly secrets?: Partial<Record<SecretName, string>>;
  readonly deps?: Partial<AppDeps>;
}

const SIGNING_KEY = 'a signing key of a test, long enough';
const SIGNER = new Signer(SIGNING_KEY);

/** As ManualJobs has it, in the letters of an object's name. */
function ownerHash(owner: string): string {
  return owner.replace(/[^0-9a-z]/gi, '');
}

/** A new visitor's token. */
export function visitorToken(): string {
  return randomBytes(32).toString('base64url');
}

/** The app on a free port of loopback, over a real disk and the offline providers. */
export async function serveApp({ env = {}, secrets = {}, deps = {} }: ServeOptions = {}): Promise<ServedApp> {
  const folder = await mkdtemp(join(tmpdir(), 'http-'));
  const config = loadConfig({ RATE_LIMIT_PER_MINUTE: '100000', ...env });
  const store = new FsObjectStore(folder);
  const delivery = new FsDelivery(folder);
  const jobs = new ManualJobs();
  const sent: Parameters<Send>[0][] = [];
  const lines: LogLine[] = [];
  const log = logInto(lines, {});
  const closing = new AbortController();
  const source = { get: async (name: SecretName) => secrets[name] };
  const limiter = createLimiter(config, secrets.REDIS_URL, log);
  const pictures = new PictureReader({ searchPath: process.env['PATH'] ?? '' });
  const studio = createStudio(
    {
      store,
      storyWriter: new OfflineStoryWriter(),
      illustrator: new OfflineIllustrator(),
      narrator: new OfflineNarrator({ processes: 1, idleMs: 1 }),
      musician: new OfflineMusician(),
      renderer: new Renderer({
        ffmpeg: Ffmpeg.locate(config.FFMPEG_PATH, process.env['PATH'] ?? ''),
        fonts: new Fonts(),
        concurrency: 1,
      }),
      pictures,
      concurrency: 1,
      scratchDir: folder,
    },
    { makeSecondsPerSecond: 0.5, usdPerVideo: 0.01, usdPerSecond: 0.001, usdPerPicture: 0.02 },
  );
  const webhooks = new Webhooks({
    ...{ store, objects: new FsVersionedObjects(folder), clock: systemClock, log },
    telemetry: { record: () => undefined },
    signingKey: SIGNING_KEY,
    ownerHash,
    allowed: { networks: [], loopback: false, http: false },
    send: async (message) => {
      sent.push(message);
      return { status: 200 };
    },
  });
  const keys = new PersonKeys({
    ...{ objects: new FsVersionedObjects(folder), clock: systemClock, log, signingKey: SIGNING_KEY },
    ownerHash: (owner) => SIGNER.ownerHash(owner),
  });
  const sessions = new PersonSessions({
    ...{ objects: new FsVersionedObjects(folder), clock: systemClock },
    ownerHash: (owner) => SIGNER.ownerHash(owner),
  });
  const links = new VideoLinks({
    ...{ objects: new FsVersionedObjects(folder), clock: systemClock, log, signingKey: SIGNING_KEY },
  });
  const batches = new Batches({
    ...{ jobs, store, objects: new FsVersionedObjects(folder), clock: systemClock, log },
    ends: webhooks,
    signer: { ownerHash, jobId: (...of) => SIGNER.jobId(...of) },
    rowsAtATime: 2,
  });
  const publications = publicationsOf(config, {
    ...{ store, objects: new FsVersionedObjects(folder), files: delivery, clock: systemClock, log },
    ...{ secrets: source, signingKey: SIGNING_KEY, ownerHash, register: () => undefined },
    telemetry: { record: () => undefined },
  });
  const usage = usageOf(config, { objects: new FsVersionedObjects(folder), store, clock: systemClock });
  const operations = new Operations({
    ...{
      store,
      objects: new FsVersionedObjects(folder),
      clock: systemClock,
      log,
      auditDays: config.AUDIT_DAYS,
    },
    jobs: () => jobs,
    about: { role: config.ROLE, version: config.SERVICE_VERSION, revision: config.SERVICE_REVISION },
  });
  const deletionOptions = {
    ...{ objects: new FsVersionedObjects(folder), store, clock: systemClock, log, ownerHash },
    steps: deletionSteps({
      ...{ jobs, batches, webhooks, keys, sessions, links, store },
      objects: new FsVersionedObjects(folder),
      ...(publications && { publications }),
    }),
  };
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
    deletions: new Deletions(deletionOptions),
    operations,
    ownerHash,
    delivery,
    objects: store,
    studio,
    footage: openFootage(
      { sources: [], version: '0', baseUrls: {} },
      { secrets: source, clock: systemClock, lookup: async () => [] },
    ),
    pictures,
    secrets: source,
    signingKey: SIGNING_KEY,
    limiter,
    workerGuard: createWorkerGuard(config, source),
    health: async () => served.health,
    ready: () => (served.isReady ? 'ready' : 'closing'),
    canMake: () => Promise.resolve(),
    log,
    metrics: {
      httpRequest: (observation) => served.observed.push(observation),
      eventStream: (change) => (served.streams += change),
    },
    scrub: (json) => json,
    closing: closing.signal,
    ...deps,
  });
  const server = guardServer(createServer(serverOptions, app.callback()));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const served: ServedApp = {
    base: `http://127.0.0.1:${port}`,
    port,
    server,
    jobs,
    store,
    versioned: new FsVersionedObjects(folder),
    usage,
    ownerHash,
    deleteDue: async (afterMs) => {
      const clock = { ...systemClock, nowMs: () => systemClock.nowMs() + afterMs };
      await new Deletions({ ...deletionOptions, clock }).sweep(closing.signal);
    },
    delivery,
    batches,
    webhooks,
    links,
    operations,
    sent,
    lines,
    observed: [],
    closing,
    streams: 0,
    health: healthy(),
    isReady: true,
    fetch: (path, { token, json, headers, ...init } = {}) =>
      fetch(`http://127.0.0.1:${port}${path}`, {
        redirect: 'manual',
        ...(json === undefined ? {} : { method: 'POST', body: JSON.stringify(json) }),
        ...init,
        headers: {
          ...(json === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
          ...(headers as Record<string, string>),
        },
      }),
    socket: () =>
      new Promise((resolve, reject) => {
        const socket = connect(port, '127.0.0.1', () => resolve(socket));
        socket.once('error', reject);
      }),
    async raw(bytes, ms = 2000) {
      const socket = await served.socket();
      return new Promise((resolve) => {
        let text = '';
        const end = (): void => {
          clearTimeout(timer);
          socket.destroy();
          resolve(text);
        };
        const timer = setTimeout(end, ms);
        socket.on('data', (chunk) => (text += chunk.toString('latin1')));
        socket.on('close', end).on('error', end);
        socket.write(bytes);
      });
    },
    async stop() {
      closing.abort();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await limiter.close();
      await keys.drain();
      await links.drain();
      await rm(folder, { recursive: true, force: true });
    },
  };
  return served;
}

function logInto(lines: LogLine[], more: LogFields): Log {
  const add =
    (level: string) =>
    (message: string, fields: LogFields = {}): void =>
      void lines.push({ ...more, ...fields, level, message });
  return {
    debug: add('debug'),
    info: add('info'),
    warn: add('warn'),
    error: add('error'),
    with: (fields) => logInto(lines, { ...more, ...fields }),
  };
}

function healthy(): HealthJson {
  const ok = { state: 'ok', detail: 'fine', latencyMs: 1 } as const;
  const now = new Date().toISOString();
  return {
    status: 'ok',
    checks: { storage: ok, queue: ok, ffmpeg: ok, llm: ok, image: ok, voice: ok, secrets: ok },
    version: '0.1.0',
    revision: 'test',
    environment: 'local',
    runtime: process.version,
    startedAt: now,
    checkedAt: now,
    jobs: { running: 0, waiting: 0 },
  };
}
