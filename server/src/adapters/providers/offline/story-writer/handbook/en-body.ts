import type { HandbookTopic } from './types.ts';

export const BODY: readonly HandbookTopic[] = [];
