import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { recordOf, recorded } from '../voices/installed.ts';

/** Removes those of the files that no voice needs which is installed in the folder. */
export async function removeUnneeded(
  files: readonly { readonly name: string }[],
  folder: string,
): Promise<void> {
  const needed = recorded(folder).flatMap((each) => recordOf(folder, each)?.files ?? []);
  for (const { name } of files)
    if (!needed.some((each) => each.name === name)) await rm(join(folder, name), { force: true });
}
