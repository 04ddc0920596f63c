import { kitJson } from '@shortfactory/contract';
import type { KitJson } from '@shortfactory/contract';
import type { Job, Short } from '@shortfactory/core';
import { postKitOf, postKitText } from '@shortfactory/text';
import type { AppDeps } from '../deps.ts';
import { fileName, plainFileName } from '../files/file-name.ts';
import { jobAnswer } from '../videos/job-answer.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { finishedOf, VIDEO_ID } from './videos.ts';

const SHAPE = { method: 'GET', tag: 'Files', access: 'anyone', bucket: 'file', params: VIDEO_ID } as const;

/** What goes with a finished video where it is posted. Anyone with the id may read it. */
export function videoKitRoutes(deps: AppDeps): Route[] {
  return [
    route(
      {
        ...SHAPE,
        path: '/api/videos/:id/kit',
        id: 'getKit',
        summary: 'What goes with a finished video where it is posted',
        answers: { 200: { description: 'The publish kit', schema: kitJson } },
      },
      async ({ params }) => {
        const { job, short } = await finishedOf(deps, params.id);
        return { status: 200, body: kitAnswer(job, short) };
      },
    ),
    route(
      {
        ...SHAPE,
        path: '/api/videos/:id/kit.txt',
        id: 'getKitText',
        summary: 'The publish kit as a file to copy from',
        gives: ['text/plain'],
        answers: { 200: { description: 'Title, text and alt text', type: 'text/plain' } },
      },
      async ({ params, ctx }) => {
        const { job, short } = await finishedOf(deps, params.id);
        const filename = fileName(job.title, 'kit', 'txt');
        ctx.attachment(filename, { type: 'attachment', fallback: plainFileName(filename) });
        return { status: 200, body: postKitText(postKitOf(short)), type: 'text/plain; charset=utf-8' };
      },
    ),
  ];
}

function kitAnswer(job: Job, short: Short): KitJson {
  const { credits, hashtags, ...words } = postKitOf(short);
  const { outputs } = jobAnswer(job, false);
  const base = `/api/videos/${job.id}`;
  return {
    ...words,
    hashtags: [...hashtags],
    credits: credits.map(({ scenes, ...credit }) => ({ ...credit, scenes: [...scenes] })),
    ...(short.origin === undefined ? {} : { digitalSourceType: short.origin.video }),
    videos: outputs,
    thumbnail: `${base}/poster`,
    captions: { srt: `${base}/captions.srt`, vtt: `${base}/captions.vtt` },
  };
}
