import type { JobJson, ProblemJson } from '@shortfactory/contract';

/** Shown in the documentation; a test checks them against the contract. */
export const SCRIPT_EXAMPLE = {
  title: 'Three hearts',
  language: 'en',
  scenes: [
    { narration: 'An octopus has three hearts.', visual: 'an octopus with three hearts in the deep sea' },
  ],
};

const ID = '01KB8F3QZJ6M2V5T9C7D4X1W0R';

export const JOB_EXAMPLE: JobJson = {
  id: ID,
  status: 'running',
  stage: 'compose',
  percent: 72,
  title: 'Three hearts',
  createdAt: '2026-11-24T10:00:00.000Z',
  updatedAt: '2026-11-24T10:00:09.000Z',
  startedAt: '2026-11-24T10:00:00.300Z',
  etaSeconds: 4,
  script: SCRIPT_EXAMPLE,
  settings: { seconds: 30, aspects: ['9:16'], voice: 'nora' },
  stages: [
    { stage: 'illustrate', state: 'done', percent: 100, seconds: 2.1 },
    { stage: 'narrate', state: 'done', percent: 100, seconds: 1.4 },
    { stage: 'caption', state: 'done', percent: 100, seconds: 0.1 },
    { stage: 'compose', state: 'running', percent: 60 },
    { stage: 'publish', state: 'waiting', percent: 0 },
  ],
  frames: { done: 80, total: 132 },
  scenes: [
    {
      index: 0,
      state: 'ready',
      illustrationUrl: `/api/videos/${ID}/scenes/0/illustration?v=0a1b2c3d4e5f`,
      narrationSeconds: 2.9,
      captioned: true,
    },
  ],
  outputs: [],
  degraded: [],
  offline: [],
  costUsd: 0,
  mine: true,
};

export const PROBLEM_EXAMPLE: ProblemJson = {
  type: 'urn:shortfactory:problem:invalid-input',
  title: 'The request does not fit',
  status: 400,
  detail: '/script/scenes/1/visual is missing (expected text of 1 to 600 characters, or an upload).',
  instance: '/requests/5f0f2a8e-6a1c-4c0e-9d0b-6b1f0c8f2d11',
  errors: [
    {
      in: 'body',
      pointer: '/script/scenes/1/visual',
      detail: 'is missing (expected text of 1 to 600 characters, or an upload)',
    },
  ],
};
