import { scriptRequest, writtenScript } from '@shortfactory/contract';
import { z } from 'zod';
import { inputOf, outputOf } from '../schemas.ts';
import type { Tool } from './tool.ts';

/** The shape with a topic: tools write no story that a script could be made of. */
const [topicRequest] = scriptRequest.options;
const { degraded, ...scriptFields } = writtenScript.shape;

const write: Tool = {
  name: 'write_script',
  title: 'Write a script',
  description: `Writes the script of a short on a topic: a title, and scenes with what is said (narration) and what is seen (visual). Nothing is rendered, so it can be read and edited before create_video gets its script. Costs no video; a language model is used only where one is connected, else the script is chosen from what the server itself has.`,
  input: inputOf(topicRequest),
  output: outputOf(
    z.object({
      summary: z.string(),
      script: z.object(scriptFields).describe('goes as it is, or edited, into create_video'),
      degraded,
    }),
  ),
  // With a language model connected it costs money.
  effect: 'again',
  async call(body, { api, signal }) {
    const { body: written } = await api.call('writeScript', { body }, signal);
    const { degraded: less, ...script } = written as z.output<typeof writtenScript>;
    const outline =
      script.kind === 'outline'
        ? ' It is an outline: the writer knows nothing of this topic, so it asks questions and states no facts.'
        : '';
    return {
      content: {
        summary: `A script of ${script.scenes.length} scenes in “${script.language}”.${outline} Give it to create_video as script.`,
        script,
        ...(less === undefined ? {} : { degraded: less }),
      },
    };
  },
};

export const writingTools: readonly Tool[] = [write];
