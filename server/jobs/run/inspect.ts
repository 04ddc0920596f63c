import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { RenderFailed, SNIFF_BYTES, StorageFailed, imageKind } from '@shortfactory/core';
import { makeScratch } from '@shortfactory/pipeline';
import type { PipelineDeps } from '@shortfactory/pipeline';

/** What a finished object turned out to be. */
export interface Inspected {
  /** Of its content, in hex. */
  readonly sha256: string;
  /** Of a picture, as its first bytes say. */
  readonly imageType?: string;
}

/**
 * Looks at a finished object before it is published. With `seconds` it has to be a video of that length: RenderFailed
 * when it is not. Throws StorageFailed when it is gone or cannot be read.
 */
export type Inspect = (
  object: string,
  seconds: number | undefined,
  signal: AbortSignal,
) => Promise<Inspected>;

/** Reads objects through a scratch file. A video that cannot be read to its end is removed, so that a retry makes it anew. */
export function inspector({
  store,
  renderer,
  scratchDir,
}: Pick<PipelineDeps, 'store' | 'renderer' | 'scratchDir'>): Inspect {
  return async (object, seconds, signal) => {
    const scratch = await makeScratch(scratchDir);
    try {
      const file = join(scratch, 'object');
      if (!(await store.download(object, file)))
        throw new StorageFailed(`${object} is not in the store any more.`);
      if (seconds !== undefined) {
        await renderer.probe(file, seconds, signal).catch(async (error: unknown) => {
          if (error instanceof RenderFailed) await store.remove(object);
          throw error;
        });
      }
      const hash = createHash('sha256');
      let first: Buffer | undefined;
      for await (const chunk of createReadStream(file, { signal }) as AsyncIterable<Buffer>) {
        first ??= chunk.subarray(0, SNIFF_BYTES);
        hash.update(chunk);
      }
      const kind = first && imageKind(first);
      return { sha256: hash.digest('hex'), ...(kind ? { imageType: kind.mediaType } : {}) };
    } finally {
      await rm(scratch, { recursive: true, force: true });
    }
  };
}
