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
/** One after the other: the server's encode and hold leases, and what measures time runs when nothing else does. */
export const LONG: readonly Suite[] = [
  ['server', 'long'],
  ['ui', 'alone'],
];
/** Tests of commands bear other load, and a browser waits for the network to come back: gcloud and Prometheus use the rest. */
export const SIDE_BY_SIDE: readonly (readonly Suite[])[] = [
  [
    ['scripts', 'long'],
    ['ui', 'long'],
  ],
  [
    ['manifests', 'tools'],
    ['scripts', 'tools'],
  ],
];
