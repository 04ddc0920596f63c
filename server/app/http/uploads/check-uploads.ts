import { UPLOAD_TYPES } from '@shortfactory/contract';
import { InputInvalid, ScriptInvalid, visualsOf } from '@shortfactory/core';
import type { Delivery, ShortRequest, Shown } from '@shortfactory/core';
import type { AppDeps } from '../deps.ts';
import { inspectHead, MOST_HEAD_BYTES } from './upload-content.ts';

interface NamedUpload {
  readonly name: string;
  /** JSON pointer of the place that names it. */
  readonly where: string;
  /** What its place takes. */
  readonly kind: 'shown' | 'music';
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
  const clips = new Set<string>();
  for (const upload of namedBy(request)) {
    signal.throwIfAborted();
    const key = `${upload.kind} ${upload.name}`;
    if (!seen.has(key) && (await checkUpload({ delivery, pictures }, upload, signal)) === 'clip')
      clips.add(upload.name);
    seen.add(key);
  }
  if (clips.size > 0) await checkClips(request, clips, studio, signal);
  await checkRecordings(request, studio, signal);
  if (request.music === undefined) return;
  await studio.checkMusic(request.music, signal).catch((error: unknown) => {
    if (!(error instanceof InputInvalid)) throw error;
    throw new InputInvalid('/music', `names an upload that ${error.problem}`);
  });
}

/** Clips are looked at, and how they are to be shown, before there is a job. */
async function checkClips(
  { source }: ShortRequest,
  clips: ReadonlySet<string>,
  studio: AppDeps['studio'],
  signal: AbortSignal,
): Promise<void> {
  if (!('script' in source)) return;
  const clipAlone = <S extends Shown>({ upload, clip, ...rest }: S): Omit<S, 'upload' | 'clip'> =>
    upload !== undefined && clips.has(upload) ? { ...rest, upload, ...(clip ? { clip } : {}) } : rest;
  const scenes = source.script.scenes.map(({ cuts, ...scene }) => ({
    ...clipAlone(scene),
    ...(cuts ? { cuts: cuts.map(clipAlone) } : {}),
  }));
  await studio.checkUploads({ ...source.script, scenes }, signal).catch((error: unknown) => {
    if (!(error instanceof ScriptInvalid)) throw error;
    const names = error.where.endsWith('/upload') ? 'names an upload that ' : '';
    throw new InputInvalid(`/script${error.where}`, `${names}${error.problem}`);
  });
}

/** The words of a script are found in its recordings before there is a job. */
async function checkRecordings(
  { source, narration }: ShortRequest,
  studio: AppDeps['studio'],
  signal: AbortSignal,
): Promise<void> {
  if (!('script' in source)) return;
  if (narration === undefined && source.script.scenes.every(({ recording }) => recording === undefined))
    return;
  await studio.checkRecordings(source.script, narration, signal).catch((error: unknown) => {
    if (!(error instanceof ScriptInvalid)) throw error;
    const where = error.where === '/narration' ? error.where : `/script${error.where}`;
    throw new InputInvalid(where, `names an upload that ${error.problem}`);
  });
}

function namedBy({ source, music, narration }: ShortRequest): NamedUpload[] {
  const scenes = 'script' in source ? source.script.scenes : [];
  return [
    ...visualsOf({ scenes }).flatMap(({ upload, where }): NamedUpload[] =>
      upload === undefined ? [] : [{ name: upload, where: `/script${where}/upload`, kind: 'shown' }],
    ),
    ...scenes.flatMap(({ recording }, index): NamedUpload[] =>
      recording === undefined
        ? []
        : [{ name: recording, where: `/script/scenes/${index}/recording`, kind: 'music' }],
    ),
    ...(narration === undefined ? [] : [{ name: narration, where: '/narration', kind: 'music' } as const]),
    ...(music === undefined ? [] : [{ name: music, where: '/music', kind: 'music' } as const]),
  ];
}

export async function checkUpload(
  { delivery, pictures }: Pick<AppDeps, 'delivery' | 'pictures'>,
  { name, where, kind }: NamedUpload,
  signal: AbortSignal,
): Promise<keyof typeof UPLOAD_TYPES> {
  const refuse = (problem: string): never => {
    throw new InputInvalid(where, `names an upload that is ${problem}`);
  };
  const file = await delivery.stat(name);
  if (!file) return refuse('not there; send its bytes first');
  const bytes = await headOf(delivery, name, file.bytes);
  const found = await inspectHead({ bytes, whole: bytes.length >= file.bytes }, pictures, signal);
  if ('problem' in found) return refuse(found.problem);
  const takes = kind === 'shown' ? (['image', 'clip'] as const) : (['music'] as const);
  const taken = takes.find((each) => {
    const types: readonly string[] = UPLOAD_TYPES[each].types;
    return found.mediaTypes.some((type) => types.includes(type));
  });
  if (taken === undefined)
    return refuse(
      `${found.mediaTypes.join(' or ')}; ${kind === 'shown' ? 'a picture or a clip' : 'sound'} was expected`,
    );
  if (file.bytes > UPLOAD_TYPES[taken].maxBytes) refuse('too large');
  return taken;
}

async function headOf(delivery: Delivery, name: string, bytes: number): Promise<Buffer> {
  if (bytes === 0) return Buffer.alloc(0);
  const stream = await delivery.open(name, { first: 0, last: Math.min(bytes, MOST_HEAD_BYTES) - 1 });
  const chunks: Buffer[] = [];
  for await (const chunk of stream ?? []) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
