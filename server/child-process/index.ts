export { killedFromOutside, noRoomToStart } from './child-death.ts';
export type { ChildEnd } from './child-death.ts';
export { childMemoryBytes } from './child-limits.ts';
export { executable, findOnPath, launcher } from './launcher.ts';
export { processLimit } from './process-limits.ts';
