import { LimitReached, NotFound, changeObject } from '@shortfactory/core';
import type { Clock, Log, VersionedObjects } from '@shortfactory/core';
import { isLive, isShown, withoutOld } from '../ending.ts';
import { decodeLinks, encodeLinks, linksName } from './link-record.ts';
import type { VideoLink } from './link-record.ts';
import { LinkTokens, newLinkId } from './link-token.ts';

export interface VideoLinksOptions {
  readonly objects: VersionedObjects;
  readonly clock: Clock;
  readonly log: Log;
  /** Every process of one service has the same. */
  readonly signingKey: string;
}

export interface WantedLink {
  readonly endsMs: number;
  readonly download: boolean;
}

const MOST_LINKS = 50;
/** What is watched in this time is written together: a bucket takes one write of an object in a second. */
const COUNT_EVERY_MS = 1000;

/**
 * Links by which anybody watches one video: a small object a video, changed by compare-and-swap. They are the video's,
 * whoever it belongs to, and end with it; whose the video is, the caller knows.
 */
export class VideoLinks {
  readonly #options: VideoLinksOptions;
  readonly #tokens: LinkTokens;
  /** Watched since it was last written, by video and link. */
  readonly #watched = new Map<string, Map<string, number>>();
  readonly #counting = new Map<string, Promise<void>>();
  readonly #closing = new AbortController();

  constructor(options: VideoLinksOptions) {
    this.#options = options;
    this.#tokens = new LinkTokens(options.signingKey);
  }

  /** Of a video, oldest first; also those that were over in the last 90 days. Throws StorageFailed. */
  async list(videoId: string): Promise<readonly VideoLink[]> {
    const object = await this.#options.objects.get(linksName(videoId));
    const nowMs = this.#options.clock.nowMs();
    return object ? decodeLinks(object.bytes).filter((link) => isShown(link, nowMs)) : [];
  }

  tokenOf(videoId: string, { id }: Pick<VideoLink, 'id'>): string {
    return this.#tokens.of(videoId, id);
  }

  /** Throws LimitReached, StorageFailed, StorageUnknown. */
  async make(videoId: string, { endsMs, download }: WantedLink): Promise<VideoLink> {
    const createdMs = this.#options.clock.nowMs();
    const link: VideoLink = { id: newLinkId(), createdMs, endsMs, download, watched: 0 };
    await this.#change(videoId, (links) => {
      if (links.some(({ id }) => id === link.id)) return undefined;
      if (links.filter((each) => isLive(each, createdMs)).length >= MOST_LINKS)
        throw new LimitReached(`${MOST_LINKS} links are the most; revoke one first.`);
      return [...links, link];
    });
    return link;
  }

  /** Ends it for good. Throws NotFound, StorageFailed. */
  async revoke(videoId: string, id: string): Promise<void> {
    const revokedMs = this.#options.clock.nowMs();
    await this.#change(videoId, (links) => {
      const link = links.find((each) => each.id === id);
      if (!link) throw new NotFound('This video has no link with this id.');
      if (link.revokedMs !== undefined) return undefined;
      return links.map((each) => (each === link ? { ...link, revokedMs } : each));
    });
  }

  /** What a token leads to; undefined for one that was never made, has ended or was revoked. Throws StorageFailed. */
  async find(token: string): Promise<{ readonly videoId: string; readonly link: VideoLink } | undefined> {
    const read = this.#tokens.read(token);
    if (!read) return undefined;
    const { videoId, linkId } = read;
    const object = await this.#options.objects.get(linksName(videoId));
    const link = object && decodeLinks(object.bytes).find(({ id }) => id === linkId);
    return link && isLive(link, this.#options.clock.nowMs()) ? { videoId, link } : undefined;
  }

  /** Forgets all links to a video that is gone. They lead nowhere anyway: what is left by a failure does no harm. */
  async drop(videoId: string): Promise<void> {
    const { objects, log } = this.#options;
    try {
      const object = await objects.get(linksName(videoId));
      if (object) await objects.discard(linksName(videoId), object.generation);
    } catch (error) {
      log.debug('The links to a video that is gone were left behind.', { jobId: videoId, error });
    }
  }

  /** Counts that a link was watched; soon, and with others. A process that dies forgets what it has not written. */
  watched(videoId: string, linkId: string): void {
    const counts = this.#watched.get(videoId) ?? new Map<string, number>();
    this.#watched.set(videoId, counts.set(linkId, (counts.get(linkId) ?? 0) + 1));
    if (this.#counting.has(videoId)) return;
    const counting = this.#count(videoId).finally(() => this.#counting.delete(videoId));
    this.#counting.set(videoId, counting);
  }

  /** Writes what was counted, without waiting for more. */
  async drain(): Promise<void> {
    this.#closing.abort();
    await Promise.all(this.#counting.values());
  }

  async #count(videoId: string): Promise<void> {
    const { clock, log } = this.#options;
    for (let counts; (counts = await this.#counted(videoId));) {
      const watched = counts;
      await this.#change(videoId, (links) => {
        if (!links.some(({ id }) => watched.has(id))) return undefined;
        return links.map((link) => {
          const more = watched.get(link.id) ?? 0;
          return more === 0 ? link : { ...link, watched: link.watched + more, watchedMs: clock.nowMs() };
        });
      }).catch((error: unknown) => {
        log.debug('Who watched a link was not counted.', { error });
      });
    }
  }

  /** What was watched in a moment; undefined when that is nothing. */
  async #counted(videoId: string): Promise<ReadonlyMap<string, number> | undefined> {
    await this.#options.clock.sleep(COUNT_EVERY_MS, this.#closing.signal).catch(() => undefined);
    const counts = this.#watched.get(videoId);
    this.#watched.delete(videoId);
    return counts;
  }

  async #change(
    videoId: string,
    next: (links: readonly VideoLink[]) => readonly VideoLink[] | undefined,
  ): Promise<void> {
    const nowMs = this.#options.clock.nowMs();
    await changeObject(this.#options, linksName(videoId), (object) => {
      const links = next(object ? decodeLinks(object.bytes) : []);
      return links && encodeLinks(withoutOld(links, nowMs));
    });
  }
}
