import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename, extname, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { postOf } from '@shortfactory/app/publishing';
import type { OpenPublishing } from '@shortfactory/app/publishing';
import { kitJson, publicationRequest } from '@shortfactory/contract';
import type { PublicationRequestJson } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { Wanted } from '@shortfactory/publishing';
import { postKitOf } from '@shortfactory/text';

/** What of a kit goes with a video; that of a file names other files besides. */
const words = kitJson
  .pick({ title: true, text: true, language: true, hashtags: true, disclosure: true })
  .strip();

/** A finished video of the data folder by its id, or a file with its kit beside it. Throws InputInvalid. */
export async function wantedFrom(
  given: string,
  folder: string,
  asked: PublicationRequestJson,
  open: OpenPublishing,
): Promise<Wanted> {
  const request = publicationRequest.parse(asked);
  const atMs = request.at === undefined ? undefined : Date.parse(request.at);
  const video = /^[\w-]{16,64}$/.test(given) ? await open.finished(given) : undefined;
  if (video) {
    const { short, aspect, file } = video;
    const post = postOf(postKitOf(short), request);
    return { videoId: given, aspect, file, post, thumbnail: short.poster, atMs };
  }
  const path = resolve(folder, given);
  const { size } = await stat(path).catch(() => {
    throw new InputInvalid('', `There is neither a file “${given}” nor a finished video with this id.`);
  });
  if (extname(path).toLowerCase() !== '.mp4') throw new InputInvalid('', `“${given}” is no .mp4 file.`);
  const stem = path.slice(0, -extname(path).length);
  const post = postOf(await kitOf(`${stem}.kit.json`, basename(stem)), request);
  const hash = await hashOf(path);
  // Kept until it is sent: another process may have to go on with it.
  const name = `to-publish/${hash.slice(0, 40)}`;
  await open.store.create(name, { file: path });
  return {
    ...{ videoId: `file-${hash.slice(0, 40)}`, aspect: 'file', post, atMs },
    file: { name, bytes: size, mediaType: 'video/mp4' },
  };
}

async function kitOf(path: string, title: string): Promise<ReturnType<typeof words.parse>> {
  const text = await readFile(path, 'utf8').catch(() => undefined);
  if (text === undefined) return { title, text: '', language: 'en', hashtags: [] };
  try {
    return words.parse(JSON.parse(text));
  } catch {
    throw new InputInvalid(
      '',
      `${path} is no publish kit (expected what the command wrote beside the video).`,
    );
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}
