import type { HandbookTopic } from './types.ts';

export const MACHINES: readonly HandbookTopic[] = [];
