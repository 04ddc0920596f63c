import type { HandbookTranslation } from './types.ts';

export const DE: readonly HandbookTranslation[] = [];
