import {
  checkAnswer,
  checkRequest,
  scriptRequest,
  scriptSchema,
  storyJson,
  storyRequest,
} from '@shortfactory/contract';
import type { AppDeps } from '../deps.ts';
import { SCRIPT_EXAMPLE } from '../docs/examples.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { checkVoice, shownScript } from '../videos/short-request.ts';

const TAG = 'Writing';
const NO_STORE = { 'Cache-Control': 'no-store' };
/** Steps before a video: a story, a script to edit, and the estimates of a script. */
export function writingRoutes({ studio }: AppDeps): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/stories',
        id: 'writeStory',
        tag: TAG,
        summary: 'A topic becomes a story',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        body: storyRequest,
        bodyExample: { topic: 'why the sky is blue' },
        answers: { 200: { description: 'The story', schema: storyJson } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ body, signal }) => {
        const { title, summary, imageStyle, characters, language } = await studio.tellStory(body, signal);
        return { status: 200, body: { title, summary, imageStyle, characters, language }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/scripts',
        id: 'writeScript',
        tag: TAG,
        summary: 'A topic or a story becomes a script to edit',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        body: scriptRequest,
        bodyExample: { topic: 'why the sky is blue', seconds: 30 },
        answers: { 200: { description: 'The script', schema: scriptSchema, example: SCRIPT_EXAMPLE } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ body, signal }) => {
        const { topic = 'story' in body ? body.story.title : '', ...wanted } = body;
        const script = await studio.writeScript({ ...wanted, topic }, signal);
        return { status: 200, body: shownScript(script), headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/scripts/check',
        id: 'checkScript',
        tag: TAG,
        summary: 'What a script would become, without making anything',
        description:
          'Length, waiting time and cost are estimates. Warnings name scenes that are long and characters that captions cannot show.',
        access: 'owner',
        bucket: 'read',
        body: checkRequest,
        bodyExample: { script: SCRIPT_EXAMPLE, aspects: ['9:16'] },
        answers: { 200: { description: 'Estimates and warnings', schema: checkAnswer } },
      },
      async ({ body: { script, voice, aspects } }) => {
        checkVoice(
          { source: { script }, seconds: 0, aspects, ...(voice === undefined ? {} : { voice }) },
          (await studio.about()).voices,
        );
        return { status: 200, body: await studio.review(script, aspects), headers: NO_STORE };
      },
    ),
  ];
}
