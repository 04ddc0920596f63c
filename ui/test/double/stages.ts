import type { JobJson } from '@shortfactory/contract';

export const STAGES: JobJson['stages'][number]['stage'][] = [
  'story',
  'script',
  'illustrate',
  'narrate',
  'caption',
  'compose',
  'publish',
];
