import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json as readJson, text as readText } from 'node:stream/consumers';
import {
  claimJson,
  claimRequest,
  checkAnswer,
  connectJson,
  connectRequest,
  connectedJson,
  disconnectedJson,
  kitJson,
  publicationJson,
  publicationListJson,
  publisherListJson,
  checkRequest,
  connectionsJson,
  deliveryJson,
  deliveryListJson,
  footageJson,
  footageQuery,
  foundJson,
  healthJson,
  illustrationRequest,
  recordingAnswer,
  recordingRequest,
  jobJson,
  jobListJson,
  keyJson,
  linkJson,
  linkListJson,
  linkRequest,
  sharedJson,
  keyListJson,
  sessionListJson,
  sessionRequest,
  sessionStateJson,
  keyRequest,
  keyWithTextJson,
  optionsJson,
  scriptRequest,
  scriptSchema,
  speechAnswer,
  speechRequest,
  testAnswer,
  topicCheckAnswer,
  topicCheckRequest,
  uploadAnswer,
  uploadRequest,
  deletionJson,
  deletionRequest,
  deletionStateJson,
  exportJson,
  usageJson,
  videoRequest,
  voiceInstallJson,
  voicesJson,
  withVisuals,
  webhookListJson,
  webhookRequest,
  webhookWithSecretJson,
} from '@shortfactory/contract';
import type { JobJson, OptionsJson, VoiceInstallJson, VoicesJson } from '@shortfactory/contract';
import type { z } from 'zod';
import { BatchesDouble } from './batches.ts';
import { FOUND, changed, connections } from './connections.ts';
import { KeysDouble } from './keys.ts';
import { SessionsDouble } from './sessions.ts';
import { LinksDouble, sharedOf } from './links.ts';
import { OperateDouble } from './operate.ts';
import { usageOf } from './usage.ts';
import { WebhooksDouble } from './webhooks.ts';
import { FOOTAGE } from './footage.ts';
import { PublishingDouble } from './publishing.ts';
import { jobId, octopusJob } from './jobs.ts';
import { OCTOPUS, OCTOPUS_SECONDS } from './octopus.ts';
import { ADDABLE, health, OPTIONS } from './service.ts';
import { placeholder } from './placeholder.ts';
import { beep } from './sound.ts';

type Wanted = z.output<typeof videoRequest>;
/** The API takes a script as text, too; pages never send one. */
type Made = Exclude<Wanted, { script: string }>;

function kitOf({ id, title, description = '', outputs, disclosure }: JobJson): z.input<typeof kitJson> {
  const base = `/api/videos/${id}`;
  return {
    ...{ title, description, language: 'en', hashtags: [], credits: [], altText: '', text: description },
    ...(disclosure !== undefined && { disclosure }),
    ...{ videos: outputs, thumbnail: `${base}/poster` },
    captions: { srt: `${base}/captions.srt`, vtt: `${base}/captions.vtt` },
  };
}

function isMade(wanted: Wanted): wanted is Made {
  return !('script' in wanted) || typeof wanted.script !== 'string';
}

export interface File {
  readonly type: string;
  readonly bytes: Uint8Array;
}

/**
 * The API as far as pages see it, for states that the real one reaches seldom or slowly. What it is sent and what it
 * answers is checked with the contract's own schemas; a difference fails the request, and with it the test.
 */
export class ApiDouble {
  videos: JobJson[] = [];
  /** Watched by their id, but in no visitor's list. */
  hidden: JobJson[] = [];
  options: OptionsJson = OPTIONS;
  /** Ids of what a person who signed in took along; the rest is a visitor's. */
  readonly taken = new Set<string>();
  health: 'ok' | 'slow' | 'broken' = 'ok';
  connections = connections(true);
  batches = new BatchesDouble();
  hooks = new WebhooksDouble();
  keys = new KeysDouble();
  sessions = new SessionsDouble();
  usage = usageOf;
  operate = new OperateDouble(health('ok', 0).checks);
  /** When everything goes, once that was asked for. */
  deletion: z.input<typeof deletionJson> | undefined;
  links = new LinksDouble();
  publishing = new PublishingDouble();
  found = FOUND;
  /** What was asked of connections, with what was sent. */
  readonly connected: { readonly path: string; readonly body: unknown }[] = [];
  /** What was to be spoken. */
  readonly spoken: z.output<typeof speechRequest>[] = [];
  /** Natural voices that the machine could have; undefined where it is not the visitor's own. */
  addable: VoicesJson['addable'] = ADDABLE;
  /** What is answered, one after the other, to how far a voice is; the last one again and again. */
  installs: Omit<VoiceInstallJson, 'voice'>[] = [];
  /** Words of topics that the writer knows nothing of. */
  outlines: string[] = [];
  /** What a search may find, where a source is configured. */
  footage = FOOTAGE;
  /** Sentences: which source does not answer. */
  footageFailures: string[] = [];
  /** Before every answer. */
  delayMs = 0;
  /** Answers of one path (method and path) that are not what they should be: status and detail. */
  readonly failures = new Map<
    string,
    { readonly status: number; readonly detail: string; readonly pointer?: string }
  >();
  readonly seen: {
    readonly method: string;
    readonly path: string;
    readonly headers: IncomingMessage['headers'];
  }[] = [];
  /** Requests to make a video, as they came. */
  readonly made: Made[] = [];
  readonly uploads = new Map<string, File>();
  /** Words that are not found in a recording. */
  notSaid: string[] = [];
  picture: (name: string, scene: number | 'poster') => File | Promise<File> = placeholder;
  film: File | undefined;
  readonly #keys = new Map<string, string>();
  readonly #watchers = new Map<string, Set<ServerResponse>>();
  #server = createServer((request, response) => {
    this.#answer(request, response).catch((error: unknown) => {
      if (!response.headersSent) problem(response, 500, String(error));
      else response.destroy();
    });
  });

  async listen(port = 0): Promise<string> {
    // As the API's: no connection ends while a request is on its way over it.
    this.#server.keepAliveTimeout = 620_000;
    await new Promise<void>((resolve) => this.#server.listen(port, '127.0.0.1', resolve));
    return this.url;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server.close(resolve));
    this.#server.closeAllConnections();
    await closed;
  }

  /** Changes a video and sends an event to everyone who watches it. */
  push(job: JobJson): void {
    this.videos = [job, ...this.videos.filter(({ id }) => id !== job.id)];
    for (const response of this.#watchers.get(job.id) ?? []) sendEvent(response, job);
  }

  /** Ends every event stream, as a restart of the server does. */
  dropWatchers(): void {
    for (const set of this.#watchers.values()) for (const response of set) response.destroy();
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = request;
    const url = new URL(request.url ?? '/', 'http://api');
    const path = url.pathname;
    this.seen.push({ method, path: path + url.search, headers });
    if (this.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, this.delayMs));
    const failure = this.failures.get(`${method} ${path}`);
    if (failure) return problem(response, failure.status, failure.detail, failure.pointer);
    const route = `${method} ${path}`;
    if (route === 'GET /api/options') return send(response, 200, optionsJson, this.options);
    if (route === 'GET /health') {
      return send(
        response,
        this.health === 'broken' ? 503 : 200,
        healthJson,
        health(this.health, Date.now()),
      );
    }
    if (route === 'GET /api/videos')
      return this.#list(response, url.searchParams, headers['x-visitor-subject'] !== undefined);
    if (route === 'POST /api/claims') {
      const { videos = [] } = claimRequest.parse(await readJson(request));
      for (const id of videos) this.taken.add(id);
      return send(response, 200, claimJson, { taken: videos, left: [] });
    }
    if (route === 'POST /api/videos') return this.#make(request, response);
    if (route === 'POST /api/scripts') {
      const wish = scriptRequest.parse(await readJson(request));
      const title = 'topic' in wish && wish.topic !== undefined ? wish.topic : OCTOPUS.title;
      return send(response, 200, scriptSchema, { ...OCTOPUS, title });
    }
    if (route === 'POST /api/topics/check') {
      const { topic } = topicCheckRequest.parse(await readJson(request));
      const answer = this.outlines.some((word) => topic.includes(word)) ? { kind: 'outline' as const } : {};
      return send(response, 200, topicCheckAnswer, answer);
    }
    if (path.startsWith('/api/connections')) return this.#connections(request, response, path);
    if (path.startsWith('/api/operate')) {
      if (!this.operate.isOperator)
        return problem(response, 403, 'This is for whoever runs ShortFactory here.');
      const body = method === 'GET' ? undefined : await readJson(request);
      const [schema, answer] = this.operate.answer(method, path.slice('/api/operate'.length), body) ?? [];
      if (schema) return send(response, 200, schema, answer);
      response.writeHead(204).end();
      return;
    }
    if (route === 'GET /api/usage') {
      const [from = '', to = ''] = ['from', 'to'].map((name) => url.searchParams.get(name) ?? '');
      return send(response, 200, usageJson, this.usage(from, to));
    }
    if (path.startsWith('/api/account/')) return this.#account(request, response, route, url);
    if (path.startsWith('/api/sessions')) return this.#sessionsOf(request, response, path);
    if (path.startsWith('/api/keys')) return this.#keysOf(request, response, path);
    if (/^\/api\/publi(shers|cations)\b/.test(path)) return this.#publishing(request, response, path);
    if (path.startsWith('/api/shared/')) return this.#sharedFile(request, response, path);
    if (path.startsWith('/api/webhooks')) return this.#hooks(request, response, path);
    const [, batch, toldOf] = /^\/api\/batches\/([^/]+)\/deliveries(?:\/(\w+)\/redeliver)?$/.exec(path) ?? [];
    if (batch !== undefined) return this.#deliveries(response, batch, toldOf);
    if (path.startsWith('/api/batches')) return this.#batches(request, response, url);
    if (route === 'POST /api/speech') {
      const wanted = speechRequest.parse(await readJson(request));
      this.spoken.push(wanted);
      return send(response, 200, speechAnswer, {
        ...{ language: 'en', voice: wanted.voice, seconds: 2, words: [], degraded: [], costUsd: 0 },
        audio: { contentType: 'audio/wav', base64: beep(2).toString('base64') },
      });
    }
    if (route === 'GET /api/footage') return this.#search(response, url.searchParams);
    if (path.startsWith('/api/footage/films/') && this.film) return sendFile(request, response, this.film);
    if (path.startsWith('/api/footage/previews/'))
      return sendFile(request, response, await this.picture(path, path.length % 7));
    if (route === 'GET /api/voices') {
      const voices = this.options.voices.map((voice) => ({
        ...voice,
        sample: `/api/voices/${voice.id}/sample`,
      }));
      const addable = this.addable && { addable: this.addable };
      return send(response, 200, voicesJson, { voices, ...addable });
    }
    const adding = /^(?:GET|POST|DELETE) \/api\/voices\/([\w-]+)\/install$/.exec(route)?.[1];
    if (adding !== undefined) return this.#install(request, response, adding);
    if (/^GET \/api\/voices\/[\w-]+\/sample$/.test(route))
      return sendFile(request, response, { type: 'audio/wav', bytes: beep(2) });
    if (route === 'POST /api/scripts/check') return this.#check(request, response);
    if (route === 'POST /api/illustrations') {
      illustrationRequest.parse(await readJson(request));
      const upload = newUpload();
      this.uploads.set(upload, await this.picture('redrawn', 0));
      return sendJson(response, 201, { upload, url: `/api/${upload}` });
    }
    if (route === 'POST /api/recordings') {
      const { text } = recordingRequest.parse(await readJson(request));
      const words = text
        .split(' ')
        .map((word, i) => ({ text: word, startMs: 300 * i, endMs: 300 * i + 280 }));
      return send(response, 200, recordingAnswer, { seconds: 2.5, words, missing: this.notSaid });
    }
    if (route === 'POST /api/uploads') {
      uploadRequest.parse(await readJson(request));
      const upload = newUpload();
      return send(response, 201, uploadAnswer, {
        upload,
        url: `/api/${upload}`,
        method: 'PUT',
        headers: {},
        expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
      });
    }
    const upload = /^\/api\/(uploads\/[\w-]+)$/.exec(path)?.[1];
    if (upload !== undefined) return this.#upload(request, response, upload);
    const [, id = '', rest = ''] = /^\/api\/videos\/([\w-]+)(\/.*)?$/.exec(path) ?? [];
    const job = [...this.videos, ...this.hidden].find((each) => each.id === id);
    if (!job) return problem(response, 404, 'There is no video with this id.');
    return this.#video(request, response, job, rest, url.searchParams);
  }

  async #video(
    request: IncomingMessage,
    response: ServerResponse,
    job: JobJson,
    rest: string,
    query: URLSearchParams,
  ): Promise<void> {
    const { method = 'GET' } = request;
    if (rest === '' && method === 'GET') return send(response, 200, jobJson, job);
    if (rest === '' && method === 'DELETE') {
      if (job.status === 'queued' || job.status === 'running') {
        const cancelled: JobJson = { ...job, status: 'cancelled' };
        this.push(cancelled);
        return send(response, 200, jobJson, cancelled);
      }
      this.videos = this.videos.filter(({ id }) => id !== job.id);
      response.writeHead(204).end();
      return;
    }
    if (rest === '/retry' && method === 'POST') {
      const { error: _error, ...again } = job;
      this.push({ ...again, status: 'running' });
      return send(response, 202, jobJson, this.videos[0]);
    }
    if (rest === '/publications' && method === 'POST')
      return send(response, 202, publicationJson, this.publishing.publish(job.id, await readJson(request)));
    if (rest === '/publications')
      return send(response, 200, publicationListJson, { publications: this.publishing.publications });
    if (rest === '/kit') return send(response, 200, kitJson, kitOf(job));
    if (rest.startsWith('/links')) return this.#linksOf(request, response, job, rest);
    if (rest === '/deliveries') return this.#deliveries(response, job.id, undefined);
    const sentAgain = /^\/deliveries\/(\w+)\/redeliver$/.exec(rest)?.[1];
    if (sentAgain !== undefined) return this.#deliveries(response, job.id, sentAgain);
    if (rest === '/events') return this.#watch(request, response, job);
    const scene = /^\/scenes\/(\d+)\/illustration$/.exec(rest)?.[1];
    const name = job.id.replace(/^job_|0+$/g, '');
    if (scene !== undefined) return sendFile(request, response, await this.picture(name, Number(scene)));
    if (rest === '/poster') return sendFile(request, response, await this.picture(name, 'poster'));
    if (rest === '/captions.vtt') return sendFile(request, response, captions('text/vtt'));
    if (rest === '/captions.srt') return sendFile(request, response, captions('application/x-subrip'));
    if (rest === '/file' && this.film) {
      if (query.get('download') === '1') {
        response.setHeader('Content-Disposition', 'attachment; filename="why-octopuses.mp4"');
      }
      return sendFile(request, response, this.film);
    }
    return problem(response, 404, 'This video has no such file.');
  }

  #install(request: IncomingMessage, response: ServerResponse, id: string): void {
    const now = (this.installs.length > 1 && request.method === 'GET' ? this.installs.shift() : undefined) ??
      this.installs[0] ?? { state: 'absent', bytes: 0, of: 0 };
    const voice = this.addable?.find((each) => each.id === id);
    if (now.state === 'installed' && voice) {
      const { languages, label, licence } = voice;
      const voices = [{ id, label, languages, licence, natural: true as const }, ...this.options.voices];
      this.options = { ...this.options, voices };
      this.addable = this.addable?.filter((each) => each !== voice);
    }
    send(response, request.method === 'POST' ? 202 : 200, voiceInstallJson, { voice: id, ...now });
  }

  async #connections(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { method = 'GET' } = request;
    const rest = path.slice('/api/connections'.length);
    if (method === 'GET') {
      if (rest === '/found') return send(response, 200, foundJson, this.found);
      return send(response, 200, connectionsJson, this.connections);
    }
    const body = method === 'DELETE' ? undefined : await readJson(request);
    this.connected.push({ path: `${method} ${rest}`, body });
    const next = changed(this.connections, method, rest, body);
    if (!next)
      return problem(
        response,
        400,
        '/key: OpenRouter did not accept the key in OPENROUTER_API_KEY, or does not allow it this service. It was not kept.',
        '/key',
      );
    this.connections = next;
    if (rest === '/test')
      return send(response, 200, testAnswer, { ok: false, detail: 'Busy.', latencyMs: 90 });
    send(response, 200, connectionsJson, next);
  }

  /** What was sent of a video or a batch; with a delivery, that one is sent again. */
  #deliveries(response: ServerResponse, of: string, again: string | undefined): void {
    if (again !== undefined) return send(response, 202, deliveryJson, this.hooks.redeliver(of, again));
    return send(response, 200, deliveryListJson, { deliveries: this.hooks.deliveries.get(of) ?? [] });
  }

  async #batches(request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
    const { method = 'GET', headers } = request;
    const answer = this.batches.answer(method, url, await readText(request), headers['content-type'] ?? '');
    if (!answer) return problem(response, 404, 'You have no batch with this id.');
    send(response, answer.status, answer.schema, answer.body);
  }

  async #linksOf(
    request: IncomingMessage,
    response: ServerResponse,
    job: JobJson,
    rest: string,
  ): Promise<void> {
    const { method } = request;
    if (method === 'GET') return send(response, 200, linkListJson, { links: this.links.of(job.id) });
    if (method === 'POST') {
      const wanted = linkRequest.parse(await readJson(request));
      return send(response, 201, linkJson, this.links.make(job.id, wanted));
    }
    this.links.revoke(rest.split('/')[2] ?? '');
    response.writeHead(204).end();
  }

  async #sharedFile(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, , , token = '', file] = path.split('/');
    const found = this.links.find(token);
    const job = found && this.videos.find(({ id }) => id === found.video);
    if (!job) return problem(response, 404, 'This link has ended.');
    if (file === undefined) return send(response, 200, sharedJson, sharedOf(job, found.link));
    const base = job.id.replace(/^job_|0+$/g, '');
    if (file === 'poster') return sendFile(request, response, await this.picture(base, 'poster'));
    if (file === 'captions.vtt') return sendFile(request, response, captions('text/vtt'));
    if (this.film) return sendFile(request, response, this.film);
    problem(response, 404, 'This link has ended.');
  }

  async #account(
    request: IncomingMessage,
    response: ServerResponse,
    route: string,
    { searchParams }: URL,
  ): Promise<void> {
    if (route === 'GET /api/account/export') {
      const next = searchParams.has('cursor') ? {} : { next: `${'1'.repeat(13)}-${'0'.repeat(26)}` };
      return send(response, 200, exportJson, {
        ...{ url: '/api/account/export.zip', bytes: 412_000_000, videos: 100, ...next },
      });
    }
    if (route === 'POST /api/account/deletion') {
      const body = deletionRequest.safeParse(await readJson(request));
      if (!body.success) {
        const detail = '/confirm is not the words "delete everything".';
        return sendJson(response, 400, { type: 'x', title: 'x', status: 400, detail, instance: '/x' });
      }
      const askedAt = new Date();
      const dueAt = new Date(askedAt.getTime() + 86_400_000);
      this.deletion = { askedAt: askedAt.toISOString(), dueAt: dueAt.toISOString(), begun: false };
      return send(response, 202, deletionJson, this.deletion);
    }
    if (route === 'DELETE /api/account/deletion') {
      this.deletion = undefined;
      response.writeHead(204).end();
      return;
    }
    return send(response, 200, deletionStateJson, this.deletion ? { deletion: this.deletion } : {});
  }

  async #keysOf(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { method, headers } = request;
    if (headers['x-visitor-subject'] === undefined)
      return problem(response, 401, 'Who asks has not signed in.');
    const [, , , id = '', renewing] = path.split('/');
    if (method === 'GET') return send(response, 200, keyListJson, { keys: this.keys.list });
    if (method === 'DELETE') {
      this.keys.revoke(id);
      response.writeHead(204).end();
      return;
    }
    const body = await readJson(request);
    if (renewing !== undefined) return send(response, 200, keyJson, this.keys.renew(id));
    send(response, 201, keyWithTextJson, this.keys.make(keyRequest.parse(body)));
  }

  async #sessionsOf(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const { method, headers } = request;
    if (this.sessions.isAway) return problem(response, 503, 'Away.');
    if (headers['x-visitor-subject'] === undefined)
      return problem(response, 401, 'Who asks has not signed in.');
    const [, , , id = '', others] = path.split('/');
    if (method === 'GET') return send(response, 200, sessionListJson, { sessions: this.sessions.list });
    if (method === 'PUT') {
      const live = this.sessions.note(id, sessionRequest.parse(await readJson(request)));
      return send(response, 200, sessionStateJson, { live });
    }
    if (this.sessions.list.every((each) => each.id !== id))
      return problem(response, 404, 'There is no session with this id.');
    this.sessions.end((each) => (each === id) === (others === undefined));
    response.writeHead(204).end();
  }

  async #publishing(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, , , id = '', way] = path.split('/');
    switch (`${request.method ?? ''} ${path}`) {
      case 'GET /api/publishers':
        return send(response, 200, publisherListJson, this.publishing.publishers);
      case 'POST /api/publishers/youtube/connect': {
        const asked = connectRequest.parse(await readJson(request));
        this.publishing.asked.push(asked);
        // As if its owner had said yes at once.
        const back = `${asked.redirectUri}?code=a-code&state=${asked.video ?? ''}`;
        return send(response, 200, connectJson, { url: back });
      }
      case 'POST /api/publishers/youtube/connection': {
        const { state } = (await readJson(request)) as { state: string };
        const channel = this.publishing.connect();
        return send(response, 200, connectedJson, { name: 'youtube', channel, video: state });
      }
      case 'DELETE /api/publishers/youtube':
        this.publishing.channel = undefined;
        return send(response, 200, disconnectedJson, { revoked: true });
    }
    const changed = this.publishing.change(id, way === 'retry' ? 'waiting' : 'stopped');
    if (!changed) return problem(response, 404, 'There is no publication with this id.');
    send(response, way === 'retry' ? 202 : 200, publicationJson, changed);
  }

  async #hooks(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const [, , , id = ''] = path.split('/');
    switch (request.method) {
      case 'GET':
        return send(response, 200, webhookListJson, { webhooks: this.hooks.webhooks });
      case 'DELETE':
        this.hooks.remove(id);
        response.writeHead(204).end();
        return;
      default: {
        const made =
          id === '' ? this.hooks.add(webhookRequest.parse(await readJson(request))) : this.hooks.renew(id);
        send(response, id === '' ? 201 : 200, webhookWithSecretJson, made);
      }
    }
  }

  #search(response: ServerResponse, asked: URLSearchParams): void {
    const query = footageQuery.parse(Object.fromEntries(asked));
    const { sources } = this.options.footage;
    const { kind = 'photo', page = 1 } = query;
    const found = this.footage.filter(
      (each) =>
        each.kind === kind &&
        sources.includes(each.source) &&
        (query.source ?? each.source) === each.source &&
        each.title.toLowerCase().includes(query.q.toLowerCase().split(' ').at(-1) ?? ''),
    );
    const items = found.slice((page - 1) * FOOTAGE_SHOWN, page * FOOTAGE_SHOWN);
    send(response, 200, footageJson, {
      ...{ sources, items, failures: this.footageFailures },
      ...(found.length > page * FOOTAGE_SHOWN && { next: page + 1 }),
    });
  }

  #list(response: ServerResponse, query: URLSearchParams, isPersons: boolean): void {
    const limit = Number(query.get('limit') ?? 20);
    const from = Number(query.get('cursor') ?? 0);
    const words = (query.get('q') ?? '').toLowerCase();
    const status = query.get('status');
    const found = this.videos.filter(
      (job) =>
        this.taken.has(job.id) === isPersons &&
        (status === null || job.status === status) &&
        `${job.title} ${job.topic ?? ''}`.toLowerCase().includes(words),
    );
    const next = from + limit < found.length ? { next: String(from + limit) } : {};
    send(response, 200, jobListJson, { videos: found.slice(from, from + limit), ...next });
  }

  async #make(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const wanted = videoRequest.safeParse(await readJson(request));
    if (!wanted.success) return problem(response, 400, wanted.error.message);
    if (!isMade(wanted.data)) return problem(response, 400, 'The pages send scripts as JSON.');
    const key = String(request.headers['idempotency-key'] ?? '');
    const known = this.videos.find(({ id }) => id === this.#keys.get(key));
    if (known) return send(response, 202, jobJson, known);
    this.made.push(wanted.data);
    const id = jobId(`made_${this.made.length}`);
    const made =
      'topic' in wanted.data
        ? { title: wanted.data.topic }
        : { title: wanted.data.script.title, script: withVisuals(wanted.data.script) };
    const running = octopusJob('running', Date.now());
    const { seconds = running.settings.seconds, aspects } = wanted.data;
    const job: JobJson = { ...running, id, settings: { ...running.settings, seconds, aspects }, ...made };
    this.#keys.set(key, id);
    this.videos = [job, ...this.videos];
    send(response, 202, jobJson, job);
  }

  async #check(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { script } = checkRequest.parse(await readJson(request));
    const scenes = script.scenes.map(({ narration }) => {
      const known = OCTOPUS.scenes.findIndex((scene) => scene.narration === narration);
      const seconds = OCTOPUS_SECONDS[known] ?? Math.round(narration.split(/\s+/).length * 4) / 10;
      const splitAt = narration.indexOf(', three quarters') + 2;
      const foreign = [...narration].filter((char) => '⁺²'.includes(char));
      return {
        seconds,
        warnings: [
          ...(seconds > 8
            ? [{ code: 'too-long', title: 'Long', detail: 'Long.', ...(splitAt > 1 ? { splitAt } : {}) }]
            : []),
          ...(foreign.length > 0 ? [{ code: 'glyph', title: 'Sign', detail: 'Sign.', chars: foreign }] : []),
        ],
      };
    });
    const seconds = scenes.reduce((sum, scene) => sum + scene.seconds, 0);
    send(response, 200, checkAnswer, { seconds, makeSeconds: 112, costUsd: 0.05, scenes });
  }

  async #upload(request: IncomingMessage, response: ServerResponse, name: string): Promise<void> {
    if (request.method === 'PUT') {
      const chunks: Buffer[] = [];
      for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
      this.uploads.set(name, {
        type: request.headers['content-type'] ?? '',
        bytes: Buffer.concat(chunks),
      });
      response.writeHead(204).end();
      return;
    }
    const file = this.uploads.get(name);
    if (!file) return problem(response, 404, 'There is no such upload.');
    sendFile(request, response, file);
  }

  #watch(request: IncomingMessage, response: ServerResponse, job: JobJson): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
    });
    response.write('retry: 200\n\n');
    const watchers = this.#watchers.get(job.id) ?? new Set();
    this.#watchers.set(job.id, watchers.add(response));
    request.once('close', () => watchers.delete(response));
    sendEvent(response, job);
  }
}

const FOOTAGE_SHOWN = 12;

let uploadCount = 0;
function newUpload(): string {
  uploadCount += 1;
  return `uploads/${String(uploadCount).padStart(24, '0')}`;
}

function captions(type: string): File {
  const text = 'WEBVTT\n\n00:00.000 --> 00:02.000\nOctopuses don’t have one heart.\n';
  return { type: `${type}; charset=utf-8`, bytes: Buffer.from(text) };
}

let revision = 0;
function sendEvent(response: ServerResponse, job: JobJson): void {
  jobJson.parse(job);
  const over = job.status === 'done' || job.status === 'failed' || job.status === 'cancelled';
  revision += 1;
  response.write(
    `id: ${revision}\nevent: ${over ? job.status : 'progress'}\ndata: ${JSON.stringify(job)}\n\n`,
  );
  if (over) response.end();
}

function send(response: ServerResponse, status: number, schema: z.ZodType, body: unknown): void {
  sendJson(response, status, schema.parse(JSON.parse(JSON.stringify(body))));
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

function problem(response: ServerResponse, status: number, detail: string, pointer?: string): void {
  const errors = pointer === undefined ? {} : { errors: [{ pointer, detail }] };
  response
    .writeHead(status, { 'content-type': 'application/problem+json' })
    .end(
      JSON.stringify({ type: 'about:blank', title: detail, status, detail, instance: 'double', ...errors }),
    );
}

function sendFile(request: IncomingMessage, response: ServerResponse, { type, bytes }: File): void {
  const etag = `"${bytes.length}"`;
  const [, first, last] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  response.setHeader('content-type', type);
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  if (first === undefined) {
    response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
    return;
  }
  const end = last ? Math.min(Number(last), bytes.length - 1) : bytes.length - 1;
  response
    .writeHead(206, {
      'content-length': end - Number(first) + 1,
      'content-range': `bytes ${first}-${end}/${bytes.length}`,
    })
    .end(bytes.subarray(Number(first), end + 1));
}
