import { join } from 'node:path';
import { problemOf, recordOf } from '../voices/installed.ts';
import type { NaturalVoice } from '../voices/table.ts';
import { sha256Of } from './files.ts';

/** What is wrong with an installed voice, its bytes included; undefined when nothing is. */
export async function damageOf(voice: NaturalVoice, folder: string): Promise<string | undefined> {
  const problem = problemOf(folder, voice);
  if (problem !== undefined) return problem;
  for (const { name, sha256 } of recordOf(folder, voice.id)?.files ?? []) {
    if ((await sha256Of(join(folder, name))) !== sha256) return `${name} was changed since it was installed`;
  }
  return undefined;
}
