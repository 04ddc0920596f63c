import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { InputInvalid } from '@shortfactory/core';
import type { Delivery } from '@shortfactory/core';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpLimits } from '@shortfactory/http-server';
import type { PictureReader } from '@shortfactory/pictures';
import { inspectHead, isSameType, MOST_HEAD_BYTES } from './upload-content.ts';
import type { Announced } from './upload-name.ts';

/**
 * Receives an upload's bytes and stores them whole or not at all. The first bytes are buffered until they show the
 * announced type; as many bytes as announced, and not slower than the limit. Throws InputInvalid, Conflict,
 * StorageFailed, or HttpProblem 408.
 */
export async function takeUpload(
  delivery: Delivery,
  name: string,
  req: IncomingMessage,
  announced: Announced,
  limits: HttpLimits,
  pictures: Pick<PictureReader, 'look'>,
  signal: AbortSignal,
): Promise<void> {
  const pace = new Pace(limits);
  const passed = (head: Buffer): Promise<Buffer> => passedHead(head, announced, pictures, signal);
  const bytes = Readable.from(inspected(counted(req, announced, pace), passed), { objectMode: false });
  try {
    await delivery.receive(name, bytes, announced.bytes, announced.contentType);
  } catch (error) {
    throw pace.fault ?? error;
  } finally {
    pace.end();
    bytes.destroy();
  }
}

/** Fails once too little came in a window of time, unless the store was the reason. */
class Pace {
  /** For the caller's next bytes. */
  waiting = false;
  readonly slow: Promise<never>;
  fault: HttpProblem | undefined;
  #bytes = 0;
  readonly #timer: NodeJS.Timeout;

  constructor({ uploadBytesPerSecond, uploadWindowMs }: HttpLimits) {
    const { promise, reject } = deferred();
    this.slow = promise;
    // The promise may reject while nothing awaits it.
    promise.catch(() => undefined);
    const least = (uploadBytesPerSecond * uploadWindowMs) / 1000;
    this.#timer = setInterval(() => {
      if (this.waiting && this.#bytes < least) {
        this.fault = new HttpProblem(
          'too-slow',
          `Less than ${uploadBytesPerSecond} bytes came in a second.`,
          {
            headers: { Connection: 'close' },
          },
        );
        reject(this.fault);
      }
      this.#bytes = 0;
    }, uploadWindowMs);
  }

  count(bytes: number): void {
    this.#bytes += bytes;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

function deferred(): { promise: Promise<never>; reject: (reason: Error) => void } {
  let reject: (reason: Error) => void = () => undefined;
  const promise = new Promise<never>((_resolve, fail) => {
    reject = fail;
  });
  return { promise, reject };
}

async function* counted(req: IncomingMessage, { bytes }: Announced, pace: Pace): AsyncGenerator<Buffer> {
  const chunks = req.iterator({ destroyOnReturn: false });
  let seen = 0;
  for (;;) {
    pace.waiting = true;
    const next = await Promise.race([chunks.next(), pace.slow]);
    pace.waiting = false;
    if (next.done === true) break;
    const chunk = next.value as Buffer;
    seen += chunk.length;
    pace.count(chunk.length);
    if (seen > bytes)
      throw new InputInvalid('', `The upload is longer than the ${bytes} bytes that were announced.`);
    yield chunk;
  }
  if (seen < bytes) throw new InputInvalid('', `The upload has ${seen} bytes; ${bytes} were announced.`);
}

async function* inspected(
  chunks: AsyncIterable<Buffer>,
  passed: (head: Buffer) => Promise<Buffer>,
): AsyncGenerator<Buffer> {
  let buffered: Buffer[] | undefined = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    if (!buffered) {
      yield chunk;
      continue;
    }
    buffered.push(chunk);
    bytes += chunk.length;
    if (bytes < MOST_HEAD_BYTES) continue;
    yield await passed(Buffer.concat(buffered));
    buffered = undefined;
  }
  if (buffered) yield await passed(Buffer.concat(buffered));
}

async function passedHead(
  head: Buffer,
  { contentType, bytes }: Announced,
  pictures: Pick<PictureReader, 'look'>,
  signal: AbortSignal,
): Promise<Buffer> {
  const found = await inspectHead({ bytes: head, whole: head.length >= bytes }, pictures, signal);
  if ('problem' in found) throw new InputInvalid('', `The upload is ${found.problem}.`);
  if (!isSameType(contentType, found.mediaTypes)) {
    throw new InputInvalid(
      '',
      `The upload is ${found.mediaTypes.join(' or ')}; ${contentType} was announced.`,
    );
  }
  return head;
}
