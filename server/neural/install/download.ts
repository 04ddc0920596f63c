import { createWriteStream } from 'node:fs';
import { stat, truncate } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProviderFailed } from '@shortfactory/core';
import type { PublishedFile } from '../voices/table.ts';

export interface DownloadOptions {
  readonly signal: AbortSignal;
  /** Called while bytes arrive, with how many of the file are there. */
  readonly onBytes?: (bytes: number) => void;
  /** Between two tries; doubled each time. */
  readonly pauseMs?: number;
  /** Without a byte for so long, the connection counts as lost. */
  readonly stallMs?: number;
}

const TRIES = 4;

/** What another try may mend. */
class Interrupted extends Error {}

/**
 * Fetches a file into `part`, going on where an earlier try stopped. Resolves when as many bytes are there as were
 * published; whether they are the right ones is for the caller to check. Throws ProviderFailed with a sentence that says
 * what is kept, the signal's reason, or the error of writing.
 */
export async function download(file: PublishedFile, part: string, options: DownloadOptions): Promise<void> {
  const { signal, pauseMs = 1000 } = options;
  for (let tries = 1; ; tries++) {
    try {
      await fetchRest(file, part, options);
      return;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Interrupted)) throw error;
      if (tries === TRIES) {
        const there = await sizeOf(part);
        const kept =
          there > 0 ? `; ${there} of ${file.bytes} bytes are kept, and the next try goes on there` : '';
        throw failed(`${file.name} did not arrive: ${error.message}${kept}.`, error);
      }
      await pause(pauseMs * 2 ** (tries - 1), undefined, { signal });
    }
  }
}

async function fetchRest(file: PublishedFile, part: string, options: DownloadOptions): Promise<void> {
  const { signal, onBytes, stallMs = 30_000 } = options;
  let from = await sizeOf(part);
  if (from > file.bytes) {
    await truncate(part, 0);
    from = 0;
  }
  if (from === file.bytes) return;
  const stalled = new AbortController();
  const timer = setTimeout(
    () => stalled.abort(new Interrupted(`nothing came for ${stallMs / 1000} s`)),
    stallMs,
  );
  const either = AbortSignal.any([signal, stalled.signal]);
  try {
    const answer = await ask(file, from, either);
    if (answer.status === 200) from = 0;
    let bytes = from;
    const counted = async function* (body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
      for await (const chunk of body) {
        timer.refresh();
        bytes += chunk.length;
        if (bytes > file.bytes)
          throw failed(`${hostOf(file)} sends more than the ${file.bytes} bytes of ${file.name}.`);
        onBytes?.(bytes);
        yield chunk;
      }
    };
    if (!answer.body) throw new Interrupted(`${hostOf(file)} sent nothing`);
    const sink = createWriteStream(part, { flags: from === 0 ? 'w' : 'a' });
    await pipeline(Readable.fromWeb(answer.body as never), counted, sink, { signal: either });
    if (bytes < file.bytes)
      throw new Interrupted(`the connection ended after ${bytes} of ${file.bytes} bytes`);
  } catch (error) {
    if (stalled.signal.aborted) throw stalled.signal.reason;
    throw isBrokenConnection(error) ? new Interrupted(`the connection to ${hostOf(file)} broke`) : error;
  } finally {
    clearTimeout(timer);
  }
}

async function ask(file: PublishedFile, from: number, signal: AbortSignal): Promise<Response> {
  const answer = await fetch(file.url, {
    headers: from > 0 ? { Range: `bytes=${from}-` } : {},
    signal,
  }).catch((cause: unknown) => {
    if (signal.aborted) throw cause;
    throw new Interrupted(`${hostOf(file)} cannot be reached`, { cause });
  });
  const { status, headers } = answer;
  const refused = (problem: string): ProviderFailed => failed(`${hostOf(file)} ${problem}.`);
  if (status === 416 || (status === 206 && !startsAt(headers, from))) {
    await answer.body?.cancel();
    if (from === 0) throw refused(`answered ${status} for ${file.name}`);
    return ask(file, 0, signal);
  }
  if (status === 429 || status >= 500) throw new Interrupted(`${hostOf(file)} answered ${status}`);
  if (status !== 200 && status !== 206) throw refused(`answered ${status} for ${file.name}`);
  if (/^text\/html/i.test(headers.get('content-type') ?? ''))
    throw refused(`answered with a web page in place of ${file.name}`);
  return answer;
}

function startsAt(headers: Headers, from: number): boolean {
  return new RegExp(`^bytes ${from}-`).test(headers.get('content-range') ?? '');
}

/** Errors of the connection have no code of the file system, and undici calls them "terminated". */
function isBrokenConnection(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { code } = (error.cause ?? error) as { code?: string };
  return error.message === 'terminated' || /^(ECONN|EPIPE|UND_ERR|ETIMEDOUT|ENOTFOUND|EAI)/.test(code ?? '');
}

async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

function hostOf({ url }: PublishedFile): string {
  return new URL(url).host;
}

function failed(message: string, cause?: unknown): ProviderFailed {
  return new ProviderFailed(message, { retryable: true, cause });
}
