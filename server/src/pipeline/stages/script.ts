import type { Script } from '../../domain/script.ts';
import type { Story } from '../../domain/story.ts';
import { address } from '../artifacts.ts';
import type { StageContext } from '../stage.ts';

const VERSION = 1;

/** Story → Script of about the seconds asked for. */
export async function writeScript(
  context: StageContext,
  topic: string,
  story: Story,
  seconds: number,
): Promise<Script> {
  const { storyWriter, artifacts, signal } = context;
  const request = { topic, story, seconds };
  const name = address('script', VERSION, { writer: storyWriter.id, ...request });
  return artifacts.value('script', name, () => storyWriter.writeScript(request, signal));
}
