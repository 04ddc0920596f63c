import type { JobJson } from '@shortfactory/contract';
import { substitutedScenes } from './degraded.ts';

/** A video as lists and cards need it; made on the server, so that a page does not carry every script. */
export interface VideoCard {
  readonly id: string;
  readonly title: string;
  readonly language: string | undefined;
  readonly state: 'waiting' | 'making' | 'ready' | 'stopped';
  readonly percent: number;
  /** The poster, or the newest picture that there is. */
  readonly picture: string | undefined;
  readonly seconds: number | undefined;
  readonly etaSeconds: number | undefined;
  readonly drawnOffline: number;
  /** Why it stopped, in a few words. */
  readonly reason: string | undefined;
  readonly createdMs: number;
}

export function cardOf(job: JobJson): VideoCard {
  return {
    id: job.id,
    title: job.title,
    language: job.script?.language ?? job.settings.language,
    state:
      job.status === 'done'
        ? 'ready'
        : job.status === 'queued'
          ? 'waiting'
          : job.status === 'running'
            ? 'making'
            : 'stopped',
    percent: Math.round(job.percent),
    picture: job.poster ?? job.scenes.findLast((scene) => scene.illustrationUrl)?.illustrationUrl,
    seconds: job.outputs[0]?.seconds,
    etaSeconds: job.etaSeconds,
    drawnOffline: substitutedScenes(job.degraded).length,
    reason: job.error?.title,
    createdMs: Date.parse(job.createdAt),
  };
}
