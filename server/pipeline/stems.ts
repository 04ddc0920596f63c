import { InputInvalid, NotFound } from '@shortfactory/core';
import type { SoundParts, Stems } from '@shortfactory/core';
import { soundMaker } from '@shortfactory/renderer';
import { address } from './artifacts/artifacts.ts';
import { fetchSound } from './artifacts/fetch-sound.ts';
import { PartMissing } from './artifacts/fetch-part.ts';
import type { RenderContext } from './stage.ts';

/** Raised when the same sound is taken apart in another way. */
const VERSION = 1;

/**
 * A finished video's sound, taken apart: object names of the voice alone, and of what is heard besides it. Throws NotFound
 * when what it was mixed from has been cleared away.
 */
export async function makeStems(context: RenderContext, parts: SoundParts): Promise<Stems> {
  const { artifacts, renderer, scratch, signal } = context;
  const { scenes, narrations, speed, music, musicDb, under } = parts;
  const heard = { scenes, narrations, music, musicDb, under, maker: soundMaker(speed) };
  const name = address('compose', VERSION, { stems: heard });
  try {
    return await artifacts.value('compose', name, async (): Promise<Stems> => {
      const made = await renderer.renderStems(await fetchSound(context, parts), scratch, signal);
      const voice = await artifacts.attach(name, made.voice, 'wav');
      return made.music ? { voice, music: await artifacts.attach(name, made.music, 'wav') } : { voice };
    });
  } catch (error) {
    if (!(error instanceof PartMissing || error instanceof InputInvalid)) throw error;
    throw new NotFound(PARTS_GONE, { cause: error });
  }
}

export const PARTS_GONE =
  'The voice and music of this video are not kept any more: they are for two days after it was made. Make it again for a project.';
