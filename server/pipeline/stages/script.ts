import { briefOf } from '@shortfactory/core';
import type { RemarkedScript, Story, TopicSource } from '@shortfactory/core';
import { address } from '../artifacts/artifacts.ts';
import { deliver } from '../deliver.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Story → Script of about the seconds asked for, with the writer's remarks on it. */
export async function writeScript(
  context: StageContext,
  source: TopicSource,
  story: Story,
  seconds: number,
): Promise<RemarkedScript> {
  const { storyWriter, instead, signal, account } = context;
  const request = { topic: source.topic, ...briefOf(source), story, seconds };
  const makers = [storyWriter, ...(instead?.storyWriters ?? [])].map((writer) => ({
    id: writer.id,
    address: address('script', VERSION, { writer: writer.id, ...request }),
    make: () => writer.writeScript(request, signal, account),
  }));
  return deliver(context, { stage: 'script' }, makers);
}
