import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputInvalid, RenderFailed } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { inspectMusic } from '@shortfactory/renderer';
import type { Renderer } from '@shortfactory/renderer';
import { address } from './artifacts/artifacts.ts';
import type { RenderContext } from './stage.ts';

const VERSION = 1;

/**
 * Checks uploaded music before other work: it exists and its beginning can be decoded.
 * @throws InputInvalid at "music".
 */
export async function checkMusic(context: RenderContext, music: string): Promise<void> {
  const { artifacts, renderer, scratch, signal, store } = context;
  signal.throwIfAborted();
  // Uploads never change, so one that passed need not be looked at again.
  const look = artifacts.value('compose', address('compose', VERSION, { lookedAt: music }), async () => {
    const file = join(scratch, 'looked-at-music');
    try {
      if (!(await store.download(music, file)))
        throw new RenderFailed('not in the store any more; it must be uploaded again');
      await renderer.checkMusic(await inspectMusic(file), signal);
      return true;
    } finally {
      await rm(file, { force: true });
    }
  });
  await look.catch((error: unknown) => {
    throw error instanceof RenderFailed ? new InputInvalid('music', error.message) : error;
  });
}

/** A sentence for every character that no font of ours has: captions show a box in its place. */
export function missingGlyphs(renderer: Renderer, script: Script): string[] {
  const scenes = new Map<string, number[]>();
  for (const [i, scene] of script.scenes.entries()) {
    for (const char of renderer.missingGlyphs(scene.narration, script.language)) {
      scenes.set(char, [...(scenes.get(char) ?? []), i + 1]);
    }
  }
  return [...scenes].map(([char, places]) => {
    const code = `U+${(char.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}`;
    const where = `scene${places.length > 1 ? 's' : ''} ${places.join(', ')}`;
    return `The caption fonts have no “${char}” (${code}), in ${where}: captions show a box in its place; it is still spoken.`;
  });
}
