import type { VideoEventJson } from '@shortfactory/contract';
import type { Job, VideoEvent } from '@shortfactory/core';

/** What the end of a job is called; undefined while it has not ended. */
export function eventOf({ status }: Job): VideoEvent | undefined {
  return status === 'done' || status === 'failed' || status === 'cancelled' ? `video.${status}` : undefined;
}

/** What receivers are sent: how it ended and where it is, without the script. Paths are on the API's own host. */
export function videoEvent(event: VideoEvent, job: Job): VideoEventJson {
  const base = `/api/videos/${job.id}`;
  const finishedAt = new Date(job.finishedMs ?? job.updatedMs).toISOString();
  const isDone = job.status === 'done';
  return {
    type: event,
    timestamp: finishedAt,
    data: {
      id: job.id,
      url: base,
      status: job.status as VideoEventJson['data']['status'],
      title: job.title,
      createdAt: new Date(job.createdMs).toISOString(),
      finishedAt,
      outputs: job.outputs.map(({ aspect, bytes, seconds, widthPx, heightPx }) => ({
        aspect,
        url: `${base}/file?aspect=${aspect}`,
        bytes,
        seconds,
        widthPx,
        heightPx,
      })),
      ...(isDone ? { captions: { srt: `${base}/captions.srt`, vtt: `${base}/captions.vtt` } } : {}),
      ...(isDone ? { poster: `${base}/poster` } : {}),
      degraded: [...job.degraded],
      costUsd: job.costUsd,
      ...(job.error === undefined
        ? {}
        : {
            error: {
              stage: job.error.stage,
              ...(job.error.scene === undefined ? {} : { scene: job.error.scene }),
              title: job.error.title,
              detail: job.error.detail,
              retryable: job.error.retryable,
            },
          }),
    },
  };
}
