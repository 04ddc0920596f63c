import { expect } from 'chai';
import type { ServedApp } from './served-app.ts';

export const VIDEO_BYTES = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));

/** Makes a video for whoever the request is from, and lets it be done, with its files. */
export async function finishedVideo(
  app: ServedApp,
  title: string,
  asker: { readonly headers?: Record<string, string>; readonly token?: string },
): Promise<string> {
  const made = await app.fetch('/api/videos', { json: { topic: title }, ...asker });
  expect(made.status).to.equal(202);
  const { id } = (await made.json()) as { id: string };
  const named = (ending: string): string => `videos/${id}/1-f00.${ending}`;
  await app.store.create(named('mp4'), { bytes: VIDEO_BYTES });
  await app.store.create(named('vtt'), { bytes: Buffer.from('WEBVTT\n') });
  await app.store.create(named('srt'), { bytes: Buffer.from('1\n') });
  await app.store.create(named('jpg'), { bytes: Buffer.from([0xff, 0xd8, 0xff, 0xe0]) });
  const script = { title, language: 'en', scenes: [{ narration: `About ${title}.`, visual: 'a thing' }] };
  const output = { aspect: '9:16', object: named('mp4'), bytes: VIDEO_BYTES.length, seconds: 3 } as const;
  app.jobs.move(id, {
    status: 'done',
    outputs: [{ ...output, generation: '1', crc32c: 'x', widthPx: 1080, heightPx: 1920 }],
    script,
    short: {
      ...{ title, description: title, language: 'en', voice: 'nora', script },
      scenes: [{ index: 0, illustration: named('jpg'), narrationSeconds: 1 }],
      outputs: [],
      captions: { srt: named('srt'), vtt: named('vtt'), ass: named('ass') },
      poster: named('jpg'),
      ...{ loudnessLufs: -14, degraded: [], offline: [] },
    },
  });
  return id;
}
