import type { HandbookTopic } from './types.ts';

export const HISTORY: readonly HandbookTopic[] = [];
