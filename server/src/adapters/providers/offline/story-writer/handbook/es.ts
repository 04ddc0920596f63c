import type { HandbookTranslation } from './types.ts';

export const ES: readonly HandbookTranslation[] = [];
