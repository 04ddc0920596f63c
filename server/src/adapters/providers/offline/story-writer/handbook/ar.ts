import type { HandbookTranslation } from './types.ts';

export const AR: readonly HandbookTranslation[] = [];
