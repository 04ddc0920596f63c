import type { ShortRequest } from '../../domain/short.ts';
import type { Story } from '../../domain/story.ts';
import { address } from '../artifacts.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Topic → Story. */
export async function tellStory(
  context: StageContext,
  request: Pick<ShortRequest, 'language' | 'imageStyle'>,
  topic: string,
): Promise<Story> {
  const { storyWriter, artifacts, signal } = context;
  const wanted = {
    topic,
    ...(request.language === undefined ? {} : { language: request.language }),
    ...(request.imageStyle === undefined ? {} : { imageStyle: request.imageStyle }),
  };
  const name = address('story', VERSION, { writer: storyWriter.id, ...wanted });
  return artifacts.value('story', name, () => storyWriter.writeStory(wanted, signal));
}
