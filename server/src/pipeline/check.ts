import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { InputInvalid, RenderFailed, ScriptInvalid } from '../domain/errors.ts';
import type { Script } from '../domain/script.ts';
import { inspectImage, inspectMusic } from '../renderer/renderer.ts';
import type { Renderer } from '../renderer/renderer.ts';
import type { StageContext } from './stage.ts';

/**
 * Looks at everything that somebody brought along before anything is made: pictures and music are there and can be
 * read. Throws a sentence that names the scene or the music.
 */
export async function checkMaterial(
  context: StageContext,
  script: Script,
  music: string | undefined,
): Promise<void> {
  for (const [i, scene] of script.scenes.entries()) {
    if (scene.upload === undefined) continue;
    const where = `/scenes/${i}/upload`;
    await look(context, scene.upload, async (file) => {
      await inspectImage(file);
    }).catch((error: unknown) => {
      throw error instanceof RenderFailed ? new ScriptInvalid(where, error.message) : error;
    });
  }
  if (music === undefined) return;
  await look(context, music, async (file) => {
    await context.renderer.checkMusic(await inspectMusic(file), context.signal);
  }).catch((error: unknown) => {
    throw error instanceof RenderFailed ? new InputInvalid('music', error.message) : error;
  });
}

async function look(
  context: StageContext,
  name: string,
  inspect: (file: string) => Promise<void>,
): Promise<void> {
  const file = join(context.scratch, 'looked-at');
  try {
    if (!(await context.store.download(name, file)))
      throw new RenderFailed(`${name} is not in the store; upload it first`);
    await inspect(file);
  } finally {
    await rm(file, { force: true });
  }
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
