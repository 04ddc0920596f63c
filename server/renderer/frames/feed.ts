import type { ChildProcess } from 'node:child_process';

/** Takes raw bytes for a running process; resolves when they are handed over and the buffer may be used again. */
export type WriteFrame = (bytes: Uint8Array) => Promise<void>;

/** Calls back once when no progress is reported for `ms`. */
export class Stall {
  readonly #timer: NodeJS.Timeout;

  constructor(ms: number, stalled: () => void) {
    this.#timer = setTimeout(stalled, ms).unref();
  }

  alive(): void {
    this.#timer.refresh();
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

/** Runs `feed` with a writer to the child's standard input, then ends the input. Rejects when the child stops reading. */
export async function feedInput(
  child: ChildProcess,
  feed: (write: WriteFrame) => Promise<void>,
  stall: Stall,
): Promise<void> {
  const { stdin } = child;
  if (!stdin) throw new Error('the process has no standard input');
  let broken: (error: Error) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (broken = reject));
  // Most runs never fail; avoid an unhandled rejection.
  failed.catch(() => undefined);
  stdin.on('error', broken);
  child.once('exit', () => broken(Object.assign(new Error('the process ended early'), { code: 'EPIPE' })));
  const write: WriteFrame = (bytes) =>
    Promise.race([
      failed,
      new Promise<void>((resolve) =>
        stdin.write(bytes, () => {
          stall.alive();
          resolve();
        }),
      ),
    ]);
  await Promise.race([failed, feed(write)]);
  stdin.end();
}
