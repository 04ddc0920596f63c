import type { Job } from './job.ts';

/** How a video can end. */
export const VIDEO_EVENTS = ['video.done', 'video.failed', 'video.cancelled'] as const;
export type VideoEvent = (typeof VIDEO_EVENTS)[number];

/** What a receiver can be told of. */
export const WEBHOOK_EVENTS = [...VIDEO_EVENTS, 'batch.done'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

/** Where the end of one job is told, besides its owner's standing webhooks. */
export interface JobWebhook {
  readonly url: string;
  /** Sealed: nothing that is stored holds a secret that can be read without the signing key. */
  readonly secret: string;
  /** Every event without it. */
  readonly events?: readonly VideoEvent[];
}

/** A job has been done, has failed or was cancelled. A job that is tried again ends once more, in another round. */
export interface JobEnd {
  readonly job: Job;
  /** Names this end and no other: the marker of its round. */
  readonly round: string;
  readonly webhook?: JobWebhook;
}
