import type { HandbookTopic } from './types.ts';

export const FOOD: readonly HandbookTopic[] = [];
