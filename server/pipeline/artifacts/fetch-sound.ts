import { join } from 'node:path';
import { FPS, InputInvalid } from '@shortfactory/core';
import type { SoundParts } from '@shortfactory/core';
import { inspectMusic } from '@shortfactory/renderer';
import type { HeardWork } from '@shortfactory/renderer';
import type { RenderContext } from '../stage.ts';
import { fetchParts, PartMissing } from './fetch-part.ts';

/** What the sound of a video is mixed from, as files in the scratch folder. Throws PartMissing. */
export async function fetchSound(
  context: RenderContext,
  { scenes, narrations, speed, music, musicDb, under }: SoundParts,
): Promise<HeardWork> {
  const { scratch } = context;
  const spoken = narrations.map((object, i) => ({ object, file: join(scratch, `narration-${i}.wav`) }));
  const clips = under.map(({ sound, ...place }, i) => ({
    object: sound,
    file: join(scratch, `clip-sound-${i}.wav`),
    ...place,
  }));
  const fetched = await Promise.allSettled([
    music === undefined ? undefined : fetchMusic(context, music),
    fetchParts(context, [...spoken, ...clips]),
  ]);
  // Nothing is written any more when this rejects.
  for (const each of fetched) if (each.status === 'rejected') throw each.reason;
  const bed = fetched[0].status === 'fulfilled' ? fetched[0].value : undefined;
  const frames = scenes.reduce((sum, scene) => sum + scene.frames, 0);
  return {
    narrations: spoken.map(({ file }) => file),
    timeline: { scenes, seconds: frames / FPS },
    music: bed && { ...bed, levelDb: musicDb },
    speed,
    under: clips,
  };
}

async function fetchMusic(context: RenderContext, name: string): ReturnType<typeof inspectMusic> {
  const file = join(context.scratch, 'music');
  if (!(await context.store.download(name, file))) {
    if (name.startsWith('artifacts/'))
      throw new PartMissing(`The music ${name} is not in the store any more.`);
    throw new InputInvalid('', `The music ${name} is not in the store any more; upload it again.`);
  }
  return inspectMusic(file);
}
