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
  const files = narrations.map((_, i) => join(scratch, `narration-${i}.wav`));
  await fetchParts(
    context,
    narrations.map((object, i) => ({ object, file: files[i] as string })),
  );
  const bed = music === undefined ? undefined : { ...(await fetchMusic(context, music)), levelDb: musicDb };
  const clips = under.map(({ sound, ...place }, i) => ({
    object: sound,
    file: join(scratch, `clip-sound-${i}.wav`),
    ...place,
  }));
  await fetchParts(context, clips);
  const frames = scenes.reduce((sum, scene) => sum + scene.frames, 0);
  return {
    narrations: files,
    timeline: { scenes, seconds: frames / FPS },
    music: bed,
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
