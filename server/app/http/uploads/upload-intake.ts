import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { InputInvalid } from '@shortfactory/core';
import type { Delivery } from '@shortfactory/core';
import { HttpProblem } from '@shortfactory/http-server';
import type { HttpLimits } from '@shortfactory/http-server';
import type { PictureReader } from '@shortfactory/pictures';
import { inspectHead, isHeadEnough, isSameType } from './upload-content.ts';
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

/** Ends the wait for the caller's next bytes once too few came in a window of time, unless the store was the reason. */
class Pace {
  fault: HttpProblem | undefined;
  #bytes = 0;
  /** While the caller's next bytes are waited for. */
  #giveUp: ((reason: Error) => void) | undefined;
  readonly #timer: NodeJS.Timeout;

  constructor({ uploadBytesPerSecond, uploadWindowMs }: HttpLimits) {
    const least = (uploadBytesPerSecond * uploadWindowMs) / 1000;
    this.#timer = setInterval(() => {
      if (this.#giveUp && this.#bytes < least) {
        this.fault = new HttpProblem(
          'too-slow',
          `Less than ${uploadBytesPerSecond} bytes came in a second.`,
          {
            headers: { Connection: 'close' },
          },
        );
        this.#giveUp(this.fault);
      }
      this.#bytes = 0;
    }, uploadWindowMs);
  }

  /**
   * The caller's next bytes, or HttpProblem 408. A promise of its own each time: one that all chunks were raced with
   * would hold every one of them, and so the whole upload, until its end.
   */
  wait<T>(next: Promise<T>): Promise<T> {
    return new Promise<T>((resolve, reject) => {
      this.#giveUp = reject;
      next.then(resolve, reject);
    }).finally(() => (this.#giveUp = undefined));
  }

  count(bytes: number): void {
    this.#bytes += bytes;
  }

  end(): void {
    clearInterval(this.#timer);
  }
}

async function* counted(req: IncomingMessage, { bytes }: Announced, pace: Pace): AsyncGenerator<Buffer> {
  const chunks = req.iterator({ destroyOnReturn: false });
  let seen = 0;
  for (;;) {
    const next = await pace.wait(chunks.next());
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
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of chunks) {
    if (!head) {
      yield chunk;
      continue;
    }
    head = Buffer.concat([head, chunk]);
    if (!isHeadEnough(head)) continue;
    yield await passed(head);
    head = undefined;
  }
  if (head) yield await passed(head);
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
