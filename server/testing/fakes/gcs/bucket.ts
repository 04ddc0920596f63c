import { createHash } from 'node:crypto';
import { CRC32C } from '@google-cloud/storage';

/** What the JSON API answers instead of doing what was asked. */
export class Refusal extends Error {
  readonly status: number;
  readonly reason: string;
  constructor(status: number, reason: string, message: string) {
    super(message);
    this.status = status;
    this.reason = reason;
  }
}

export interface StoredObject {
  readonly name: string;
  readonly bytes: Buffer;
  readonly generation: string;
  /** Counts changes of the metadata. */
  readonly metageneration: string;
  readonly contentType: string;
  readonly metadata: Readonly<Record<string, string>>;
  readonly crc32c: string;
  readonly md5: string;
  readonly updatedMs: number;
}

/** The resource that a client sends with an upload or a rewrite; what it leaves out is undefined. */
export interface Resource {
  readonly contentType?: string;
  readonly metadata?: Readonly<Record<string, string>>;
  readonly crc32c?: string;
}

/** CRC-32C by MD5: tests store the same bytes again and again, and the Google client's CRC is the slower of the two. */
const CHECKSUMS = new Map<string, string>();

export function crc32cOfBytes(bytes: Buffer): string {
  const crc = new CRC32C();
  crc.update(bytes);
  return crc.toString();
}

/**
 * The objects of one bucket with the promises of Cloud Storage: generations that only grow, preconditions that are
 * checked and applied in one step, checksums verified before anything stands.
 * @see https://cloud.google.com/storage/docs/request-preconditions
 */
export class FakeBucket {
  readonly #objects = new Map<string, StoredObject>();
  readonly #nowMs: () => number;
  /** In order; undefined when names have come or gone since. */
  #names: string[] | undefined;
  #lastGeneration = 0n;

  constructor(nowMs: () => number) {
    this.#nowMs = nowMs;
  }

  get(name: string, query: URLSearchParams): StoredObject {
    const found = this.#objects.get(name);
    const generation = query.get('generation');
    if (!found || (generation !== null && generation !== found.generation))
      throw new Refusal(404, 'notFound', `No such object: ${name}`);
    this.check(name, query);
    return found;
  }

  /** Throws 412 unless the object stands as `ifGenerationMatch` and `ifMetagenerationMatch` say; 0 wants none. */
  check(name: string, query: URLSearchParams): void {
    const found = this.#objects.get(name);
    const wanted = query.get('ifGenerationMatch');
    const wantedMeta = query.get('ifMetagenerationMatch');
    if (wanted !== null && !/^\d+$/.test(wanted))
      throw new Refusal(400, 'invalid', `Invalid value for ifGenerationMatch: ${wanted}`);
    if (
      (wanted !== null && wanted !== (found?.generation ?? '0')) ||
      (wantedMeta !== null && wantedMeta !== found?.metageneration)
    ) {
      throw new Refusal(
        412,
        'conditionNotMet',
        'At least one of the pre-conditions you specified did not hold.',
      );
    }
  }

  put(name: string, bytes: Buffer, resource: Resource, query: URLSearchParams): StoredObject {
    const md5 = createHash('md5').update(bytes).digest('base64');
    const crc32c = CHECKSUMS.get(md5) ?? crc32cOfBytes(bytes);
    CHECKSUMS.set(md5, crc32c);
    if (resource.crc32c !== undefined && resource.crc32c !== crc32c)
      throw new Refusal(400, 'invalid', `Provided CRC32C "${resource.crc32c}" does not match "${crc32c}".`);
    this.check(name, query);
    const updatedMs = this.#nowMs();
    const made: StoredObject = {
      name,
      bytes,
      generation: this.#nextGeneration(updatedMs),
      metageneration: '1',
      contentType: resource.contentType ?? 'application/octet-stream',
      metadata: resource.metadata ?? {},
      crc32c,
      md5,
      updatedMs,
    };
    if (!this.#objects.has(name)) this.#names = undefined;
    this.#objects.set(name, made);
    return made;
  }

  /** Adds to an object's own metadata. */
  patch(name: string, { metadata }: Resource, query: URLSearchParams): StoredObject {
    const found = this.get(name, query);
    const patched = {
      ...found,
      metadata: { ...found.metadata, ...metadata },
      metageneration: String(Number(found.metageneration) + 1),
      updatedMs: this.#nowMs(),
    };
    this.#objects.set(name, patched);
    return patched;
  }

  remove(name: string, query: URLSearchParams): void {
    this.get(name, query);
    this.#objects.delete(name);
    this.#names = undefined;
  }

  /** Up to so many names in order, from `startOffset` on. What they cost depends on how many they are. */
  names(prefix: string, startOffset: string, most: number): string[] {
    this.#names ??= [...this.#objects.keys()].sort();
    const begin = prefix > startOffset ? prefix : startOffset;
    let [low, high] = [0, this.#names.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#names[middle] as string) < begin) low = middle + 1;
      else high = middle;
    }
    return this.#names.slice(low, low + most).filter((name) => name.startsWith(prefix));
  }

  #nextGeneration(nowMs: number): string {
    const now = BigInt(nowMs) * 1000n;
    this.#lastGeneration = now > this.#lastGeneration ? now : this.#lastGeneration + 1n;
    return String(this.#lastGeneration);
  }
}

export function resourceOf(bucket: string, object: StoredObject): Record<string, unknown> {
  const time = new Date(object.updatedMs).toISOString();
  return {
    kind: 'storage#object',
    id: `${bucket}/${object.name}/${object.generation}`,
    name: object.name,
    bucket,
    generation: object.generation,
    metageneration: object.metageneration,
    contentType: object.contentType,
    metadata: object.metadata,
    size: String(object.bytes.length),
    crc32c: object.crc32c,
    md5Hash: object.md5,
    etag: Buffer.from(object.generation).toString('base64'),
    storageClass: 'STANDARD',
    timeCreated: time,
    updated: time,
  };
}
