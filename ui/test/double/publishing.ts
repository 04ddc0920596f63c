import { publicationRequest } from '@shortfactory/contract';
import type { PublicationJson, PublisherListJson } from '@shortfactory/contract';

const HASH = '0123456789abcdef0123456789abcdef';
type Channel = NonNullable<PublisherListJson['publishers'][number]['channel']>;

/** An owner's channel and what was sent there, as the API keeps them. */
export class PublishingDouble {
  /** Whether videos can be sent at all. */
  isSetUp = false;
  channel: Channel | undefined;
  publications: PublicationJson[] = [];
  /** What was asked for, in order. */
  readonly asked: unknown[] = [];

  get publishers(): PublisherListJson {
    const youtube = { name: 'youtube' as const, ...(this.channel && { channel: this.channel }) };
    return { publishers: this.isSetUp ? [youtube] : [] };
  }

  connect(): Channel {
    this.channel = { name: 'Marine Minute', connectedAt: new Date().toISOString() };
    return this.channel;
  }

  publish(video: string, body: unknown): PublicationJson {
    const { title = 'Why octopuses have three hearts', privacy, publishAt } = publicationRequest.parse(body);
    this.asked.push(body);
    return this.set(publication(video, { title, privacy, ...(publishAt !== undefined && { publishAt }) }));
  }

  set(next: PublicationJson): PublicationJson {
    this.publications = [next, ...this.publications.filter(({ id }) => id !== next.id)];
    return next;
  }

  change(id: string, state: PublicationJson['state']): PublicationJson | undefined {
    const known = this.publications.find((each) => each.id === id);
    return known && this.set({ ...known, state });
  }
}

/** One that is 46 % there, unless it is said otherwise. */
export function publication(video: string, more: Partial<PublicationJson> = {}): PublicationJson {
  return {
    ...{ id: `${video}.${HASH}`, video, publisher: 'youtube', channel: 'Marine Minute' },
    ...{ state: 'sending', percent: 46, bytes: 8_400_000, privacy: 'private' },
    title: 'Why octopuses have three hearts',
    createdAt: new Date().toISOString(),
    ...more,
  };
}
