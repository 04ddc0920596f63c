import { z } from 'zod';
import { expected } from './script-json.ts';

const time = z.iso.datetime().describe('RFC 3339, UTC');

export const DELETE_WORDS = 'delete everything';

export const exportJson = z
  .strictObject({
    url: z.string(),
    bytes: z.int().nonnegative(),
    videos: z.int().nonnegative().describe('how many are in it'),
    next: z.string().optional().describe('cursor of the next archive; absent with the last one'),
  })
  .meta({ id: 'AccountExport' });

export const deletionRequest = z
  .strictObject(
    {
      confirm: z.literal(DELETE_WORDS, { error: expected(`the words "${DELETE_WORDS}"`) }),
    },
    { error: expected('an object with confirm') },
  )
  .meta({ id: 'DeletionRequest' });

export const deletionJson = z
  .strictObject({
    askedAt: time,
    dueAt: time.describe('when it begins; until then it can be taken back'),
    begun: z.boolean().describe('it is being done, and cannot be taken back any more'),
  })
  .meta({ id: 'Deletion' });
export const deletionStateJson = z
  .strictObject({ deletion: deletionJson.optional().describe('absent where nothing is about to be deleted') })
  .meta({ id: 'DeletionState' });
export type ExportJson = z.infer<typeof exportJson>;
export type DeletionStateJson = z.infer<typeof deletionStateJson>;
