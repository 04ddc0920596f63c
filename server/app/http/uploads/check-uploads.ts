import { UPLOAD_TYPES } from '@shortfactory/contract';
import { InputInvalid } from '@shortfactory/core';
import type { Delivery, ShortRequest } from '@shortfactory/core';
import type { AppDeps } from '../deps.ts';
import { inspectHead, MOST_HEAD_BYTES } from './upload-content.ts';

interface NamedUpload {
  readonly name: string;
  /** JSON pointer of the place that names it. */
  readonly where: string;
  readonly kind: keyof typeof UPLOAD_TYPES;
}

/**
 * Checks every upload that a request names: it exists, and has the kind that its place needs. Bytes that went to a
 * bucket were not checked before. Throws InputInvalid with the place, or the signal's reason.
 */
export async function checkUploads(
  request: ShortRequest,
  { delivery, pictures, studio }: Pick<AppDeps, 'delivery' | 'pictures' | 'studio'>,
  signal: AbortSignal,
): Promise<void> {
  const seen = new Set<string>();
  for (const upload of namedBy(request)) {
    signal.throwIfAborted();
    const key = `${upload.kind} ${upload.name}`;
    if (!seen.has(key)) await checkUpload({ delivery, pictures }, upload, signal);
    seen.add(key);
  }
  if (request.music === undefined) return;
  await studio.checkMusic(request.music, signal).catch((error: unknown) => {
    if (!(error instanceof InputInvalid)) throw error;
    throw new InputInvalid('/music', `names an upload that ${error.problem}`);
  });
}

function namedBy({ source, music }: ShortRequest): NamedUpload[] {
  const scenes = 'script' in source ? source.script.scenes : [];
  return [
    ...scenes.flatMap(({ upload }, index): NamedUpload[] =>
      upload === undefined ? [] : [{ name: upload, where: `/script/scenes/${index}/upload`, kind: 'image' }],
    ),
    ...(music === undefined ? [] : [{ name: music, where: '/music', kind: 'music' } as const]),
  ];
}

async function checkUpload(
  { delivery, pictures }: Pick<AppDeps, 'delivery' | 'pictures'>,
  { name, where, kind }: NamedUpload,
  signal: AbortSignal,
): Promise<void> {
  const refuse = (problem: string): never => {
    throw new InputInvalid(where, `names an upload that is ${problem}`);
  };
  const file = await delivery.stat(name);
  if (!file) return refuse('not there; send its bytes first');
  if (file.bytes > UPLOAD_TYPES[kind].maxBytes) return refuse('too large');
  const bytes = await headOf(delivery, name, file.bytes);
  const found = await inspectHead({ bytes, whole: bytes.length >= file.bytes }, pictures, signal);
  if ('problem' in found) return refuse(found.problem);
  const types: readonly string[] = UPLOAD_TYPES[kind].types;
  if (!types.includes(found.mediaType)) {
    refuse(`${found.mediaType}; ${kind === 'image' ? 'a picture' : 'music'} was expected`);
  }
}

async function headOf(delivery: Delivery, name: string, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  const stream = await delivery.open(name, { first: 0, last: Math.min(bytes, MOST_HEAD_BYTES) - 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
