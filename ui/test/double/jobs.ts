import type { JobJson } from '@shortfactory/contract';
import { FOOTAGE } from './footage.ts';
import { STAGES } from './stages.ts';
import { OCTOPUS, OCTOPUS_SECONDS, OCTOPUS_SETTINGS } from './octopus.ts';

type Stage = JobJson['stages'][number];
type Scene = JobJson['scenes'][number];

export function jobId(name: string): string {
  return `job_${name}`.padEnd(24, '0');
}

function stagesAt(
  running: (typeof STAGES)[number] | undefined,
  percent: number,
  took: readonly number[],
): Stage[] {
  const at = running === undefined ? STAGES.length : STAGES.indexOf(running);
  return STAGES.map((stage, index) => {
    const seconds = took[index];
    return {
      stage,
      state: index < at ? 'done' : index === at ? 'running' : 'waiting',
      percent: index < at ? 100 : index === at ? percent : 0,
      ...(index < at && seconds !== undefined ? { seconds } : {}),
    };
  });
}

function scenes(id: string, state: (index: number) => Partial<Scene>, drawn: number): Scene[] {
  return OCTOPUS.scenes.map((_, index) => ({
    index,
    state: 'waiting',
    captioned: false,
    ...(index < drawn ? { illustrationUrl: `/api/videos/${id}/scenes/${index}/illustration?v=1` } : {}),
    ...state(index),
  }));
}

function credit(found: (typeof FOOTAGE)[number] | undefined, scene: number) {
  if (!found) throw new Error('There is no such footage.');
  const { source, id, title, author, pageUrl, licence, attribution } = found;
  return { scene, source, id, title, author, pageUrl, licence, attribution };
}

/** A job in some state, complete by the contract. Times count back from `nowMs`. */
export function octopusJob(
  state: 'queued' | 'running' | 'degraded' | 'failed' | 'done' | 'cancelled',
  nowMs: number,
): JobJson {
  const id = jobId(`octopus_${state}`);
  const ago = (seconds: number): string => new Date(nowMs - seconds * 1000).toISOString();
  const base = {
    id,
    title: OCTOPUS.title,
    topic: OCTOPUS.title,
    createdAt: ago(38),
    updatedAt: ago(0),
    script: OCTOPUS,
    settings: OCTOPUS_SETTINGS,
    outputs: [],
    degraded: [],
    offline: [],
    costUsd: 0.03,
    mine: true,
  } satisfies Partial<JobJson>;
  const spoken = (index: number): number => OCTOPUS_SECONDS[index] ?? 5;
  switch (state) {
    case 'queued':
      return {
        ...base,
        status: 'queued',
        percent: 0,
        stages: stagesAt('story', 0, []).map((stage) => ({ ...stage, state: 'waiting' })),
        scenes: [],
        costUsd: 0,
        script: undefined,
      };
    case 'running':
      return {
        ...base,
        status: 'running',
        stage: 'illustrate',
        percent: 42,
        startedAt: ago(37),
        etaSeconds: 75,
        stages: stagesAt('illustrate', 58, [6, 9]),
        scenes: scenes(
          id,
          (index) => ({ state: index < 3 ? 'speaking' : index === 3 ? 'drawing' : 'waiting' }),
          3,
        ),
      };
    case 'degraded':
      return {
        ...base,
        status: 'running',
        stage: 'compose',
        percent: 81,
        startedAt: ago(94),
        etaSeconds: 20,
        frames: { done: 768, total: 1182 },
        stages: stagesAt('compose', 65, [6, 9, 38, 21, 4]),
        scenes: scenes(
          id,
          (index) => ({ state: 'ready', captioned: true, narrationSeconds: spoken(index) }),
          6,
        ),
        degraded: [
          'Scene 3’s picture was drawn offline: The picture service didn’t answer, so we drew a simpler one here.',
        ],
        offline: ['illustrate'],
      };
    case 'failed':
    case 'cancelled':
      return {
        ...base,
        status: state,
        stage: 'narrate',
        percent: 55,
        startedAt: ago(103),
        finishedAt: ago(0),
        etaSeconds: 45,
        stages: stagesAt('narrate', 50, [6, 9, 38]).map((stage) =>
          stage.stage === 'narrate' && state === 'failed' ? { ...stage, state: 'failed' } : stage,
        ),
        scenes: scenes(
          id,
          (index) =>
            index < 3 ? { state: 'ready', narrationSeconds: spoken(index) } : { state: 'speaking' },
          6,
        ),
        ...(state === 'failed' && {
          error: {
            stage: 'narrate',
            scene: 4,
            title: 'The voice service stopped answering',
            detail:
              'We asked 3 times over 40 seconds. Everything made so far is safe: the story, the script, 6 pictures and 3 spoken scenes.',
            retryable: true,
          },
        }),
      };
    case 'done':
      return {
        ...base,
        status: 'done',
        percent: 100,
        createdAt: ago(3600),
        startedAt: ago(3600),
        finishedAt: ago(3600 - 112),
        description:
          'Two hearts for the gills, one for everything else, and that one stops when they swim. #octopus #biology',
        settings: { ...base.settings, aspects: ['9:16', '1:1'] },
        stages: stagesAt(undefined, 0, [6, 9, 38, 21, 4, 30, 2]),
        scenes: scenes(
          id,
          (index) => ({ state: 'ready', captioned: true, narrationSeconds: spoken(index) }),
          6,
        ),
        outputs: [
          {
            aspect: '9:16',
            url: `/api/videos/${id}/file?aspect=9:16`,
            bytes: 8_400_000,
            seconds: 39.4,
            widthPx: 1080,
            heightPx: 1920,
          },
          {
            aspect: '1:1',
            url: `/api/videos/${id}/file?aspect=1:1`,
            bytes: 6_900_000,
            seconds: 39.4,
            widthPx: 1080,
            heightPx: 1080,
          },
        ],
        captions: { srt: `/api/videos/${id}/captions.srt`, vtt: `/api/videos/${id}/captions.vtt` },
        poster: `/api/videos/${id}/poster`,
        credits: [0, 3, 5].map((scene) =>
          scene === 3 ? credit(FOOTAGE[0], scene) : credit(FOOTAGE[3], scene),
        ),
        costUsd: 0.05,
      };
  }
}
