import { open, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { InputInvalid } from '@shortfactory/core';
import type { FootageFile, FootageKind } from '@shortfactory/core';
import { SourceFailed } from './failure.ts';
import { fetching, followed } from './followed.ts';
import type { Reach } from './get.ts';
import { HEAD_BYTES, isPage, mediaTypeOf } from './sniff.ts';

const MB = 1_000_000;
const MOST_BYTES = { photo: 40 * MB, clip: 200 * MB } as const;
const TIMEOUT_MS = { photo: 45_000, clip: 180_000 } as const;

interface Downloaded {
  readonly mediaType: string;
  readonly bytes: number;
}

/**
 * Writes a file of a source to `path`, whole or not at all. `name` begins its sentences. Throws InputInvalid for what is
 * not to be taken, FileGone among them; SourceFailed when trying again may help; and the signal's reason.
 */
export async function download(
  { url }: Pick<FootageFile, 'url'>,
  kind: FootageKind,
  name: string,
  path: string,
  reach: Reach,
  signal: AbortSignal,
): Promise<Downloaded> {
  return fetching(name, TIMEOUT_MS[kind], signal, async (either) => {
    const answer = await followed(new URL(url), name, reach, either);
    try {
      return await written(answer, kind, name, path);
    } finally {
      answer.destroy();
    }
  });
}

async function written(
  answer: IncomingMessage,
  kind: FootageKind,
  name: string,
  path: string,
): Promise<Downloaded> {
  const most = MOST_BYTES[kind];
  const tooLarge = (): InputInvalid =>
    new InputInvalid('', `${name} has more than ${most / MB} MB, which are the most that is fetched`);
  const announced = Number(answer.headers['content-length']);
  if (announced > most) throw tooLarge();
  let head: Buffer = Buffer.alloc(0);
  let mediaType: string | undefined;
  let bytes = 0;
  const file = await open(path, 'wx');
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > most) throw tooLarge();
      if (mediaType === undefined) {
        head = Buffer.concat([head, chunk]);
        if (head.length < HEAD_BYTES) continue;
        mediaType = typeOf(head, kind, name);
        await file.writeFile(head);
      } else {
        await file.writeFile(chunk);
      }
    }
    if (mediaType === undefined) typeOf(head, kind, name);
    if (Number.isFinite(announced) && announced !== bytes)
      throw new SourceFailed(`${name} broke off while it was fetched.`);
    await file.close();
    return { mediaType: mediaType ?? typeOf(head, kind, name), bytes };
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}

function typeOf(head: Buffer, kind: FootageKind, name: string): string {
  const mediaType = mediaTypeOf(kind, head.subarray(0, HEAD_BYTES));
  if (mediaType !== undefined) return mediaType;
  const expected = kind === 'photo' ? 'a JPEG, PNG or WebP' : 'an MP4, MOV, WebM or MKV';
  throw new InputInvalid(
    '',
    `${name} is ${isPage(head) ? 'a web page' : 'another kind of file'} (expected ${expected}); choose another`,
  );
}
