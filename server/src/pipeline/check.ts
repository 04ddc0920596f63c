import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { InputInvalid, RenderFailed, ScriptInvalid } from '../domain/errors.ts';
import type { Script } from '../domain/script.ts';
import { inspectImage, inspectMusic } from '../renderer/inspect.ts';
import type { Renderer } from '../renderer/renderer.ts';
import { address } from './artifacts.ts';
import type { StageContext } from './stage.ts';

const VERSION = 1;

/**
 * Looks at somebody's music before anything is made: it is there and its beginning can be decoded.
 * @throws InputInvalid at "music".
 */
export async function checkMusic(context: StageContext, music: string): Promise<void> {
  await once(context, 'compose', music, 0, async (file) => {
    await context.renderer.checkMusic(await inspectMusic(file), context.signal);
  }).catch((error: unknown) => {
    throw error instanceof RenderFailed ? new InputInvalid('music', error.message) : error;
  });
}

/**
 * Looks at the pictures that a script brings along before anything is drawn or spoken: they are there and can be
 * decoded to the end.
 * @throws ScriptInvalid at the scene's upload, the first one in the script's order.
 */
export async function checkUploads(context: StageContext, script: Script): Promise<void> {
  const limit = pLimit(context.concurrency);
  const looks = script.scenes.map(({ upload }, i) =>
    limit(async () => {
      if (upload === undefined) return;
      await once(context, 'illustrate', upload, i, async (file) => {
        await context.renderer.checkImage(await inspectImage(file), context.signal);
      }).catch((error: unknown) => {
        throw error instanceof RenderFailed ? new ScriptInvalid(`/scenes/${i}/upload`, error.message) : error;
      });
    }),
  );
  const settled = await Promise.allSettled(looks);
  context.signal.throwIfAborted();
  const refused = settled.find((look) => look.status === 'rejected');
  if (refused) throw refused.reason;
}

/** Uploads never change, so one that passed need not be looked at again. */
async function once(
  context: StageContext,
  stage: 'illustrate' | 'compose',
  upload: string,
  index: number,
  look: (file: string) => Promise<void>,
): Promise<void> {
  context.signal.throwIfAborted();
  await context.artifacts.value(stage, address(stage, VERSION, { lookedAt: upload }), async () => {
    const file = join(context.scratch, `looked-at-${stage}-${index}`);
    try {
      if (!(await context.store.download(upload, file)))
        throw new RenderFailed('not in the store any more; it must be uploaded again');
      await look(file);
      return true;
    } finally {
      await rm(file, { force: true });
    }
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
