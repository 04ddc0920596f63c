import type { EditParts, Job, ObjectStore } from '@shortfactory/core';
import { z } from 'zod';
import { epochOf, partsName } from './job-names.ts';

const count = z.int().nonnegative();
const amount = z.number().nonnegative();

/** What is stored; release 0.1.0 knows no such objects and leaves them alone. */
const storedParts = z.strictObject({
  format: z.literal(1),
  scenes: z.array(z.strictObject({ frames: count, speechMs: amount })),
  narrations: z.array(z.string()),
  speed: amount,
  music: z.string().exactOptional(),
  musicDb: z.number(),
  under: z.array(z.strictObject({ sound: z.string(), startFrame: count, frames: count })),
  captions: z.array(z.strictObject({ startMs: amount, endMs: amount, text: z.string() })),
}) satisfies z.ZodType<EditParts & { readonly format: 1 }>;

/** Notes what a run of a job was put together from. The note goes when what it names does. */
export async function noteParts(
  store: ObjectStore,
  job: { readonly id: string; readonly epoch: number },
  parts: EditParts,
): Promise<void> {
  const note = { format: 1, ...parts };
  await store.create(partsName(job.id, job.epoch), { bytes: Buffer.from(JSON.stringify(note)) });
}

/** What a finished job was put together from; undefined where that is not known (any more). */
export async function notedParts(
  store: Pick<ObjectStore, 'read'>,
  { id, outputs }: Pick<Job, 'id' | 'outputs'>,
): Promise<EditParts | undefined> {
  const epoch = epochOf(outputs[0]?.object ?? '');
  const bytes = epoch === undefined ? undefined : await store.read(partsName(id, epoch));
  if (!bytes) return undefined;
  const { success, data } = storedParts.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
  if (!success) return undefined;
  const { format: _, ...parts } = data;
  return parts;
}
