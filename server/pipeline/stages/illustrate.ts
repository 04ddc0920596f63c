import { FRAME_PX } from '@shortfactory/core';
import type { Character, ImageStyle, Scene } from '@shortfactory/core';
import type { PictureRef } from '@shortfactory/renderer';
import { address } from '../artifacts/artifacts.ts';
import { byScene } from '../by-scene.ts';
import { deliver } from '../deliver.ts';
import type { StageContext } from '../stage.ts';
import type { OwnVisual, Picture } from '../uploads.ts';

const VERSION = 1;

/** An uploaded picture has its subject in the middle more often than anywhere else; a little above it in a portrait. */
const UPLOAD_FOCUS = { x: 0.5, y: 0.45 };

export interface Look {
  readonly imageStyle: ImageStyle;
  readonly characters: readonly Character[];
  /** Without it the first picture that is drawn of a scene. */
  readonly take?: number;
}

/** Scenes → pictures. `own` are those that scenes bring along. All aspects are made from these: they are drawn upright, as most shorts are. */
export function illustrate(
  context: StageContext,
  scenes: readonly Scene[],
  look: Look,
  own: readonly (OwnVisual | undefined)[] = [],
): Promise<Picture[]> {
  const { illustrator, instead, artifacts, signal, account } = context;
  const illustrators = [illustrator, ...(instead?.illustrators ?? [])];
  const draw = async (scene: Scene, index: number): Promise<Picture> => {
    const brought = own[index];
    if (brought) {
      const { byModel: _byModel, ...visual } = brought;
      return { focus: UPLOAD_FOCUS, ...visual };
    }
    const request = { visual: scene.visual, ...look, ...FRAME_PX['9:16'] };
    const makers = illustrators.map((by) => {
      const name = address('illustrate', VERSION, { illustrator: by.id, ...request });
      const make = async (): Promise<PictureRef> => {
        const { bytes, focus } = await by.illustrate(request, signal, account);
        // The picture stands before the note that names it.
        return { image: await artifacts.attach(name, bytes, 'image'), focus };
      };
      return { id: by.id, address: name, make };
    });
    const drawn = await deliver(context, { stage: 'illustrate', scene: index }, makers);
    return { ...drawn, ...FRAME_PX['9:16'] };
  };
  return byScene(context, 'illustrate', scenes, draw, ({ image }) => ({ illustration: image }));
}
