import { createHash, randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  /** By names in small letters. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
}

/** In place of an answer: nothing comes back, whether it was done or not. */
export type Lost = 'lost before' | 'lost after';

export interface FakeVideo {
  readonly id: string;
  readonly snippet: Readonly<Record<string, unknown>> & { readonly tags: readonly string[] };
  readonly status: Readonly<Record<string, unknown>>;
  readonly bytes: Buffer;
  thumbnail?: Buffer;
}

interface Session {
  readonly resource: Pick<FakeVideo, 'snippet' | 'status'>;
  readonly totalBytes: number;
  kept: Buffer;
  video?: FakeVideo;
}

const STEP = 256 * 1024;
const CLIENT = { id: 'client-of-a-test', secret: 'canary-client-secret-4Rt9' } as const;
const SCOPES = ['youtube.upload', 'youtube.readonly'].map(
  (name) => `https://www.googleapis.com/auth/${name}`,
);

/**
 * YouTube's resumable uploads, what is asked besides, and Google's OAuth, as their documentation has them. What it does
 * not allow is answered with an error and noted in `violations`.
 * @see https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol
 */
export class FakeYouTube {
  readonly client = CLIENT;
  readonly videos: FakeVideo[] = [];
  readonly violations: string[] = [];
  /** Everything that nobody may see. */
  readonly secrets: string[] = [CLIENT.secret];
  /** `POST /upload/youtube/v3/videos`, `PUT bytes 0-1048575/2500000` … */
  readonly asked: string[] = [];
  /** Uploads that may be begun. */
  quota = Infinity;
  channel: { readonly id: string; readonly title: string } | undefined = {
    id: 'UC-marine-minute',
    title: 'Marine Minute',
  };
  /** How far its lists of videos are behind. */
  hidden = 0;
  /** Decides about a request before, or in place of, the service. */
  fault: (request: FakeRequest) => FakeAnswer | Lost | undefined = () => undefined;
  readonly #sessions = new Map<string, Session>();
  readonly #access = new Set<string>();
  readonly #refresh = new Set<string>();
  readonly #codes = new Map<string, { readonly challenge: string; readonly redirectUri: string }>();
  readonly #origin: () => string;

  constructor(origin: () => string = () => 'http://youtube.test') {
    this.#origin = origin;
  }

  /** Its owner says yes on the page: where the browser is sent then. */
  consent(address: string): URL {
    const { pathname, searchParams: asked } = new URL(address);
    const {
      redirect_uri: redirectUri = '',
      code_challenge: challenge = '',
      ...others
    } = Object.fromEntries(asked);
    const { state = '', ...fixed } = others;
    const expected = {
      ...{ client_id: CLIENT.id, response_type: 'code', access_type: 'offline', prompt: 'consent' },
      ...{ code_challenge_method: 'S256', scope: SCOPES.join(' ') },
    };
    if (
      pathname !== '/o/oauth2/v2/auth' ||
      JSON.stringify(sorted(fixed)) !== JSON.stringify(sorted(expected))
    )
      this.violations.push(`asked its owner in another way: ${address}`);
    const code = this.#secret('code');
    this.#codes.set(code, { challenge, redirectUri });
    const back = new URL(redirectUri);
    back.search = new URLSearchParams({ code, state }).toString();
    return back;
  }

  /** Its owner takes it back in the settings of the account. */
  revoke(): void {
    this.#refresh.clear();
    this.#access.clear();
  }

  expireTokens(): void {
    this.#access.clear();
  }

  expireUploads(): void {
    this.#sessions.clear();
  }

  get isConnected(): boolean {
    return this.#refresh.size > 0;
  }

  /** What comes back; undefined when nothing does. */
  answer(request: FakeRequest): FakeAnswer | undefined {
    const { method, url, headers } = request;
    this.asked.push(`${method} ${headers['content-range'] ?? url.pathname}`);
    const fault = this.fault(request);
    if (fault === 'lost before') return undefined;
    if (typeof fault === 'object') return fault;
    const answer = this.#answer(request);
    return fault === 'lost after' ? undefined : answer;
  }

  #answer(request: FakeRequest): FakeAnswer {
    const { method, url } = request;
    switch (`${method} ${url.pathname}`) {
      case 'POST /token':
        return this.#token(new URLSearchParams(request.body.toString()));
      case 'POST /revoke':
        return this.#revoked(new URLSearchParams(request.body.toString()).get('token') ?? '');
    }
    if (!this.#access.has((request.headers['authorization'] ?? '').replace(/^Bearer /, '')))
      return refused(401, 'authError', 'Invalid Credentials');
    switch (`${method} ${url.pathname}`) {
      case 'POST /upload/youtube/v3/videos':
        return this.#begin(request);
      case 'PUT /upload/youtube/v3/videos':
        return this.#put(request);
      case 'POST /upload/youtube/v3/thumbnails/set':
        return this.#thumbnail(request);
      case 'GET /youtube/v3/channels':
        return this.#channels(url);
      case 'GET /youtube/v3/playlistItems':
        return {
          status: 200,
          json: { items: this.#listed().map(({ id }) => ({ contentDetails: { videoId: id } })) },
        };
      case 'GET /youtube/v3/videos': {
        const ids = url.searchParams.get('id')?.split(',');
        const found = this.#listed().filter(({ id }) => ids?.includes(id));
        return { status: 200, json: { items: found.map(({ id, snippet }) => ({ id, snippet })) } };
      }
    }
    return this.#violation(`unknown: ${method} ${url.pathname}`);
  }

  #begin({ url, headers, body }: FakeRequest): FakeAnswer {
    const totalBytes = Number(headers['x-upload-content-length']);
    if (
      url.searchParams.get('uploadType') !== 'resumable' ||
      url.searchParams.get('part') !== 'snippet,status'
    )
      return this.#violation(`begun as ${url.search}`);
    if (headers['content-type'] !== 'application/json; charset=UTF-8')
      return this.#violation(`begun with ${headers['content-type'] ?? 'no type'}`);
    if (!(totalBytes > 0) || !/^video\//.test(headers['x-upload-content-type'] ?? ''))
      return this.#violation('begun without length and type of the file');
    const resource = JSON.parse(body.toString()) as Session['resource'];
    const problem = problemOf(resource);
    if (problem) return refused(400, problem, `The request metadata specifies an <code>${problem}</code>.`);
    if (this.quota <= 0)
      return refused(403, 'quotaExceeded', 'The request cannot be completed because of your quota.');
    this.quota -= 1;
    const id = randomBytes(12).toString('hex');
    this.#sessions.set(id, { resource, totalBytes, kept: Buffer.alloc(0) });
    const location = `${this.#origin()}/upload/youtube/v3/videos?uploadType=resumable&upload_id=${id}`;
    this.secrets.push(id);
    return { status: 200, headers: { location } };
  }

  #put({ url, headers, body }: FakeRequest): FakeAnswer {
    const session = this.#sessions.get(url.searchParams.get('upload_id') ?? '');
    if (!session) return { status: 404 };
    const range = headers['content-range'] ?? '';
    const [, first, last, total] = /^bytes (?:(\d+)-(\d+)|\*)\/(\d+)$/.exec(range) ?? [];
    if (Number(total) !== session.totalBytes) return this.#violation(`Content-Range: ${range}`);
    if (first === undefined && body.length > 0) return this.#violation('asked with a body');
    if (session.video) return { status: 200, json: shown(session.video) };
    if (first !== undefined) {
      const length = Number(last) - Number(first) + 1;
      if (Number(first) !== session.kept.length || length !== body.length)
        return this.#violation(`${range} with ${body.length} bytes, after ${session.kept.length}`);
      const isLast = Number(last) + 1 === session.totalBytes;
      if (!isLast && length % STEP !== 0) return this.#violation(`${range} is no multiple of 256 KiB`);
      session.kept = Buffer.concat([session.kept, body]);
      if (isLast) return { status: 201, json: shown(this.#made(session)) };
    }
    const { length } = session.kept;
    return { status: 308, headers: length === 0 ? {} : { range: `bytes=0-${length - 1}` } };
  }

  #made(session: Session): FakeVideo {
    session.video = {
      ...session.resource,
      id: randomBytes(8).toString('base64url'),
      bytes: session.kept,
    };
    this.videos.unshift(session.video);
    return session.video;
  }

  #thumbnail({ url, headers, body }: FakeRequest): FakeAnswer {
    const video = this.videos.find(({ id }) => id === url.searchParams.get('videoId'));
    if (!video) return refused(404, 'videoNotFound', 'The video cannot be found.');
    if (headers['content-type'] !== 'image/jpeg' || body.length > 2 * 1024 * 1024)
      return this.#violation('a thumbnail that is none');
    video.thumbnail = body;
    return { status: 200, json: { items: [] } };
  }

  #channels(url: URL): FakeAnswer {
    if (url.searchParams.get('mine') !== 'true') return this.#violation('channels of others');
    if (!this.channel) return { status: 200, json: {} };
    const { id, title } = this.channel;
    const contentDetails = { relatedPlaylists: { uploads: `UU${id.slice(2)}` } };
    return { status: 200, json: { items: [{ id, snippet: { title }, contentDetails }] } };
  }

  #token(given: URLSearchParams): FakeAnswer {
    const { grant_type, code = '', refresh_token = '', code_verifier = '' } = Object.fromEntries(given);
    if (given.get('client_id') !== CLIENT.id || given.get('client_secret') !== CLIENT.secret)
      return { status: 401, json: { error: 'invalid_client' } };
    const access = (): Record<string, unknown> => {
      const token = this.#secret('ya29');
      this.#access.add(token);
      return { access_token: token, expires_in: 3599, token_type: 'Bearer' };
    };
    if (grant_type === 'refresh_token')
      return this.#refresh.has(refresh_token) ? { status: 200, json: access() } : INVALID_GRANT;
    const known = this.#codes.get(code);
    this.#codes.delete(code);
    const challenge = createHash('sha256').update(code_verifier).digest('base64url');
    if (known?.challenge !== challenge || known.redirectUri !== given.get('redirect_uri'))
      return INVALID_GRANT;
    const token = this.#secret('1//refresh');
    this.secrets.push(code_verifier);
    this.#refresh.add(token);
    return { status: 200, json: { ...access(), refresh_token: token, scope: SCOPES.join(' ') } };
  }

  #revoked(token: string): FakeAnswer {
    return { status: this.#refresh.delete(token) ? 200 : 400, json: {} };
  }

  #listed(): FakeVideo[] {
    return this.videos.slice(this.hidden);
  }

  #secret(kind: string): string {
    const secret = `${kind}-canary-${randomBytes(12).toString('hex')}`;
    this.secrets.push(secret);
    return secret;
  }

  #violation(what: string): FakeAnswer {
    this.violations.push(what);
    return refused(400, 'badRequest', 'Not as documented.');
  }
}

/** It listens on loopback until `stop`; an answer that is lost is a connection that breaks. */
export async function startYouTube(): Promise<{
  readonly youtube: FakeYouTube;
  readonly base: string;
  readonly stop: () => Promise<void>;
}> {
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const answer = youtube.answer({
        method: request.method ?? '',
        url: new URL(request.url ?? '/', base),
        headers: request.headers as FakeRequest['headers'],
        body: Buffer.concat(chunks),
      });
      if (!answer) return request.socket.destroy();
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(answer.json === undefined ? '' : JSON.stringify(answer.json));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const youtube = new FakeYouTube(() => base);
  const stop = async (): Promise<void> => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  return { youtube, base, stop };
}

const INVALID_GRANT: FakeAnswer = { status: 400, json: { error: 'invalid_grant' } };

function refused(code: number, reason: string, message: string): FakeAnswer {
  return {
    status: code,
    json: { error: { code, message, errors: [{ domain: 'youtube', reason, message }] } },
  };
}

function problemOf({ snippet, status }: Session['resource']): string | undefined {
  const { title = '', description = '' } = snippet as { title?: string; description?: string };
  if (title === '' || [...title].length > 100 || /[<>]/.test(title)) return 'invalidTitle';
  if (Buffer.byteLength(description) > 5000 || /[<>]/.test(description)) return 'invalidDescription';
  if (snippet.tags.join(',').length > 500) return 'invalidTags';
  if (status['publishAt'] !== undefined && status['privacyStatus'] !== 'private') return 'invalidPublishAt';
  return undefined;
}

function shown({ id, snippet, status }: FakeVideo): unknown {
  return { kind: 'youtube#video', id, snippet, status };
}

function sorted(fields: Readonly<Record<string, string>>): readonly (readonly [string, string])[] {
  return Object.entries(fields).sort(([one], [other]) => (one < other ? -1 : 1));
}
