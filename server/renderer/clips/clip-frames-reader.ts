import type { Readable } from 'node:stream';
import { FRAME_PX, RenderFailed } from '@shortfactory/core';
import type { Aspect } from '@shortfactory/core';
import type { Ffmpeg } from '../ffmpeg/ffmpeg.ts';
import { pictureBytes } from '../kernel/kernel.ts';
import { framesPlan } from './clip-plans.ts';

/** A decoder that is under way. */
interface Run {
  /** The frame that `next` resolves with. */
  at: number;
  readonly next: () => Promise<Buffer | undefined>;
  /** Resolves when its process is gone, with why it failed. */
  readonly ended: Promise<unknown>;
  /** Stops it; resolves when its process is gone. */
  readonly stop: () => Promise<void>;
}

/** Standard output of a decoder, and what is called as it is read. */
interface Output {
  readonly stream: Readable;
  readonly alive: () => void;
}

/** Further ahead than this a new decoder is quicker than reading on: a picture stands alone each 15 frames. */
const READ_ON_FRAMES = 45;

/** Frames of a clip by their number, decoded as they are asked for, in order for the most part. */
export class ClipFramesReader {
  readonly #ffmpeg: Ffmpeg;
  readonly #file: string;
  readonly #aspect: Aspect;
  readonly #signal: AbortSignal;
  #run: Run | undefined;
  #shown: { readonly at: number; readonly bytes: Buffer } | undefined;

  constructor(ffmpeg: Ffmpeg, file: string, aspect: Aspect, signal: AbortSignal) {
    this.#ffmpeg = ffmpeg;
    this.#file = file;
    this.#aspect = aspect;
    this.#signal = signal;
  }

  /** Raw yuv420p; valid until the next call. */
  async frame(frame: number): Promise<Buffer> {
    if (this.#shown?.at === frame) return this.#shown.bytes;
    const ahead = this.#run === undefined ? -1 : frame - this.#run.at;
    if (ahead < 0 || ahead > READ_ON_FRAMES) {
      await this.close();
      this.#run = this.#begin(frame);
    }
    const run = this.#run as Run;
    for (;;) {
      const bytes = await run.next();
      if (!bytes) {
        const failure = (await run.ended) as Error | undefined;
        throw failure ?? new RenderFailed(`A clip ended before its frame ${frame}.`);
      }
      const at = run.at++;
      if (at === frame) {
        this.#shown = { at, bytes };
        return bytes;
      }
    }
  }

  /** Ends the decoder; resolves when its process is gone. */
  async close(): Promise<void> {
    const run = this.#run;
    this.#run = undefined;
    this.#shown = undefined;
    await run?.stop();
  }

  #begin(from: number): Run {
    const { widthPx, heightPx } = FRAME_PX[this.#aspect];
    const enough = new AbortController();
    let take: (output: Output | undefined) => void = () => undefined;
    const started = new Promise<Output | undefined>((resolve) => (take = resolve));
    const ended = this.#ffmpeg
      .run(framesPlan(this.#file, this.#aspect, from), {
        signal: AbortSignal.any([this.#signal, enough.signal]),
        take: (stream, alive) => take({ stream, alive }),
      })
      .then(
        () => undefined,
        (error: unknown) => (enough.signal.aborted ? undefined : error),
      );
    // It may end before it has begun.
    void ended.then(() => take(undefined));
    let frames: AsyncIterator<Buffer> | undefined;
    return {
      at: from,
      next: async () => {
        const output = await started;
        if (!output) return undefined;
        frames ??= inFrames(output, pictureBytes(widthPx, heightPx));
        const { value, done } = await frames.next();
        return done === true ? undefined : value;
      },
      ended,
      stop: async () => {
        enough.abort();
        await ended;
        // Unread, it would keep its pipe and a frame for as long as this process lives.
        (await started)?.stream.destroy();
      },
    };
  }
}

/** A stream in pieces of this size, each in the same memory as the one before; what is left over at its end is not given. */
async function* inFrames({ stream, alive }: Output, bytes: number): AsyncGenerator<Buffer> {
  const frame = Buffer.allocUnsafe(bytes);
  let filled = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    alive();
    for (let from = 0; from < chunk.length;) {
      const copied = chunk.copy(frame, filled, from);
      from += copied;
      filled += copied;
      if (filled < bytes) continue;
      filled = 0;
      yield frame;
    }
  }
}
