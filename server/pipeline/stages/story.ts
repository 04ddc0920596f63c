import { briefOf } from '@shortfactory/core';
import type { ShortRequest, Story, TopicSource } from '@shortfactory/core';
import { address } from '../artifacts/artifacts.ts';
import { deliver } from '../deliver.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Topic → Story. */
export async function tellStory(
  context: StageContext,
  request: Pick<ShortRequest, 'language' | 'imageStyle'>,
  source: TopicSource,
): Promise<Story> {
  const { storyWriter, instead, signal, account } = context;
  const wanted = {
    topic: source.topic,
    ...briefOf(source),
    ...(request.language === undefined ? {} : { language: request.language }),
    ...(request.imageStyle === undefined ? {} : { imageStyle: request.imageStyle }),
  };
  const makers = [storyWriter, ...(instead?.storyWriters ?? [])].map((writer) => ({
    id: writer.id,
    address: address('story', VERSION, { writer: writer.id, ...wanted }),
    make: () => writer.writeStory(wanted, signal, account),
  }));
  return deliver(context, { stage: 'story' }, makers);
}
