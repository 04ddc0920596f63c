import type { IncomingMessage } from 'node:http';
import { InputInvalid, NotFound, imageKind } from '@shortfactory/core';
import type { FootageFilm, FootagePreview } from '@shortfactory/core';
import { SourceFailed } from './failure.ts';
import { FileGone, fetching, followed } from './followed.ts';
import type { Reach } from './get.ts';

const MB = 1_000_000;
const MOST_BYTES = { preview: 3 * MB, film: 200 * MB };
const TIMEOUT_MS = 15_000;
/** A film that does not go on for so long is given up. */
const STALLED_MS = 30_000;
/** What a browser plays. */
const FILMS: ReadonlySet<string> = new Set(['video/mp4', 'video/webm']);

/** What is looked at, at its source; `name` begins sentences. */
export interface Looked {
  readonly url: string;
  readonly name: string;
  readonly reach: Reach;
}

/** A small picture, whole. Throws NotFound, SourceFailed and the signal's reason. */
export async function lookAtPreview(looked: Looked, signal: AbortSignal): Promise<FootagePreview> {
  return looking(looked, signal, undefined, async (answer) => {
    try {
      const bytes = await bytesOf(answer, looked.name);
      const kind = imageKind(bytes);
      if (!kind) throw new SourceFailed(`${looked.name} is no picture.`, { retryable: false });
      return { bytes, mediaType: kind.mediaType };
    } finally {
      answer.destroy();
    }
  });
}

/** A film as it comes, or a part of it. Throws as `lookAtPreview`. */
export async function lookAtFilm(
  looked: Looked,
  range: string | undefined,
  signal: AbortSignal,
): Promise<FootageFilm> {
  return looking(looked, signal, range, async (answer) => {
    const { headers, statusCode } = answer;
    const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
    const bytes = Number(headers['content-length']);
    // Without a length there is no end to it.
    const problem = !FILMS.has(mediaType)
      ? 'is no film that a browser plays'
      : !(bytes <= MOST_BYTES.film)
        ? `does not say that it has at most ${MOST_BYTES.film / MB} MB`
        : undefined;
    if (problem !== undefined) {
      answer.destroy();
      throw new SourceFailed(`${looked.name} ${problem}.`, { retryable: false });
    }
    answer.setTimeout(STALLED_MS, () => answer.destroy());
    const part = statusCode === 206 ? headers['content-range'] : undefined;
    return { mediaType, bytes, body: answer, ...(part === undefined ? {} : { range: part }) };
  });
}

async function looking<T>(
  { url, name, reach }: Looked,
  signal: AbortSignal,
  range: string | undefined,
  look: (answer: IncomingMessage) => Promise<T>,
): Promise<T> {
  try {
    return await fetching(name, TIMEOUT_MS, signal, async (either) =>
      look(await followed(new URL(url), name, reach, either, range)),
    );
  } catch (error) {
    if (error instanceof FileGone) throw new NotFound(`${name} is gone from its source; search again.`);
    if (error instanceof InputInvalid) throw new SourceFailed(`${error.problem}.`, { retryable: false });
    throw error;
  }
}

async function bytesOf(answer: IncomingMessage, name: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES.preview)
      throw new SourceFailed(`${name} has more than ${MOST_BYTES.preview / MB} MB.`, { retryable: false });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
