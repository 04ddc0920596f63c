import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { launcher } from '@shortfactory/child-process';
import {
  MAX_PICTURE_PIXELS,
  PICTURE_NAMES,
  RenderFailed,
  imageKind,
  notReadAsPicture,
} from '@shortfactory/core';
import type { PictureKind } from '@shortfactory/core';
import pLimit from 'p-limit';
import { PictureUnusable } from './picture-unusable.ts';

/** Bounds of reading a picture; memory is bounded by CHILD_LIMITS. */
export const PICTURE_LIMITS = {
  /** Pictures that one process of ours has read at a time; each takes a core. */
  atOnce: 2,
  /** From the start of the child to its answer. */
  seconds: 30,
  /** Of the child's own heap; pixels lie outside of it. */
  heapMiB: 128,
} as const;

/** What a picture's header says. */
export interface PictureLook {
  /** As it is seen, turned by what a camera noted. */
  readonly widthPx: number;
  readonly heightPx: number;
  /** 1, or those of an animation or pages of a document. */
  readonly frames: number;
}

/** An untrusted picture, re-encoded: one frame, upright, sRGB, 8 bits, nothing else in the file. */
export interface CleanPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface TakenPicture extends CleanPicture {
  /** What the file was, and how large it was. */
  readonly kind: PictureKind;
  readonly was: PictureLook;
}

export interface TakeOptions {
  readonly signal: AbortSignal;
  /** Of a larger picture only so much is kept as covers a square of this side. */
  readonly coverPx: number;
  /** PNG in any case; otherwise JPEG where nothing shines through. */
  readonly lossless?: boolean;
}

export interface PictureReaderOptions {
  /** Where prlimit, nice and setpriv are. */
  readonly searchPath?: string;
  /** The child's script; a bundle keeps it as a file beside itself. */
  readonly childPath?: string;
  /** Other than childMemoryBytes. */
  readonly memoryBytes?: number;
}

type Reply<T> = T | { readonly failed: string };

/**
 * Reads untrusted pictures, each in a child process with limits on memory and time (sharp, libvips): nothing
 * that a file holds can take more than the child. Aborted with the signal's reason; throws PictureUnusable for a file
 * that cannot be used, RenderFailed when the child died of something that was not the file's doing.
 */
export class PictureReader {
  /** Tried with the first picture: a process that reads none starts nothing. */
  readonly #launcher: () => readonly string[];
  readonly #childPath: string;
  readonly #limit = pLimit(PICTURE_LIMITS.atOnce);

  constructor({ searchPath = '', childPath, memoryBytes }: PictureReaderOptions = {}) {
    let words: readonly string[] | undefined;
    this.#launcher = () => (words ??= launcher(searchPath, 'data', memoryBytes).launcher);
    this.#childPath = childPath ?? fileURLToPath(new URL('./picture-child.mjs', import.meta.url));
  }

  /**
   * Looks at the header of a picture, of which `head` is the whole file or its beginning. Undefined when more of the
   * file is needed for it. Throws PictureUnusable also for one that is too large.
   */
  async look(head: Uint8Array, whole: boolean, signal: AbortSignal): Promise<PictureLook | undefined> {
    const kind = pictureKind(head);
    const reply = await this.#ask<PictureLook>({ look: true, strict: false, source: head }, kind, signal);
    if ('failed' in reply) {
      if (!whole) return undefined;
      throw new PictureUnusable('an image whose size cannot be read; the file may be cut short');
    }
    refuseSize(reply);
    return reply;
  }

  /** Decodes a picture to its end and makes it anew. */
  async take(bytes: Uint8Array, { signal, coverPx, lossless = false }: TakeOptions): Promise<TakenPicture> {
    const kind = pictureKind(bytes);
    const request = { look: false, source: bytes, coverPx, lossless };
    const reply = await this.#ask<{ seen: PictureLook; clean?: CleanPicture }>(request, kind, signal);
    if (!('failed' in reply)) {
      refuseSize(reply.seen);
      if (reply.clean) return { ...reply.clean, kind, was: reply.seen };
    }
    throw new PictureUnusable(
      `begins like ${kind.name} but cannot be decoded; the file is damaged or cut short`,
      { cause: new Error('failed' in reply ? reply.failed : 'no picture came') },
    );
  }

  #ask<T extends object>(request: object, kind: PictureKind, signal: AbortSignal): Promise<Reply<T>> {
    return this.#limit(async () => {
      try {
        return await this.#once<T>(request, kind, signal);
      } catch (error) {
        if (!(error instanceof KilledFromOutside)) throw error;
      }
      return this.#once<T>(request, kind, signal).catch((error: unknown) => {
        if (!(error instanceof KilledFromOutside)) throw error;
        throw new RenderFailed('The process that reads a picture was ended from outside twice.');
      });
    });
  }

  #once<T extends object>(request: object, kind: PictureKind, signal: AbortSignal): Promise<Reply<T>> {
    const [program = process.execPath, ...before] = [...this.#launcher(), process.execPath];
    const { seconds, heapMiB } = PICTURE_LIMITS;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason as Error);
      const child = fork(this.#childPath, {
        execPath: program,
        execArgv: [...before, `--max-old-space-size=${heapMiB}`],
        // Nothing of our environment or loaders.
        env: { VIPS_WARNING: '0' },
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      });
      let fault: Error | undefined;
      let reply: Reply<T> | undefined;
      const stop = (error: Error): void => {
        fault ??= error;
        child.kill('SIGKILL');
      };
      const abort = (): void => stop(signal.reason as Error);
      const tooMuch = new PictureUnusable(
        `a ${kind.name} picture that takes more time or memory to read than any photo does`,
      );
      const timer = setTimeout(() => stop(tooMuch), seconds * 1000);
      signal.addEventListener('abort', abort, { once: true });
      child.on('error', (cause) =>
        stop(new RenderFailed('The process that reads pictures could not be started.', { cause })),
      );
      child.once('message', (message) => (reply = message as Reply<T>));
      child.once('close', (code, killedBy) => {
        clearTimeout(timer);
        signal.removeEventListener('abort', abort);
        if (fault) return reject(fault);
        if (reply) return resolve(reply);
        // Without memory it aborts by a signal; a script or library that is not there ends it with a code.
        if (code !== null)
          return reject(new RenderFailed(`The process that reads pictures ended with code ${code}.`));
        reject(killedBy === 'SIGKILL' || killedBy === 'SIGTERM' ? new KilledFromOutside() : tooMuch);
      });
      child.send(
        { ...request, mediaType: kind.mediaType, maxPixels: MAX_PICTURE_PIXELS, seconds },
        () => undefined,
      );
    });
  }
}

class KilledFromOutside extends Error {}

/** Media type from the first bytes; throws PictureUnusable, naming the type, when it is not supported. */
export function pictureKind(head: Uint8Array): PictureKind {
  const kind = imageKind(head);
  if (kind) return kind;
  throw new PictureUnusable(
    notReadAsPicture(head) ?? `not an image that can be read; a ${PICTURE_NAMES} file was expected`,
  );
}

function refuseSize({ widthPx, heightPx }: PictureLook): void {
  if (!(widthPx > 0 && heightPx > 0))
    throw new PictureUnusable('an image whose size cannot be read; the file may be cut short');
  if (widthPx * heightPx <= MAX_PICTURE_PIXELS) return;
  throw new PictureUnusable(
    `an image of ${widthPx} × ${heightPx} pixels; at most ${MAX_PICTURE_PIXELS / 1e6} million were expected`,
  );
}
