import { recordingAnswer, recordingRequest } from '@shortfactory/contract';
import { InputInvalid, ScriptInvalid } from '@shortfactory/core';
import type { AppDeps } from '../deps.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { checkUpload } from '../uploads/check-uploads.ts';

/** A person's own voice, looked at before a video is made with it. */
export function recordingRoutes(deps: AppDeps): Route[] {
  return [
    route(
      {
        method: 'POST',
        path: '/api/recordings',
        id: 'hearRecording',
        tag: 'Speech',
        summary: 'Find the words of a narration in a recording of it',
        description:
          'Upload the sound first. What is found is kept, and a video made with the recording finds it ready. A recording of other words is refused with the first one that was not found.',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        body: recordingRequest,
        bodyExample: {
          text: 'Foxes hear mice under the snow.',
          language: 'en',
          recording: 'uploads/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
        },
        answers: { 200: { description: 'What was found', schema: recordingAnswer } },
        problems: ['limit-reached'],
      },
      async ({ body, signal }) => {
        await checkUpload(deps, { name: body.recording, where: '/recording', kind: 'music' }, signal);
        const { ms, words, missing } = await deps.studio
          .hearRecording(body, signal)
          .catch((error: unknown) => {
            if (!(error instanceof ScriptInvalid)) throw error;
            throw new InputInvalid('/recording', `names an upload that ${error.problem}`);
          });
        return {
          status: 200,
          body: { seconds: ms / 1000, words: words.map((word) => ({ ...word })), missing: [...missing] },
          headers: { 'Cache-Control': 'no-store' },
        };
      },
    ),
  ];
}
