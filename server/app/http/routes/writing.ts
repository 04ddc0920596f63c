import {
  checkAnswer,
  checkRequest,
  scriptRequest,
  storyJson,
  storyRequest,
  topicCheckAnswer,
  topicCheckRequest,
  withVisuals,
  writtenScript,
} from '@shortfactory/contract';
import type { AppDeps } from '../deps.ts';
import { SCRIPT_EXAMPLE } from '../docs/examples.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { checkVoice, shownScript, sourcesOf } from '../videos/short-request.ts';

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
        const { brief, ...told } = await sourcesOf(body);
        const asked = { ...body, ...told, ...brief };
        const { title, summary, imageStyle, characters, language, kind } = await studio.tellStory(
          asked,
          signal,
        );
        const story = { title, summary, imageStyle, characters, language };
        return { status: 200, body: { ...story, ...(kind && { kind }) }, headers: NO_STORE };
      },
    ),
    route(
      {
        method: 'POST',
        path: '/api/topics/check',
        id: 'checkTopic',
        tag: TAG,
        summary: 'Whether a topic would become an outline, before anything is made',
        description:
          'Known where the offline writer writes; it costs nothing. A service is not asked: what it would write is not known before.',
        access: 'owner',
        bucket: 'read',
        body: topicCheckRequest,
        bodyExample: { topic: 'why the sky is blue' },
        answers: { 200: { description: 'What it would become', schema: topicCheckAnswer } },
      },
      async ({ body, signal }) => {
        const { offline } = await studio.about();
        const { kind } = offline.llm ? await studio.tellStory(body, signal) : {};
        return { status: 200, body: kind === undefined ? {} : { kind }, headers: NO_STORE };
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
        answers: { 200: { description: 'The script', schema: writtenScript, example: SCRIPT_EXAMPLE } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ body, signal }) => {
        const { topic = 'story' in body ? body.story.title : '', sources, ...wanted } = body;
        const said = 'story' in body ? body.story.language : body.language;
        const { brief, ...told } = await sourcesOf({
          topic,
          ...(said !== undefined && { language: said }),
          ...(sources && { sources }),
        });
        const script = await studio.writeScript({ ...wanted, topic, ...told, ...brief }, signal);
        const { kind, remarks } = script;
        const notes = { ...(kind && { kind }), ...(remarks && { degraded: [...remarks] }) };
        return { status: 200, body: { ...shownScript(script), ...notes }, headers: NO_STORE };
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
      async ({ body: { script: given, voice, aspects } }) => {
        const script = withVisuals(given);
        checkVoice(
          { source: { script }, seconds: 0, aspects, ...(voice === undefined ? {} : { voice }) },
          (await studio.about()).voices,
        );
        return { status: 200, body: await studio.review(script, aspects), headers: NO_STORE };
      },
    ),
  ];
}
