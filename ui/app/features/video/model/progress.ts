import type { JobJson } from '@shortfactory/contract';
import type { Strings } from '../../../shared/strings/index.ts';

type Stage = JobJson['stages'][number];

/** What is being done, and how far, in two parts: the marked words and the rest. */
export function doing(job: JobJson, { video }: Strings): { readonly now: string; readonly rest: string } {
  if (job.status === 'queued' || job.stage === undefined) return { now: video.queued, rest: '' };
  const rest = restOf(job, video);
  return { now: rest === '' ? video.doing[job.stage] : `${video.doing[job.stage]},`, rest };
}

function restOf(job: JobJson, video: Strings['video']): string {
  const of = job.scenes.length;
  if (job.stage === 'illustrate' && of > 0) return video.sceneOf(Math.min(of, drawn(job) + 1), of);
  if (job.stage === 'narrate' && of > 0) return video.sceneOf(Math.min(of, spoken(job) + 1), of);
  if (job.stage === 'compose' && job.frames) return video.frameOf(job.frames.done, job.frames.total);
  return '';
}

export function drawn({ scenes }: Pick<JobJson, 'scenes'>): number {
  return scenes.filter(({ illustrationUrl }) => illustrationUrl !== undefined).length;
}

function spoken({ scenes }: Pick<JobJson, 'scenes'>): number {
  return scenes.filter(({ narrationSeconds }) => narrationSeconds !== undefined).length;
}

/** The scene that is being drawn: the first without a picture while pictures are drawn. */
export function drawingNow(job: JobJson): number | undefined {
  return job.scenes.find(({ state, illustrationUrl }) => state === 'drawing' && illustrationUrl === undefined)
    ?.index;
}

/** How far that one picture is, by the stage's own percent. */
export function drawingPercent(job: JobJson): number {
  const of = job.scenes.length;
  const stage = job.stages.find(({ stage: name }) => name === 'illustrate');
  const part = of === 0 ? 0 : ((stage?.percent ?? 0) / 100) * of - drawn(job);
  return Math.round(Math.min(0.9, Math.max(0.1, part)) * 100);
}

/** Beside a stage's percent: how long it took, or how many scenes of how many it is at. */
export function stageNote(stage: Stage, job: JobJson, { video }: Strings): string {
  const of = job.scenes.length;
  if (stage.state === 'running' && stage.stage === 'illustrate' && of > 0) {
    return video.stageOf(Math.min(of, drawn(job) + 1), of);
  }
  return '';
}

/** Seconds since it was started, as the job itself knows. */
export function elapsedSeconds(job: JobJson, nowMs: number): number {
  const from = Date.parse(job.startedAt ?? job.createdAt);
  const to = job.finishedAt === undefined ? nowMs : Date.parse(job.finishedAt);
  return Math.max(0, Math.round((to - from) / 1000));
}

/** The live region's sentence: it changes with the stage and with every quarter, never with each tick. */
export function announcement(job: JobJson, strings: Strings): string {
  const { says, doing: names } = strings.video;
  if (job.status === 'done') return says.done;
  if (job.status === 'cancelled') return says.cancelled;
  // The notice about a failure is an alert of its own.
  if (job.status === 'failed' || job.stage === undefined) return '';
  return says.stage(names[job.stage], Math.floor(job.percent / 25) * 25);
}
