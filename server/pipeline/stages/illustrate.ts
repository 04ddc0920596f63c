import { FRAME_PX } from '@shortfactory/core';
import type { Character, ImageStyle, ScriptVisual } from '@shortfactory/core';
import type { PictureRef } from '@shortfactory/renderer';
import { address } from '../artifacts/artifacts.ts';
import { byScene } from '../by-scene.ts';
import { deliver } from '../deliver.ts';
import type { Progress, StageContext } from '../stage.ts';
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

/**
 * Visuals → pictures. `own` are those that they bring along. All aspects are made from these: they are drawn upright, as
 * most shorts are. `onPicture` is told of each as soon as it stands.
 */
export function illustrate(
  context: StageContext,
  visuals: readonly Pick<ScriptVisual, 'visual' | 'place'>[],
  look: Look,
  own: readonly (OwnVisual | undefined)[] = [],
  onPicture: (index: number, picture: Picture) => void = () => undefined,
): Promise<Picture[]> {
  const { illustrator, instead, artifacts, signal, account } = context;
  const illustrators = [illustrator, ...(instead?.illustrators ?? [])];
  const draw = async ({ visual, place }: (typeof visuals)[number], index: number): Promise<Picture> => {
    const brought = own[index];
    if (brought) {
      const { byModel: _byModel, ...shown } = brought;
      return { focus: UPLOAD_FOCUS, ...shown };
    }
    const request = { visual, ...look, ...FRAME_PX['9:16'] };
    const makers = illustrators.map((by) => {
      const name = address('illustrate', VERSION, { illustrator: by.id, ...request });
      const make = async (): Promise<PictureRef> => {
        const { bytes, focus } = await by.illustrate(request, signal, account);
        // The picture stands before the note that names it.
        return { image: await artifacts.attach(name, bytes, 'image'), focus };
      };
      return { id: by.id, address: name, make };
    });
    const drawn = await deliver(context, { stage: 'illustrate', ...place }, makers);
    return { ...drawn, ...FRAME_PX['9:16'] };
  };
  const tell = async (visual: (typeof visuals)[number], index: number): Promise<Picture> => {
    const picture = await draw(visual, index);
    onPicture(index, picture);
    return picture;
  };
  const shows = ({ image }: Picture): Partial<Progress> => ({ illustration: image });
  return byScene(context, 'illustrate', visuals, tell, shows, ({ place }) => place);
}
