import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { RenderContext } from './stage.ts';

/** What is wrong with an upload that has no file any more, in words that follow "is". */
export const UPLOAD_GONE = 'not in the store any more; it must be uploaded again';

/** So many work at a time, whoever asks; the others wait in line. */
export class Places {
  readonly #limit: ReturnType<typeof pLimit>;

  constructor(count: number) {
    this.#limit = pLimit(count);
  }

  /** Resolves with what gives the place back. Throws the signal's reason. */
  async take(signal: AbortSignal): Promise<() => void> {
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      const leave = (): void => reject(signal.reason as Error);
      signal.addEventListener('abort', leave, { once: true });
      void this.#limit(async () => {
        signal.removeEventListener('abort', leave);
        if (signal.aborted) leave();
        else await new Promise<void>(resolve);
      });
    });
  }
}

/**
 * An upload as a scratch file, from when it is first asked for until it is removed. It holds one of its context's places
 * meanwhile: strangers' files are large, and in a container the disk may be memory.
 */
export class UploadFile {
  readonly #context: RenderContext;
  readonly #upload: string;
  readonly #path: string;
  #brought: Promise<string | undefined> | undefined;
  #giveBack: () => void = () => undefined;

  /** @param name of the scratch file. */
  constructor(context: RenderContext, upload: string, name: string) {
    this.#context = context;
    this.#upload = upload;
    this.#path = join(context.scratch, name);
  }

  /** Its path; undefined when it is not in the store any more. Downloads it once. */
  bring(): Promise<string | undefined> {
    return (this.#brought ??= this.#download());
  }

  /** When nobody reads it any more. */
  async remove(): Promise<void> {
    if (!this.#brought) return;
    await this.#brought.catch(() => undefined);
    // What cannot be removed goes with its folder.
    await rm(this.#path, { force: true }).catch(() => undefined);
    this.#giveBack();
  }

  async #download(): Promise<string | undefined> {
    const { places, signal, store } = this.#context;
    this.#giveBack = await places.take(signal);
    return (await store.download(this.#upload, this.#path)) ? this.#path : undefined;
  }
}
