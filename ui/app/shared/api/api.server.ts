import type {
  BatchArchiveJson,
  BatchCheckJson,
  BatchJson,
  BatchListJson,
  BatchPageJson,
  ClaimJson,
  ClaimRequestJson,
  ConnectJson,
  ConnectRequestJson,
  ConnectedJson,
  ConnectionAnswerJson,
  ConnectionRequest,
  ConnectionsJson,
  DeliveryListJson,
  DisconnectedJson,
  FoundJson,
  HealthJson,
  JobJson,
  JobListJson,
  KeyListJson,
  KeyRequestJson,
  KeyWithTextJson,
  LinkJson,
  LinkListJson,
  LinkRequestJson,
  KitJson,
  OptionsJson,
  PublicationListJson,
  PublicationRequestJson,
  PublisherListJson,
  SessionListJson,
  SessionRequestJson,
  SessionStateJson,
  SharedJson,
  TestAnswer,
  VideoRequestJson,
  VoicesJson,
  UsageJson,
  ExportJson,
  DeletionStateJson,
  WebhookListJson,
  WebhookRequestJson,
  WebhookWithSecretJson,
} from '@shortfactory/contract';
import type { uploadAnswer } from '@shortfactory/contract';
import type { TopicKind } from '@shortfactory/core';
import type { z } from 'zod';
import type { Script, WrittenScript } from './script.ts';
import { operateApi } from './operate-api.server.ts';
import type { OperateApi } from './operate-api.server.ts';
import { ApiProblem, ApiUnreachable, isApiProblem, isApiUnreachable } from './api-errors.ts';
import type { ProblemJson } from './api-errors.ts';
import { typeOf } from './upload.ts';

/** No page waits longer for the API. Writing a script may take a language model this long. */
const PAGE_MS = 10_000;
const WRITING_MS = 120_000;
/** What is sent is looked at, and so is what a video names. */
const SENDING_MS = 60_000;
/** A connection is tested for ten seconds at most. */
const TESTING_MS = 15_000;
/** Who signs out does not wait for long, and who is signed in goes on. */
const SESSION_MS = 3_000;
/** A page shows how the server is; it does not wait for it. */
const HEALTH_MS = 1_500;
const HEALTH_FRESH_MS = 5_000;
/** However many visitors want it anew, the API is asked once in this time; it counts how often this server asks. */
const RENEW_MS = 1_000;
const OPTIONS_FRESH_MS = 60_000;

export interface Visitor {
  readonly token: string;
  /** Header fields that say where the request came from. */
  readonly whereFrom: Readonly<Record<string, string>>;
  readonly requestId: string;
  /** Aborted when the visitor's connection closes before the page is sent. */
  readonly gone?: AbortSignal;
}

/** How the server is, as far as this one knows. */
export type Health =
  | { readonly state: 'ok' | 'slow' | 'broken'; readonly health: HealthJson; readonly checkedMs: number }
  | { readonly state: 'unreachable'; readonly checkedMs: number };

/**
 * One visitor's view of the API. Every method throws ApiProblem for an answer that is an error and ApiUnreachable when
 * no answer arrives; nothing is retried, except that `createVideo` may be sent again with the same key.
 */
export interface VisitorApi {
  options(): Promise<OptionsJson>;
  /** Who can speak, and who could on this machine. */
  voices(): Promise<VoicesJson>;
  health(fresh?: boolean): Promise<Health>;
  videos(query?: VideoQuery): Promise<JobListJson>;
  video(id: string): Promise<JobJson>;
  /** Two requests with one key make one video. */
  createVideo(request: VideoRequestJson, idempotencyKey: string): Promise<JobJson>;
  retryVideo(id: string): Promise<JobJson>;
  /** Cancels a video that is being made, removes one that is not. */
  deleteVideo(id: string): Promise<void>;
  writeScript(request: ScriptRequest): Promise<WrittenScript>;
  /** Sends a file that came with a form; its upload's name. */
  sendUpload(file: File): Promise<string>;
  /** The media type of an upload; undefined when it is not there any more. */
  uploadType(upload: string): Promise<string | undefined>;
  /** Who is connected; everything below only for a person at the machine itself. */
  connections(): Promise<ConnectionsJson>;
  foundConnections(): Promise<FoundJson>;
  /** Tests it and keeps it when it works. */
  addConnection(request: ConnectionRequest): Promise<ConnectionsJson>;
  testConnection(which: { readonly part: string; readonly entry: string }): Promise<TestAnswer>;
  setConnectionList(part: string, list: readonly string[]): Promise<ConnectionsJson>;
  removeKey(variable: string): Promise<ConnectionsJson>;
  /** What a table would become; nothing is made. */
  checkBatch(table: Table): Promise<BatchCheckJson>;
  /** Rows that cannot be made are left out. The same table twice is one batch. */
  makeBatch(table: Table, query: { readonly name?: string; readonly capUsd?: number }): Promise<BatchJson>;
  /** The visitor's own, newest first. */
  batches(query?: { readonly cursor?: string | undefined; readonly limit?: number }): Promise<BatchListJson>;
  batch(
    id: string,
    query: { readonly cursor?: string | undefined; readonly state?: string | undefined },
  ): Promise<BatchPageJson>;
  /** Its videos that are ready, as ZIP archives. */
  batchArchive(id: string): Promise<BatchArchiveJson>;
  pauseBatch(id: string): Promise<BatchJson>;
  /** With a cap, that is the new one. */
  resumeBatch(id: string, capUsd?: number): Promise<BatchJson>;
  /** Every row that has failed, or the one of a line. */
  retryBatch(id: string, line?: number): Promise<BatchJson>;
  cancelBatch(id: string): Promise<BatchJson>;
  /** Makes what a visitor's token owns this one's. */
  claim(request: ClaimRequestJson): Promise<ClaimJson>;
  /** A video by a link to it. */
  shared(token: string): Promise<SharedJson>;
  /** To a video of the visitor's own. */
  links(videoId: string): Promise<LinkListJson>;
  makeLink(videoId: string, request: LinkRequestJson): Promise<LinkJson>;
  revokeLink(videoId: string, id: string): Promise<void>;
  /** What the visitor has made and used, from one day (UTC) to another. */
  usage(from: string, to: string): Promise<UsageJson>;
  /** The archive of all that the visitor has that begins at a cursor. */
  accountExport(cursor?: string): Promise<ExportJson>;
  /** Whether everything of the visitor is about to be deleted. */
  deletion(): Promise<DeletionStateJson>;
  askDeletion(confirm: string): Promise<void>;
  keepEverything(): Promise<void>;
  /** Of the person who has signed in. */
  keys(): Promise<KeyListJson>;
  /** The key with its text, which nobody is told again. */
  makeKey(request: KeyRequestJson): Promise<KeyWithTextJson>;
  /** It ends 90 days from now. */
  renewKey(id: string): Promise<void>;
  revokeKey(id: string): Promise<void>;
  /** Where the person is signed in. */
  sessions(): Promise<SessionListJson>;
  /** Tells of a session, and hears whether it goes on. */
  noteSession(id: string, session: SessionRequestJson): Promise<SessionStateJson>;
  endSession(id: string): Promise<void>;
  endOtherSessions(id: string): Promise<void>;
  /** What goes with a finished video where it is posted. */
  kit(videoId: string): Promise<KitJson>;
  /** Where videos can be sent from here, and the visitor's channel there. */
  publishers(): Promise<PublisherListJson>;
  /** Where its owner lets us send to a channel. */
  connectYouTube(request: ConnectRequestJson): Promise<ConnectJson>;
  /** Takes what came back from there. */
  youTubeConnected(answer: ConnectionAnswerJson): Promise<ConnectedJson>;
  disconnectYouTube(): Promise<DisconnectedJson>;
  /** Where a video of the visitor's was sent, newest first. */
  publications(videoId: string): Promise<PublicationListJson>;
  /** The same again is the same publication. */
  publish(videoId: string, request: PublicationRequestJson): Promise<void>;
  stopPublication(id: string): Promise<void>;
  retryPublication(id: string): Promise<void>;
  /** For whoever runs the deployment. */
  readonly operate: OperateApi;
  /** The visitor's own. */
  webhooks(): Promise<WebhookListJson>;
  /** The webhook with its secret, which nobody is told again. */
  addWebhook(request: WebhookRequestJson): Promise<WebhookWithSecretJson>;
  renewWebhookSecret(id: string): Promise<WebhookWithSecretJson>;
  removeWebhook(id: string): Promise<void>;
  /** Who was told that a video or a batch ended, newest first. */
  deliveries(kind: Told, of: string): Promise<DeliveryListJson>;
  redeliver(kind: Told, of: string, id: string): Promise<void>;
}

/** What ends and is told of. */
export type Told = 'videos' | 'batches';

/** Rows as text. */
export interface Table {
  readonly text: string;
  readonly type: 'text/csv' | 'application/jsonl';
}

export interface VideoQuery {
  readonly cursor?: string | undefined;
  readonly limit?: number;
  /** Words of title or topic. */
  readonly q?: string;
  readonly status?: JobJson['status'];
}

export interface ScriptRequest {
  readonly topic: string;
  readonly kind?: TopicKind;
  readonly callToAction?: string;
  readonly sources?: { readonly text: string }[];
  readonly language?: string;
  readonly imageStyle?: NonNullable<Script['imageStyle']>;
  readonly seconds: number;
}

export interface Api {
  as(visitor: Visitor): VisitorApi;
  health(): Promise<Health>;
  /** What is the same for all visitors is asked anew: another voice or writer. */
  forget(): void;
}

export interface ApiOptions {
  readonly baseUrl: string;
  readonly version: string;
  /** Of this front end, where the API wants one. */
  readonly apiKey?: string | undefined;
}

/** The API at an address. What is the same for all visitors (its options, its health) is cached for a short while. */
export function createApi({ baseUrl, version, apiKey }: ApiOptions): Api {
  const anonymous: Visitor = { token: '', whereFrom: {}, requestId: '' };

  async function call<T>(visitor: Visitor, method: string, path: string, how: CallOptions = {}): Promise<T> {
    // What is sent to a bucket has its own way in, and hears nothing of ours.
    const isOurs = path.startsWith('/');
    const headers: Record<string, string> = {
      accept: 'application/json',
      'user-agent': `shortfactory-ui/${version}`,
      ...(isOurs && {
        ...(apiKey !== undefined && { 'x-api-key': apiKey }),
        ...(visitor.token !== '' && { authorization: `Bearer ${visitor.token}` }),
        ...visitor.whereFrom,
        ...(visitor.requestId !== '' && { 'x-request-id': visitor.requestId }),
        ...(how.key !== undefined && { 'idempotency-key': how.key }),
      }),
      ...(how.json !== undefined && { 'content-type': 'application/json' }),
      ...(how.file && { 'content-type': typeOf(how.file) }),
      ...(how.table && { 'content-type': how.table.type }),
      ...how.headers,
    };
    // What makes or changes something is carried out, whether its sender waits or not.
    const gone = method === 'GET' && visitor.gone ? [visitor.gone] : [];
    let answer: Response;
    try {
      answer = await fetch(isOurs ? `${baseUrl}${path}` : path, {
        method,
        headers,
        body: how.file ?? how.table?.text ?? (how.json === undefined ? null : JSON.stringify(how.json)),
        redirect: 'error',
        signal: AbortSignal.any([AbortSignal.timeout(how.waitMs ?? PAGE_MS), ...gone]),
      });
    } catch (error) {
      throw new ApiUnreachable(error instanceof Error ? error.message : String(error));
    }
    if (answer.ok || (how.alsoOk ?? []).includes(answer.status)) {
      if (how.read) return how.read(answer) as T;
      return (how.file || answer.status === 204 ? undefined : await answer.json()) as T;
    }
    throw new ApiProblem(await problemOf(answer));
  }

  const options = cached(OPTIONS_FRESH_MS, () => call<OptionsJson>(anonymous, 'GET', '/api/options'));
  const health = cached(HEALTH_FRESH_MS, () => askHealth((how) => call(anonymous, 'GET', '/health', how)));

  const forget = (): void => {
    options.forget();
    health.forget();
  };
  const changing = async <T>(asked: Promise<T>): Promise<T> => {
    try {
      return await asked;
    } finally {
      forget();
    }
  };

  return {
    forget,
    health: () => health.get(),
    as: (visitor) => ({
      options: () => options.get(),
      voices: () => call(visitor, 'GET', '/api/voices'),
      health: (fresh = false) => (fresh ? health.renew() : health.get()),
      videos: (query = {}) => call(visitor, 'GET', `/api/videos${queryString(query)}`),
      video: (id) => call(visitor, 'GET', `/api/videos/${encodeURIComponent(id)}`),
      createVideo: (json, key) => call(visitor, 'POST', '/api/videos', { json, key, waitMs: SENDING_MS }),
      retryVideo: (id) => call(visitor, 'POST', `/api/videos/${encodeURIComponent(id)}/retry`),
      deleteVideo: (id) => call(visitor, 'DELETE', `/api/videos/${encodeURIComponent(id)}`),
      writeScript: (json) => call(visitor, 'POST', '/api/scripts', { json, waitMs: WRITING_MS }),
      async sendUpload(file) {
        const json = { filename: file.name.slice(-255), contentType: typeOf(file), bytes: file.size };
        const announced = await call<UploadAnswer>(visitor, 'POST', '/api/uploads', { json });
        await call(visitor, announced.method, announced.url, {
          file,
          headers: announced.headers,
          waitMs: SENDING_MS,
        });
        return announced.upload;
      },
      async uploadType(upload) {
        const read = ({ ok, headers }: Response) => (ok && headers.get('content-type')) || undefined;
        return call(visitor, 'HEAD', `/api/${upload}`, { read, alsoOk: [404] });
      },
      connections: () => call(visitor, 'GET', '/api/connections'),
      foundConnections: () => call(visitor, 'GET', '/api/connections/found'),
      addConnection: (json) =>
        changing(call(visitor, 'POST', '/api/connections', { json, waitMs: TESTING_MS })),
      testConnection: (json) => call(visitor, 'POST', '/api/connections/test', { json, waitMs: TESTING_MS }),
      setConnectionList: (part, list) =>
        changing(call(visitor, 'PUT', `/api/connections/lists/${part}`, { json: { list } })),
      removeKey: (variable) =>
        changing(call(visitor, 'DELETE', `/api/connections/keys/${encodeURIComponent(variable)}`)),
      checkBatch: (table) => call(visitor, 'POST', '/api/batches/check', { table, waitMs: WRITING_MS }),
      makeBatch: (table, query) =>
        call(visitor, 'POST', `/api/batches${queryString({ ...query, faults: 'skip' })}`, {
          table,
          waitMs: WRITING_MS,
        }),
      batches: (query = {}) => call(visitor, 'GET', `/api/batches${queryString(query)}`),
      batch: (id, query) => call(visitor, 'GET', `${batchPath(id)}${queryString(query)}`),
      batchArchive: (id) => call(visitor, 'GET', `${batchPath(id)}/archive`),
      pauseBatch: (id) => call(visitor, 'POST', `${batchPath(id)}/pause`),
      resumeBatch: (id, capUsd) => call(visitor, 'POST', `${batchPath(id)}/resume${queryString({ capUsd })}`),
      retryBatch: (id, line) => call(visitor, 'POST', `${batchPath(id)}/retry${queryString({ line })}`),
      cancelBatch: (id) => call(visitor, 'POST', `${batchPath(id)}/cancel`),
      claim: (json) => call(visitor, 'POST', '/api/claims', { json, waitMs: SENDING_MS }),
      shared: (token) => call(visitor, 'GET', `/api/shared/${encodeURIComponent(token)}`),
      links: (id) => call(visitor, 'GET', linksPath(id)),
      makeLink: (id, json) => call(visitor, 'POST', linksPath(id), { json }),
      revokeLink: (id, link) => call(visitor, 'DELETE', `${linksPath(id)}/${encodeURIComponent(link)}`),
      keys: () => call(visitor, 'GET', '/api/keys'),
      makeKey: (json) => call(visitor, 'POST', '/api/keys', { json }),
      renewKey: (id) => call(visitor, 'POST', `/api/keys/${encodeURIComponent(id)}/renew`, { json: {} }),
      revokeKey: (id) => call(visitor, 'DELETE', `/api/keys/${encodeURIComponent(id)}`),
      sessions: () => call(visitor, 'GET', '/api/sessions'),
      noteSession: (id, json) => call(visitor, 'PUT', sessionPath(id), { json, waitMs: SESSION_MS }),
      endSession: (id) => call(visitor, 'DELETE', sessionPath(id), { waitMs: SESSION_MS }),
      endOtherSessions: (id) => call(visitor, 'DELETE', `${sessionPath(id)}/others`),
      kit: (id) => call(visitor, 'GET', `/api/videos/${encodeURIComponent(id)}/kit`),
      publishers: () => call(visitor, 'GET', '/api/publishers'),
      connectYouTube: (json) => call(visitor, 'POST', '/api/publishers/youtube/connect', { json }),
      youTubeConnected: (json) =>
        call(visitor, 'POST', '/api/publishers/youtube/connection', { json, waitMs: SENDING_MS }),
      disconnectYouTube: () => call(visitor, 'DELETE', '/api/publishers/youtube', { waitMs: SENDING_MS }),
      publications: (id) => call(visitor, 'GET', `/api/videos/${encodeURIComponent(id)}/publications`),
      publish: (id, json) =>
        call(visitor, 'POST', `/api/videos/${encodeURIComponent(id)}/publications`, { json }),
      stopPublication: (id) => call(visitor, 'DELETE', `/api/publications/${encodeURIComponent(id)}`),
      retryPublication: (id) => call(visitor, 'POST', `/api/publications/${encodeURIComponent(id)}/retry`),
      accountExport: (cursor) => call(visitor, 'GET', `/api/account/export${queryString({ cursor })}`),
      deletion: () => call(visitor, 'GET', '/api/account/deletion'),
      askDeletion: (confirm) => call(visitor, 'POST', '/api/account/deletion', { json: { confirm } }),
      keepEverything: () => call(visitor, 'DELETE', '/api/account/deletion'),
      usage: (from, to) => call(visitor, 'GET', `/api/usage${queryString({ from, to })}`),
      operate: operateApi(
        (method, path, how) =>
          method === 'PUT' ? changing(call(visitor, method, path, how)) : call(visitor, method, path, how),
        queryString,
      ),
      webhooks: () => call(visitor, 'GET', '/api/webhooks'),
      addWebhook: (json) => call(visitor, 'POST', '/api/webhooks', { json }),
      renewWebhookSecret: (id) => call(visitor, 'POST', `/api/webhooks/${encodeURIComponent(id)}/secret`),
      removeWebhook: (id) => call(visitor, 'DELETE', `/api/webhooks/${encodeURIComponent(id)}`),
      deliveries: (kind, id) => call(visitor, 'GET', `/api/${kind}/${encodeURIComponent(id)}/deliveries`),
      redeliver: (kind, id, which) =>
        call(
          visitor,
          'POST',
          `/api/${kind}/${encodeURIComponent(id)}/deliveries/${encodeURIComponent(which)}/redeliver`,
        ),
    }),
  };
}

type UploadAnswer = z.infer<typeof uploadAnswer>;

interface CallOptions {
  readonly json?: unknown;
  readonly file?: File;
  readonly table?: Table;
  readonly headers?: Readonly<Record<string, string>>;
  readonly key?: string;
  readonly waitMs?: number;
  /** What of the answer is wanted, where that is not its JSON. */
  readonly read?: (answer: Response) => unknown;
  /** Statuses that are answers all the same, such as the 503 of a health check. */
  readonly alsoOk?: readonly number[];
}

function linksPath(videoId: string): string {
  return `/api/videos/${encodeURIComponent(videoId)}/links`;
}

function sessionPath(id: string): string {
  return `/api/sessions/${encodeURIComponent(id)}`;
}

function batchPath(id: string): string {
  return `/api/batches/${encodeURIComponent(id)}`;
}

function queryString(query: Readonly<Record<string, unknown>> | VideoQuery): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return given.length === 0
    ? ''
    : `?${new URLSearchParams(given.map(([name, value]) => [name, String(value)]))}`;
}

async function askHealth(ask: (how: CallOptions) => Promise<HealthJson>): Promise<Health> {
  try {
    const health = await ask({ waitMs: HEALTH_MS, alsoOk: [503] });
    const slow = Object.values(health.checks).some((check) => check.state === 'slow');
    const state = health.status === 'broken' ? 'broken' : slow ? 'slow' : 'ok';
    return { state, health, checkedMs: Date.now() };
  } catch (error) {
    if (isApiProblem(error) || isApiUnreachable(error)) {
      return { state: 'unreachable', checkedMs: Date.now() };
    }
    throw error;
  }
}

/** The value from less than `forMs` ago; an older one is given once more while a new one is fetched behind it. */
function cached<T>(
  forMs: number,
  fetchOne: () => Promise<T>,
): { get(): Promise<T>; renew(): Promise<T>; forget(): void } {
  let value: { readonly it: T; readonly atMs: number } | undefined;
  let underWay: Promise<T> | undefined;
  const renew = (): Promise<T> => {
    if (value && Date.now() - value.atMs < RENEW_MS) return Promise.resolve(value.it);
    underWay ??= fetchOne()
      .then((it) => {
        value = { it, atMs: Date.now() };
        return it;
      })
      .finally(() => (underWay = undefined));
    return underWay;
  };
  return {
    renew,
    forget: () => (value = undefined),
    async get() {
      const age = value ? Date.now() - value.atMs : Infinity;
      if (!value || age > 20 * forMs) return renew();
      if (age > forMs) renew().catch(() => undefined);
      return value.it;
    },
  };
}

async function problemOf(answer: Response): Promise<ProblemJson> {
  const text = await answer.text();
  try {
    const json = JSON.parse(text) as Partial<ProblemJson>;
    return { ...json, status: answer.status, title: json.title ?? '', detail: json.detail ?? '' };
  } catch {
    return { status: answer.status, title: '', detail: '' };
  }
}
