import { StorageFailed } from '@shortfactory/core';
import type { StageContext } from '../stage.ts';

/** A part that was made is not there any more, or was damaged and removed. The same run, begun again, makes it anew. */
export class PartMissing extends StorageFailed {}

/** Puts parts that stages have made into files, side by side. Throws PartMissing when all have been looked for. */
export async function fetchParts(
  { store }: Pick<StageContext, 'store'>,
  parts: readonly { readonly object: string; readonly file: string }[],
): Promise<void> {
  const found = await Promise.allSettled(parts.map(({ object, file }) => store.download(object, file)));
  const fault = found.find((each) => each.status === 'rejected');
  if (fault) throw fault.reason;
  const missing = parts.filter((_, i) => (found[i] as PromiseFulfilledResult<boolean>).value === false);
  const [first] = missing;
  if (first) throw new PartMissing(`${first.object} is not in the store any more.`);
}
