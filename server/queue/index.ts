export { InlineQueue } from './inline.ts';
export { openQueue } from './open-queue.ts';
