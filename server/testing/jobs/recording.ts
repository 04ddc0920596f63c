import { join } from 'node:path';
import { assemble } from '@shortfactory/app';
import { loadConfig } from '@shortfactory/config';
import type { Scene } from '@shortfactory/core';

/**
 * A script as a person might record it: in another voice than the one that recordings are compared with, as nobody who
 * records is that one. `folder` is for what speaking leaves.
 */
export async function recordingOf(
  scenes: readonly Pick<Scene, 'narration'>[],
  folder: string,
): Promise<Uint8Array> {
  const { parts, close } = await assemble(loadConfig({ DATA_DIR: join(folder, 'speaking') }));
  try {
    const text = scenes.map(({ narration }) => narration).join(' ');
    const request = { text, language: 'en', voice: 'gus' };
    return (await parts.narrator.narrate(request, new AbortController().signal)).wav;
  } finally {
    await close();
  }
}
