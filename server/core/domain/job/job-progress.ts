import type { Job, SceneProgress, StageProgress } from './job.ts';
import type { Script } from '../script/script.ts';
import { STAGES } from '../script/short.ts';
import type { ShortRequest, Stage } from '../script/short.ts';

/** What a stage says while it works. */
export interface Progress {
  readonly stage: Stage;
  /** 0 … 100, of this stage. */
  readonly percent: number;
  /** Index of the scene that is done, where the stage works by scene. */
  readonly scene?: number;
  /** Object name of that scene's picture. */
  readonly illustration?: string;
  /** Length of that scene's speech. */
  readonly narrationSeconds?: number;
  /** Frames of the video that stand, of those that it will have. */
  readonly frames?: { readonly done: number; readonly total: number };
  /** The script, as soon as it is written. */
  readonly script?: Script;
}

/** How much of the whole a stage is. Rendering takes most; illustrate and narrate run side by side. */
const WEIGHT: Record<Stage, number> = {
  story: 4,
  script: 4,
  illustrate: 18,
  narrate: 12,
  caption: 2,
  compose: 54,
  publish: 6,
};

/** Before a run has done this much of the whole an estimate says more about chance than about the job. */
const ESTIMATE_FROM_PERCENT = 8;

/** A job on which nothing is done yet. What was brought along is not written again. */
export function freshProgress(request: ShortRequest): Pick<Job, 'stages' | 'scenes'> {
  const brought = 'script' in request.source;
  return {
    stages: STAGES.map((stage) =>
      brought && (stage === 'story' || stage === 'script')
        ? { stage, state: 'done', percent: 100 }
        : { stage, state: 'waiting', percent: 0 },
    ),
    scenes: 'script' in request.source ? scenesOf(request.source.script) : [],
  };
}

/** How long a run has been at it. */
export interface RunTimes {
  /** Since the stage that speaks began. */
  readonly stageSeconds: number;
  readonly runSeconds: number;
  /** Of the whole, when this run began. */
  readonly fromPercent: number;
}

/** The job after a stage's word. Percentages never go back: a run that resumes passes by what stands already. */
export function advanced(job: Job, said: Progress, times: RunTimes): Job {
  const stages = job.stages.map((stage): StageProgress => {
    if (stage.stage !== said.stage || stage.state === 'done') return stage;
    const percent = Math.max(stage.percent, clamp(said.percent));
    return {
      stage: stage.stage,
      state: percent >= 100 ? 'done' : 'running',
      percent,
      seconds: rounded(times.stageSeconds),
    };
  });
  const percent = Math.max(job.percent, overall(stages));
  const current = stages.find(({ state }) => state === 'running')?.stage ?? said.stage;
  const { etaSeconds: _, ...rest } = job;
  return {
    ...rest,
    ...(said.script ? { script: said.script, title: said.script.title } : {}),
    ...(said.frames ? { frames: said.frames } : {}),
    stage: current,
    stages,
    scenes: scenesAfter(said.script ? scenesOf(said.script) : job.scenes, said),
    percent,
    ...estimate(percent, times),
  };
}

function estimate(percent: number, { runSeconds, fromPercent }: RunTimes): Pick<Job, 'etaSeconds'> {
  const done = percent - fromPercent;
  if (done < ESTIMATE_FROM_PERCENT) return {};
  return { etaSeconds: Math.ceil((runSeconds * (100 - percent)) / done) };
}

function overall(stages: readonly StageProgress[]): number {
  const done = stages.reduce((sum, { stage, percent }) => sum + WEIGHT[stage] * percent, 0);
  // The last percent is the commit.
  return Math.min(99, Math.round(done / 100));
}

function scenesAfter(scenes: readonly SceneProgress[], said: Progress): readonly SceneProgress[] {
  if (said.stage === 'caption' && said.percent >= 100)
    return scenes.map((scene) => ({ ...scene, captioned: true }));
  if (said.scene === undefined) return scenes;
  return scenes.map((scene) =>
    scene.index === said.scene
      ? {
          ...scene,
          ...(said.illustration === undefined ? {} : { illustration: said.illustration }),
          ...(said.narrationSeconds === undefined ? {} : { narrationSeconds: said.narrationSeconds }),
        }
      : scene,
  );
}

function scenesOf(script: Script): SceneProgress[] {
  return script.scenes.map((_, index) => ({ index, captioned: false }));
}

function clamp(percent: number): number {
  return Math.min(100, Math.max(0, Math.round(percent * 10) / 10));
}

function rounded(seconds: number): number {
  return Math.round(seconds * 10) / 10;
}
