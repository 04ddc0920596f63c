import { illustrationAnswer, illustrationRequest, uploadAnswer, uploadRequest } from '@shortfactory/contract';
import { InputInvalid, NotFound, ScriptInvalid, imageKind } from '@shortfactory/core';
import { HTTP_LIMITS, HttpProblem } from '@shortfactory/http-server';
import { z } from 'zod';
import type { RequestState } from '../routing/context.ts';
import type { AppDeps } from '../deps.ts';
import { hasBody, refuseCoding } from '../body/json-body.ts';
import type { Route } from '../routing/route.ts';
import { route } from '../routing/route.ts';
import { serveObject } from '../files/serve-object.ts';
import { takeUpload } from '../uploads/upload-intake.ts';
import { announcedBy, newUploadName, uploadNameOf } from '../uploads/upload-name.ts';

/** Time to send the bytes after they were announced. */
const OPEN_MS = 60 * 60 * 1000;
const ID = z.strictObject({ id: z.string().regex(/^[A-Za-z0-9_-]{22,80}$/) });
const TAG = 'Uploads';
const pathOf = (name: string): string => `/api/${name}`;

/** Uploaded pictures, clips and music, and pictures that are drawn on request. */
export function uploadRoutes(deps: AppDeps): Route[] {
  const { delivery, objects, signingKey, studio, config, limiter, pictures } = deps;
  const limits = { ...HTTP_LIMITS, ...deps.limits };
  const origins = new Set(config.CORS_ORIGINS.map((origin) => new URL(origin).origin));
  /** Throws HttpProblem 429 once the owner or the address has uploaded what a day allows. */
  const takeShare = async (owner: string, state: RequestState, bytes: number): Promise<void> => {
    const verdict = await limiter.takeUpload(owner, state.counted ?? state.client, bytes);
    if (verdict.allowed) return;
    throw new HttpProblem('limit-reached', verdict.sentence, { retryAfterSeconds: verdict.resetSeconds });
  };
  return [
    route(
      {
        method: 'POST',
        path: '/api/uploads',
        id: 'announceUpload',
        tag: TAG,
        summary: 'Say what will be uploaded, and learn where to send it',
        description:
          'Send the bytes with one PUT to `url`, with the given headers, within the hour. On a bucket `url` is a resumable session. Then name the upload in a scene or as music.',
        access: 'maker',
        bucket: 'make',
        body: uploadRequest,
        bodyExample: { filename: 'fox.jpg', contentType: 'image/jpeg', bytes: 240_000 },
        answers: { 201: { description: 'Where to send the bytes', schema: uploadAnswer } },
        problems: ['limit-reached'],
      },
      async ({ body: { contentType, bytes }, owner, ctx }) => {
        await takeShare(owner, ctx.state, bytes);
        const expiresMs = Date.now() + OPEN_MS;
        const upload = newUploadName(signingKey, { contentType, bytes, expiresMs });
        const origin = ctx.get('Origin');
        const target = await delivery.uploadTarget(upload, {
          contentType,
          bytes,
          ...(origins.has(origin) ? { origin } : {}),
        });
        const url = target.url ?? pathOf(upload);
        return {
          status: 201,
          body: {
            upload,
            url,
            method: 'PUT',
            headers: { ...target.headers },
            expiresAt: new Date(expiresMs).toISOString(),
          },
          headers: { Location: pathOf(upload), 'Cache-Control': 'no-store' },
        };
      },
    ),
    route(
      {
        method: 'PUT',
        path: '/api/uploads/:id',
        id: 'sendUpload',
        tag: TAG,
        summary: 'The bytes of an upload, where the store is a disk',
        description:
          'The address itself is the permission. What comes is looked at: it must be what was announced, music must be heard, and a clip must show something.',
        access: 'anyone',
        bucket: 'file',
        params: ID,
        streams: ['image/*', 'audio/*', 'video/*'],
        gives: [],
        within: 'unlimited',
        answers: {
          204: { description: 'Received whole', headers: { Location: 'Where it can be looked at' } },
        },
        problems: ['invalid-input', 'too-slow', 'conflict', 'too-large', 'unsupported-type'],
      },
      async ({ params: { id }, ctx, signal }) => {
        const announced = announcedBy(signingKey, id);
        if (!announced || announced.expiresMs < Date.now()) {
          throw new NotFound('This upload was never announced, or more than an hour ago.');
        }
        refuseCoding(ctx);
        if (ctx.request.type.toLowerCase() !== announced.contentType) {
          throw new HttpProblem('unsupported-type', `The upload was announced as ${announced.contentType}.`);
        }
        const length = ctx.req.headers['content-length'];
        if (!hasBody(ctx.req)) throw new HttpProblem('malformed-request', 'The upload is empty.');
        if (length !== undefined && Number(length) > announced.bytes) {
          throw new HttpProblem('too-large', `The upload was announced with ${announced.bytes} bytes.`);
        }
        if (ctx.req.headers.expect !== undefined) ctx.res.writeContinue();
        const upload = uploadNameOf(id);
        await takeUpload(delivery, upload, ctx.req, announced, limits, pictures, signal);
        if (announced.contentType.startsWith('audio/')) await checkSound(deps, upload, signal);
        if (announced.contentType.startsWith('video/')) await checkClip(deps, upload, signal);
        return { status: 204, headers: { Location: pathOf(uploadNameOf(id)) } };
      },
    ),
    route(
      {
        method: 'GET',
        path: '/api/uploads/:id',
        id: 'getUpload',
        tag: TAG,
        summary: 'An uploaded picture, clip or music',
        access: 'anyone',
        bucket: 'file',
        params: ID,
        gives: [],
        within: 'unlimited',
        answers: {
          200: { description: 'The file', type: 'image/*' },
          206: { description: 'A part of the file', type: 'image/*' },
          302: { description: 'Where the file is', headers: { Location: 'A signed link' } },
          304: { description: 'It is as the caller knows it' },
        },
        problems: ['precondition-failed', 'range-not-satisfiable'],
      },
      ({ params: { id }, ctx }) =>
        serveObject(ctx, delivery, limits, uploadNameOf(id), {
          filename: `upload-${id.slice(0, 8)}`,
          download: false,
          immutable: true,
        }),
    ),
    route(
      {
        method: 'POST',
        path: '/api/illustrations',
        id: 'drawIllustration',
        tag: TAG,
        summary: "Draw a scene's picture now",
        description:
          'The picture is stored as an upload that the scene can name. Another `take` is another picture.',
        access: 'maker',
        bucket: 'make',
        within: 'makingMs',
        body: illustrationRequest,
        bodyExample: {
          visual: 'a fox under the northern lights',
          narration: 'Foxes hear mice under the snow.',
          language: 'en',
          imageStyle: 'flat',
          take: 1,
        },
        answers: { 201: { description: 'The picture', schema: illustrationAnswer } },
        problems: ['provider-failed', 'limit-reached'],
      },
      async ({ body: { visual, imageStyle, take }, owner, ctx, signal }) => {
        const bytes = await studio.drawScene({ visual, imageStyle, characters: [], take }, signal);
        const found = imageKind(bytes);
        if (!found) throw new Error('The illustrator returned data that is not a picture.');
        const upload = newUploadName(signingKey, {
          contentType: found.mediaType,
          bytes: bytes.length,
          expiresMs: Date.now(),
        });
        await takeShare(owner, ctx.state, bytes.length);
        await objects.create(upload, { bytes });
        return { status: 201, body: { upload, url: pathOf(upload) }, headers: { Location: pathOf(upload) } };
      },
    ),
  ];
}

/** Looks at an uploaded clip, and removes it again when it cannot be shown: InputInvalid. */
async function checkClip(
  { studio, objects }: Pick<AppDeps, 'studio' | 'objects'>,
  upload: string,
  signal: AbortSignal,
): Promise<void> {
  const scene = { narration: '-', visual: '-', upload };
  try {
    await studio.checkUploads({ title: '-', language: 'en', scenes: [scene] }, signal);
  } catch (error) {
    if (!(error instanceof ScriptInvalid)) throw error;
    await objects.remove(upload);
    throw new InputInvalid('', `The upload ${error.problem}.`);
  }
}

/** Decodes uploaded music, and removes it again when it is silent or cannot be decoded: InputInvalid. */
async function checkSound(
  { studio, objects }: Pick<AppDeps, 'studio' | 'objects'>,
  upload: string,
  signal: AbortSignal,
): Promise<void> {
  try {
    await studio.checkMusic(upload, signal);
  } catch (error) {
    if (!(error instanceof InputInvalid)) throw error;
    await objects.remove(upload);
    throw new InputInvalid('', `The upload ${error.problem}.`);
  }
}
