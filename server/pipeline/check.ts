import { InputInvalid, RenderFailed } from '@shortfactory/core';
import type { Script } from '@shortfactory/core';
import { inspectMusic } from '@shortfactory/renderer';
import type { Renderer } from '@shortfactory/renderer';
import { address } from './artifacts/artifacts.ts';
import type { RenderContext } from './stage.ts';
import { UPLOAD_GONE, UploadFile } from './upload-file.ts';

const VERSION = 1;

/**
 * Checks uploaded music before other work: it exists and its beginning can be decoded.
 * @throws InputInvalid at "music".
 */
export async function checkMusic(context: RenderContext, music: string): Promise<void> {
  const { artifacts, renderer, signal } = context;
  signal.throwIfAborted();
  // Uploads never change, so one that passed need not be looked at again.
  const look = artifacts.value('compose', address('compose', VERSION, { lookedAt: music }), async () => {
    const upload = new UploadFile(context, music, 'looked-at-music');
    try {
      const file = await upload.bring();
      if (file === undefined) throw new RenderFailed(UPLOAD_GONE);
      await renderer.checkMusic(await inspectMusic(file), signal);
      return true;
    } finally {
      await upload.remove();
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
