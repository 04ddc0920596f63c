import { PublisherFailed } from '@shortfactory/core';
import type {
  Channel,
  Post,
  PublishedVideo,
  Publisher,
  Upload,
  UploadFile,
  UploadPart,
} from '@shortfactory/core';
import { z } from 'zod';
import type { Answer, Ask, Asking } from './ask.ts';
import { refusalOf } from './refusals.ts';

const videoJson = z.object({ id: z.string().regex(/^[\w-]{5,40}$/) });
const channelsJson = z.object({
  items: z
    .array(
      z.object({
        id: z.string().regex(/^[\w-]{5,60}$/),
        snippet: z.object({ title: z.string().max(200) }).optional(),
        contentDetails: z.object({ relatedPlaylists: z.object({ uploads: z.string() }) }).optional(),
      }),
    )
    .optional(),
});
const uploadsJson = z.object({
  items: z.array(z.object({ contentDetails: z.object({ videoId: z.string() }) })).optional(),
});
const videosJson = z.object({
  items: z
    .array(z.object({ ...videoJson.shape, snippet: z.object({ tags: z.array(z.string()).optional() }) }))
    .optional(),
});

/** A page of the uploads list has at most so many. */
const NEWEST = 50;
/** "People & Blogs": the API wants a category, and this one exists in every country. */
const CATEGORY = '22';

export interface YouTubeDeps {
  readonly ask: Ask;
  readonly nowMs: () => number;
  /** In place of https://www.googleapis.com. */
  readonly baseUrl?: string | undefined;
}

/**
 * YouTube's Data API, version 3, with its resumable uploads.
 * @see https://developers.google.com/youtube/v3/guides/using_resumable_upload_protocol
 */
export class YouTube implements Publisher {
  readonly #deps: YouTubeDeps;
  readonly #baseUrl: string;

  constructor(deps: YouTubeDeps) {
    this.#deps = deps;
    this.#baseUrl = (deps.baseUrl ?? 'https://www.googleapis.com').replace(/\/+$/, '');
  }

  async begin(
    token: string,
    post: Post,
    marker: string,
    { bytes, mediaType }: UploadFile,
    signal: AbortSignal,
  ): Promise<string> {
    const answer = await this.#call(token, signal, {
      method: 'POST',
      url: `${this.#baseUrl}/upload/youtube/v3/videos?uploadType=resumable&part=snippet,status`,
      headers: {
        'Content-Type': 'application/json; charset=UTF-8',
        'X-Upload-Content-Length': String(bytes),
        'X-Upload-Content-Type': mediaType,
      },
      body: JSON.stringify(resourceOf(post, marker)),
    });
    const location = answer.headers.get('location') ?? '';
    if (answer.status === 200 && this.#isOurs(location)) return location;
    if (answer.status === 200)
      throw new PublisherFailed('refused', 'YouTube named an address for the upload that is not its own.');
    throw this.#refusal(answer, token);
  }

  async ask(token: string, upload: string, totalBytes: number, signal: AbortSignal): Promise<Upload> {
    return this.#put(token, upload, `bytes */${totalBytes}`, new Uint8Array(), signal);
  }

  async send(
    token: string,
    upload: string,
    { bytes, firstByte, totalBytes }: UploadPart,
    signal: AbortSignal,
  ): Promise<Upload> {
    const range = `bytes ${firstByte}-${firstByte + bytes.length - 1}/${totalBytes}`;
    return this.#put(token, upload, range, new Uint8Array(bytes), signal);
  }

  async find(token: string, marker: string, signal: AbortSignal): Promise<PublishedVideo | undefined> {
    const mine = await this.#get(
      token,
      signal,
      `channels?part=contentDetails&mine=true&maxResults=1`,
      channelsJson,
    );
    const uploads = mine.items?.[0]?.contentDetails?.relatedPlaylists.uploads;
    if (uploads === undefined) return undefined;
    const list = `playlistItems?part=contentDetails&playlistId=${encodeURIComponent(uploads)}&maxResults=${NEWEST}`;
    const { items = [] } = await this.#get(token, signal, list, uploadsJson);
    if (items.length === 0) return undefined;
    const ids = items.map(({ contentDetails }) => encodeURIComponent(contentDetails.videoId)).join(',');
    const videos = await this.#get(token, signal, `videos?part=snippet&id=${ids}`, videosJson);
    const found = videos.items?.find(({ snippet }) => snippet.tags?.includes(marker));
    return found && videoOf(found.id);
  }

  async setThumbnail(token: string, videoId: string, jpeg: Uint8Array, signal: AbortSignal): Promise<void> {
    const answer = await this.#call(token, signal, {
      method: 'POST',
      url: `${this.#baseUrl}/upload/youtube/v3/thumbnails/set?videoId=${encodeURIComponent(videoId)}`,
      headers: { 'Content-Type': 'image/jpeg' },
      body: new Uint8Array(jpeg),
    });
    if (answer.status !== 200) throw this.#refusal(answer, token);
  }

  async channel(token: string, signal: AbortSignal): Promise<Channel | undefined> {
    const { items } = await this.#get(
      token,
      signal,
      'channels?part=snippet&mine=true&maxResults=1',
      channelsJson,
    );
    const [first] = items ?? [];
    return first && { id: first.id, name: first.snippet?.title ?? first.id };
  }

  async #put(
    token: string,
    upload: string,
    range: string,
    body: Uint8Array<ArrayBuffer>,
    signal: AbortSignal,
  ): Promise<Upload> {
    if (!this.#isOurs(upload)) return { state: 'gone' };
    const headers = { 'Content-Range': range, 'Content-Type': 'video/*' };
    const answer = await this.#call(token, signal, { method: 'PUT', url: upload, headers, body });
    const { status } = answer;
    if (status === 308) return { state: 'open', keptBytes: keptOf(answer.headers.get('range')) };
    if (status === 404 || status === 410) return { state: 'gone' };
    if (status !== 200 && status !== 201) throw this.#refusal(answer, token);
    const video = videoJson.safeParse(answer.json);
    // It was taken, so this is no refusal: the upload says the same again when it is asked.
    if (!video.success) throw new PublisherFailed('away', 'YouTube took the video and did not say its name.');
    return { state: 'done', video: videoOf(video.data.id) };
  }

  async #get<T>(token: string, signal: AbortSignal, path: string, schema: z.ZodType<T>): Promise<T> {
    const url = `${this.#baseUrl}/youtube/v3/${path}`;
    const answer = await this.#call(token, signal, { method: 'GET', url });
    if (answer.status !== 200) throw this.#refusal(answer, token);
    const parsed = schema.safeParse(answer.json);
    if (!parsed.success) throw new PublisherFailed('away', 'YouTube answered in a way that is not known.');
    return parsed.data;
  }

  #call(token: string, signal: AbortSignal, asking: Asking): Promise<Answer> {
    const headers = { ...asking.headers, Authorization: `Bearer ${token}` };
    return this.#deps.ask({ ...asking, headers }, signal);
  }

  /** An upload's address gets the token and the video: nobody else's address is sent to. */
  #isOurs(address: string): boolean {
    if (!URL.canParse(address)) return false;
    const { origin, protocol, hostname } = new URL(address);
    const own = new URL(this.#baseUrl);
    if (origin === own.origin) return true;
    return (
      protocol === 'https:' &&
      own.hostname.endsWith('.googleapis.com') &&
      hostname.endsWith('.googleapis.com')
    );
  }

  #refusal(answer: Answer, token: string): PublisherFailed {
    return refusalOf(answer, token, this.#deps.nowMs());
  }
}

function resourceOf(post: Post, marker: string): unknown {
  const { title, description, tags, language, privacy, publishAtMs, madeForKids, syntheticMedia } = post;
  return {
    snippet: {
      ...{ title, description, tags: [...tags, marker], categoryId: CATEGORY },
      ...(language === undefined ? {} : { defaultLanguage: language }),
    },
    status: {
      privacyStatus: privacy,
      ...(publishAtMs === undefined ? {} : { publishAt: new Date(publishAtMs).toISOString() }),
      selfDeclaredMadeForKids: madeForKids,
      containsSyntheticMedia: syntheticMedia,
    },
  };
}

/** `bytes=0-524287` → 524,288; without a range nothing is kept. */
function keptOf(range: string | null): number {
  const last = /^bytes=0-(\d{1,15})$/.exec(range ?? '')?.[1];
  return last === undefined ? 0 : Number(last) + 1;
}

function videoOf(id: string): PublishedVideo {
  return { id, url: `https://youtu.be/${id}` };
}
