import type { Scene } from '../../domain/script.ts';
import type { Character, ImageStyle } from '../../domain/story.ts';
import { FRAME_PX } from '../../domain/timeline.ts';
import type { PictureRef } from '../../renderer/clip-plan.ts';
import { address } from '../artifacts.ts';
import { byScene } from '../by-scene.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Somebody's own picture has its subject in the middle more often than anywhere else; a little above it in a portrait. */
const UPLOAD_FOCUS = { x: 0.5, y: 0.45 };

/** Scenes → pictures. All aspects are made from these: they are drawn upright, as most shorts are. */
export function illustrate(
  context: StageContext,
  scenes: readonly Scene[],
  look: { readonly imageStyle: ImageStyle; readonly characters: readonly Character[] },
): Promise<PictureRef[]> {
  const { illustrator, artifacts, store, signal } = context;
  return byScene(context, 'illustrate', scenes, async (scene): Promise<PictureRef> => {
    if (scene.upload !== undefined) return { image: scene.upload, focus: UPLOAD_FOCUS };
    const request = { visual: scene.visual, ...look, ...FRAME_PX['9:16'] };
    const name = address('illustrate', VERSION, { illustrator: illustrator.id, ...request });
    return artifacts.value('illustrate', name, async () => {
      const { bytes, focus } = await illustrator.illustrate(request, signal);
      // The picture stands before the note that names it.
      const image = `${name}.image`;
      await store.create(image, { bytes });
      return { image, focus };
    });
  });
}
