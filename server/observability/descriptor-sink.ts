import { constants, fstatSync, openSync, writeSync } from 'node:fs';
import type { LogSink } from './logger.ts';

/** Bytes that are buffered while the reader does not read; further lines are dropped and counted. */
const MAX_WAITING_BYTES = 1_048_576;
/** Retry interval while lines are buffered. */
const RETRY_MS = 50;
/** Time to write the buffered lines when the process exits. */
const EXIT_MS = 400;
const EXIT_PAUSE_MS = 10;

/**
 * Writes lines to standard output or standard error at once, and never blocks on the reader: what a full pipe or a
 * stopped terminal does not accept is buffered, up to a bound, and written when it is read again, when the process
 * exits at the latest. Lines beyond that bound, and lines that cannot be read any more, are dropped and counted.
 */
export class DescriptorSink implements LogSink {
  readonly #descriptor: number;
  readonly #waiting: Uint8Array[] = [];
  #waitingBytes = 0;
  #timer: NodeJS.Timeout | undefined;
  #dropped = 0;
  #unreported = 0;
  #report: (lines: number) => void = () => undefined;

  constructor(descriptor: 1 | 2) {
    this.#descriptor = withoutBlocking(descriptor);
    process.on('exit', () => this.#flush());
  }

  /** Lines that were dropped since the start. */
  get droppedLines(): number {
    return this.#dropped;
  }

  /** `report` is called with the number of dropped lines when lines can be written again. */
  onReadAgain(report: (lines: number) => void): void {
    this.#report = report;
  }

  write(line: string): void {
    const bytes = Buffer.from(line);
    const rest = this.#waiting.length === 0 ? this.#put(bytes) : bytes;
    if (rest.byteLength === 0) return this.#readAgain();
    if (this.#waitingBytes + rest.byteLength > MAX_WAITING_BYTES && rest === bytes) return this.#drop();
    this.#waiting.push(rest);
    this.#waitingBytes += rest.byteLength;
    this.#timer ??= setInterval(() => this.#drain(), RETRY_MS).unref();
  }

  /** Writes what is accepted now. Returns the rest. */
  #put(bytes: Uint8Array): Uint8Array {
    let at = 0;
    try {
      while (at < bytes.byteLength) at += writeSync(this.#descriptor, bytes, at);
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'EAGAIN') return bytes.subarray(at);
      this.#drop();
    }
    return bytes.subarray(bytes.byteLength);
  }

  #drain(): void {
    for (let next = this.#waiting[0]; next; next = this.#waiting[0]) {
      const rest = this.#put(next);
      this.#waitingBytes -= next.byteLength - rest.byteLength;
      if (rest.byteLength > 0) {
        this.#waiting[0] = rest;
        return;
      }
      this.#waiting.shift();
    }
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#readAgain();
  }

  #readAgain(): void {
    const lines = this.#unreported;
    if (lines === 0) return;
    this.#unreported = 0;
    this.#report(lines);
  }

  #drop(): void {
    this.#dropped += 1;
    this.#unreported += 1;
  }

  #flush(): void {
    const end = performance.now() + EXIT_MS;
    const pause = new Int32Array(new SharedArrayBuffer(4));
    while (this.#waiting.length > 0 && performance.now() < end) {
      this.#drain();
      if (this.#waiting.length > 0) Atomics.wait(pause, 0, 0, EXIT_PAUSE_MS);
    }
  }
}

/**
 * A descriptor for the same pipe or terminal whose writes do not block. It is opened anew where the system can, because
 * all users of a descriptor share that mode: another program resets it when it ends. Writes to a file never block, and
 * its position belongs to the descriptor.
 */
function withoutBlocking(descriptor: 1 | 2): number {
  try {
    if (fstatSync(descriptor).isFile()) return descriptor;
    const { O_WRONLY, O_NONBLOCK, O_NOCTTY } = constants;
    return openSync(`/proc/self/fd/${descriptor}`, O_WRONLY | O_NONBLOCK | O_NOCTTY);
  } catch {
    // Of a socket, or where this may not be opened or is not there: Node sets pipes and sockets to this mode itself.
    void (descriptor === 1 ? process.stdout : process.stderr).fd;
    return descriptor;
  }
}
