import type { VisitorApi } from './api.server.ts';

/** Which of these uploads are films: a script need not say it. Those of which the API says nothing are not in it. */
export async function movingUploads(
  api: Pick<VisitorApi, 'uploadType'>,
  uploads: Iterable<string>,
): Promise<ReadonlySet<string>> {
  const moving = await Promise.all(
    [...new Set(uploads)].map(async (upload) => {
      // Without an answer it is shown as a picture, and made of what it is all the same.
      const type = await api.uploadType(upload).catch(() => undefined);
      return type?.startsWith('video/') ? upload : [];
    }),
  );
  return new Set(moving.flat());
}
