/** Configurations by name; a workspace has those that it has tests for. The one of scripts is for all its packages. */
export const CONFIGS = {
  tests: '.mocharc.json',
  long: '.mocharc.long.json',
  alone: '.mocharc.alone.json',
  tools: '.mocharc.tools.json',
} as const;

export type Suite = readonly [
  workspace: 'server' | 'ui' | 'manifests' | 'scripts',
  config: keyof typeof CONFIGS,
];

export const QUICK: readonly Suite[] = [
  ['server', 'tests'],
  ['ui', 'tests'],
  ['manifests', 'tests'],
  ['scripts', 'tests'],
];
/** One after the other: they encode or hold leases, and starve beside one another. */
export const LONG: readonly Suite[] = [
  ['server', 'long'],
  ['scripts', 'long'],
  // What measures time runs when nothing else does.
  ['ui', 'alone'],
];
/** A browser that waits for the network to come back leaves the cores to gcloud and Prometheus, which use one each. */
export const SIDE_BY_SIDE: readonly (readonly Suite[])[] = [
  [['ui', 'long']],
  [
    ['manifests', 'tools'],
    ['scripts', 'tools'],
  ],
];
