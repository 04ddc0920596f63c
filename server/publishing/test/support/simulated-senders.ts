import { PublisherFailed } from '@shortfactory/core';
import type { Post, TelemetryEvent } from '@shortfactory/core';
import { FakeYouTube } from '@shortfactory/testing/fakes/youtube';
import { seeded } from '@shortfactory/testing/seeded';
import { NO_FAULTS } from '@shortfactory/testing/simulation/faults';
import { mortal, stepsOf } from '@shortfactory/testing/simulation/mortal';
import type { KilledAt } from '@shortfactory/testing/simulation/mortal';
import { SimulatedStore, StoreConnection } from '@shortfactory/testing/simulation/simulated-store';
import { InVirtualTime, SimulatedProcess } from '@shortfactory/testing/simulation/virtual-time';
import { GoogleSignIn, Publications, YouTube } from '../../index.ts';
import type { Ask, PublicationRecord, Wanted } from '../../index.ts';

const BASE = 'http://youtube.test';
const SIGNING_KEY = 'the key of a simulation, of no use to anyone';
const NEVER = new AbortController().signal;
/** There and back. */
const MESSAGE_MS = 50;
/** A lost answer is waited for so long. */
const TIMEOUT_MS = 20_000;

export const VIDEO_ID = 'a-video-of-a-test';
/** Three parts, the last one short. */
export const FILE = Buffer.alloc(2_500_000, 'film');
const THUMBNAIL = Buffer.from('a picture');

export const POST: Post = {
  title: 'Why octopuses have three hearts',
  description: 'Two for the gills.',
  tags: ['octopus'],
  language: 'en',
  privacy: 'private',
  madeForKids: false,
  syntheticMedia: true,
};

export const WANTED: Wanted = {
  ...{ videoId: VIDEO_ID, aspect: '9:16', post: POST, thumbnail: 'poster' },
  file: { name: 'film', bytes: FILE.length, mediaType: 'video/mp4' },
};

export interface Sending {
  readonly process: SimulatedProcess;
  readonly publications: Publications;
}

/** Processes that send from one store to YouTube, in virtual time. */
export class SimulatedSenders extends InVirtualTime {
  readonly store = new SimulatedStore(this.time, { swapped: () => undefined, removed: () => undefined });
  readonly youtube = new FakeYouTube(() => BASE);
  /** Writes and messages so far, by what they were. */
  readonly steps: string[] = [];
  readonly lines: string[] = [];
  readonly registered = new Set<string>();
  readonly events: TelemetryEvent[] = [];
  #processes = 0;

  constructor() {
    super();
    this.store.put('film', FILE);
    this.store.put('poster', THUMBNAIL);
  }

  start({ killedAt }: { readonly killedAt?: KilledAt } = {}): Sending {
    const process = new SimulatedProcess(`p${this.#processes++}`, this.time, 1, 0);
    const random = seeded(this.#processes);
    const connection = new StoreConnection(
      this.store,
      process,
      random,
      () => NO_FAULTS,
      () => process.kill(),
    );
    const step = stepsOf(process, this.steps, killedAt);
    const seen = mortal(connection, step);
    const ask: Ask = (asking, signal) =>
      step(`${asking.method} ${asking.headers?.['Content-Range'] ?? asking.url}`, () =>
        this.#ask(process, asking, signal),
      );
    const note = (message: string, fields?: unknown): void => {
      this.lines.push(`${message} ${JSON.stringify(fields)}`);
    };
    const publications = new Publications({
      ...{ store: seen, objects: seen, clock: process, signingKey: SIGNING_KEY, random },
      telemetry: { record: (event) => void this.events.push(event) },
      log: { debug: note, info: note, warn: note, error: note } as never,
      files: {
        open: (name, range) => {
          const bytes = this.store.objects.get(name)?.bytes;
          const part = range && bytes?.subarray(range.first, range.last + 1);
          return Promise.resolve(part && (streamed(part) as unknown as NodeJS.ReadableStream));
        },
      },
      ownerHash: (owner) => Buffer.from(owner).toString('hex'),
      newId: () => process.newId(),
      publisher: new YouTube({ ask, baseUrl: BASE, nowMs: () => process.nowMs() }),
      signIn: new GoogleSignIn({
        ...{ ask, baseUrl: BASE, clientId: this.youtube.client.id },
        clientSecret: () => Promise.resolve(this.youtube.client.secret),
      }),
      register: (secret) => this.registered.add(secret),
    });
    publications.start();
    return { process, publications };
  }

  /** The owner connects the channel. */
  async connect({ publications }: Sending, owner = 'ada'): Promise<void> {
    const redirectUri = 'https://shorts.example/youtube/callback';
    const back = this.youtube.consent(publications.connectAddress(owner, { redirectUri }));
    const { code = '', state = '' } = Object.fromEntries(back.searchParams);
    await this.settled(publications.connect(owner, { code, state }, NEVER));
  }

  /** The one publication of the video, as it stands in the store. */
  get record(): PublicationRecord {
    const [name = ''] = this.store.names('publications/');
    return JSON.parse(String(Buffer.from(this.store.objects.get(name)?.bytes ?? []))) as PublicationRecord;
  }

  /** Markers of what is under way. */
  get underWay(): string[] {
    return this.store.names('due-publications/');
  }

  /** Everything that was written, logged or is stored, as text. */
  get everythingSeen(): string {
    const stored = [...this.store.objects].filter(([name]) => name !== 'film');
    return [
      ...this.lines,
      ...stored.map(([name, { bytes }]) => `${name} ${Buffer.from(bytes).toString()}`),
    ].join('\n');
  }

  #ask(
    process: SimulatedProcess,
    { method, url, headers = {}, body = '' }: Parameters<Ask>[0],
    signal: AbortSignal,
  ) {
    return new Promise<Awaited<ReturnType<Ask>>>((resolve, reject) => {
      const onAbort = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { once: true });
      this.time.after(MESSAGE_MS / 2, () => {
        const answer = this.youtube.answer({
          ...{ method, url: new URL(url), body: Buffer.from(body) },
          headers: Object.fromEntries(
            Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
          ),
        });
        this.time.after(answer ? MESSAGE_MS / 2 : TIMEOUT_MS, () =>
          process.deliver(() => {
            signal.removeEventListener('abort', onAbort);
            if (!answer) return reject(new PublisherFailed('away', 'YouTube did not answer within 20 s.'));
            const { status, json } = answer;
            resolve({ status, json, headers: new Headers(answer.headers) });
          }),
        );
      });
    });
  }
}

async function* streamed(bytes: Uint8Array): AsyncGenerator<Buffer> {
  yield Buffer.from(bytes);
}
