import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputInvalid } from '@shortfactory/core';
import { recordName, recordOf, recorded } from '../voices/installed.ts';
import { diskFault } from './files.ts';
import { removeUnneeded } from './unneeded.ts';

/** Removes a voice and the files that no other one needs. Throws InputInvalid when it is not installed. */
export async function removeVoice(name: string, folder: string): Promise<void> {
  const all = recorded(folder);
  if (!all.includes(name)) {
    const others = all.length > 0 ? `; there are ${all.join(', ')}` : '';
    throw new InputInvalid('', `${name} is not installed in ${folder}${others}.`);
  }
  const files = recordOf(folder, name)?.files ?? [];
  try {
    await rm(join(folder, recordName(name)));
    await removeUnneeded(files, folder);
  } catch (error) {
    throw diskFault(error, folder);
  }
}
